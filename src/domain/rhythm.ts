import type { Instant } from './ticket';

const HOUR = 60 * 60_000;
const WEEK = 7 * 24;

/** How many weeks a channel is compared with, at most and at least. */
const WEEKS = { most: 4, least: 2 } as const;
/** A longer quiet is judged by its first hours. */
const LONGEST = 48;
/** So many hours are remembered: a quiet is told from the weeks before it until it has lasted for six. */
export const REMEMBERED = 8 * WEEK;

/** So much the poorest week must have brought in the same hours for a quiet to be no accident: chance would be silent once in 20,000 times. */
export const UNLIKELY = 10;

/** Events of a channel in each whole hour before `until`, oldest first. */
export interface Hours {
  readonly until: Instant;
  readonly counts: readonly number[];
}

/** A quiet of whole hours, and what the same hours brought in the poorest of the weeks before it. */
export interface Silence {
  readonly hours: number;
  readonly usual: number;
  readonly weeks: number;
}

export const NO_HOURS: Hours = { until: 0, counts: [] };

/** From when on hours are to be counted, and until when. */
export function hoursToCount({ until }: Hours, now: Instant): { readonly from: Instant; readonly until: Instant } {
  const end = floorHour(now);
  return { from: Math.max(until, end - REMEMBERED * HOUR), until: end };
}

/** The same with what was counted since; `counted` by the start of each hour. */
export function withHours({ until: former, counts }: Hours, counted: ReadonlyMap<Instant, number>, until: Instant): Hours {
  const from = Math.max(former, until - REMEMBERED * HOUR);
  const fresh = Array.from({ length: (until - from) / HOUR }, (_, index) => counted.get(from + index * HOUR) ?? 0);
  return { until, counts: [...counts, ...fresh].slice(-REMEMBERED) };
}

/**
 * How unusual the present quiet is; null when the channel is not known for two weeks, or has not been quiet for a whole hour. An hour
 * counts as much as the poorest of it and its neighbours, so that summer time and a late opening are no silence.
 */
export function silenceOf({ until, counts }: Hours, lastEventAt: Instant | null): Silence | null {
  const quiet = lastEventAt === null ? 0 : Math.floor((until - lastEventAt) / HOUR);
  const begin = counts.length - quiet;
  const first = counts.findIndex((count) => count > 0);
  if (quiet < 1 || begin < 0 || first < 0) return null;
  const weeks = Array.from({ length: WEEKS.most }, (_, week) => begin - (week + 1) * WEEK).filter((at) => at > first);
  if (weeks.length < WEEKS.least) return null;
  const usual = Math.min(...weeks.map((at) => brought(counts, at, Math.min(quiet, LONGEST))));
  return { hours: quiet, usual, weeks: weeks.length };
}

function brought(counts: readonly number[], from: number, hours: number): number {
  const poorest = (at: number) => Math.min(...[at - 1, at, at + 1].map((hour) => counts[hour] ?? 0));
  return Array.from({ length: hours }, (_, hour) => poorest(from + hour)).reduce((sum, count) => sum + count, 0);
}

const floorHour = (at: Instant): Instant => at - (at % HOUR);
