import { invalid } from '../errors';
import { isZone } from '../hours';
import { DAY_MS, dateOf, dayOfDate, localDay, momentOf, offsetAt, turnOf } from '../local-time';
import { midnight } from '../presence-days';
import type { Instant } from '../ticket';

export const GROUPS = ['hour', 'day', 'week', 'month'] as const;
export type Group = (typeof GROUPS)[number];

/** A stretch of time; it ends before `to`. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

export interface Period extends Stretch {
  readonly zone: string;
  /** Days since 1970-01-01, both counted; null when it was named by moments. */
  readonly days: { readonly first: number; readonly last: number } | null;
}

export const MOST_BUCKETS = 1500;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** The period between two days of a zone, both included, or two moments. Refuses (422) what is none. */
export function periodOf({ from, to, zone }: { readonly from: string; readonly to: string; readonly zone: string }): Period {
  if (!isZone(zone)) throw invalid('zone', 'expected an IANA time zone such as Europe/Madrid');
  const [begin, end] = [edgeOf('from', from, zone), edgeOf('to', to, zone)];
  const until = end.day === null ? end.at : midnight(zone, end.day + 1);
  if (until <= begin.at) throw invalid('to', 'it must not be before `from`');
  const days = begin.day === null || end.day === null ? null : { first: begin.day, last: end.day };
  return { zone, from: begin.at, to: until, days };
}

function edgeOf(path: string, text: string, zone: string): { readonly day: number | null; readonly at: Instant } {
  const day = DATE.test(text) ? dayOfDate(text) : Number.NaN;
  if (!Number.isNaN(day) && dateOf(day) === text) return { day, at: midnight(zone, day) };
  const at = MOMENT.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw invalid(path, 'expected a day such as 2026-11-22, or a moment such as 2026-11-22T09:00:00Z');
  return { day: null, at };
}

/** What a period is compared with: the one before it. Of one that still runs only as much of that as has passed of it so far. */
export function periodBefore(period: Period, now: Instant): Period {
  const whole = wholeBefore(period);
  if (now <= period.from || now >= period.to) return whole;
  const to = Math.max(whole.from + 1, Math.min(whole.to, asFar(period, whole, now)));
  return { ...whole, to, days: null };
}

/** The moment of the same day of the period before at which clocks show what they show now; or as much later than its beginning. */
function asFar({ zone, from, days }: Period, before: Period, now: Instant): Instant {
  if (days === null || before.days === null) return before.from + now - from;
  const local = now + offsetAt(zone, now);
  const day = Math.floor(local / DAY_MS);
  return Math.round(momentOf(zone, before.days.first + day - days.first, (local - day * DAY_MS) / MINUTE_MS, 'first'));
}

/** As many days before it; as many calendar months, when it is whole months; the same time, when it was named by moments. */
function wholeBefore({ zone, from, to, days }: Period): Period {
  if (days === null) return { zone, from: from - (to - from), to: from, days };
  const months = wholeMonths(days);
  const first = months === null ? days.first - (days.last - days.first + 1) : monthsLater(days.first, -months);
  return { zone, from: midnight(zone, first), to: from, days: { first, last: days.first - 1 } };
}

/** How many calendar months these days are, if they are whole months. */
export function wholeMonths({ first, last }: { readonly first: number; readonly last: number }): number | null {
  const [begin, end] = [new Date(first * DAY_MS), new Date((last + 1) * DAY_MS)];
  if (begin.getUTCDate() !== 1 || end.getUTCDate() !== 1) return null;
  return (end.getUTCFullYear() - begin.getUTCFullYear()) * 12 + end.getUTCMonth() - begin.getUTCMonth();
}

/** The first day of the month that lies so many months after that of a day. */
function monthsLater(day: number, months: number): number {
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / DAY_MS;
}

/** None is longer, whatever clocks do: a period of thousands of years is refused before anybody walks through it. */
const LONGEST: Record<Group, number> = { hour: 2 * HOUR_MS, day: 2 * DAY_MS, week: 8 * DAY_MS, month: 33 * DAY_MS };

/** The hours, days, weeks (from Monday) or months of a period, in order and without gaps; the first and the last may be cut. Refuses more than 1,500. */
export function bucketsOf(period: Period, group: Group): Stretch[] {
  const tooLong = period.to - period.from > MOST_BUCKETS * LONGEST[group];
  const starts = tooLong ? [] : [...startsIn(period, group)];
  if (tooLong || starts.length > MOST_BUCKETS)
    throw invalid('group', `that would be more than ${MOST_BUCKETS.toLocaleString('en')} groups: take longer ones or a shorter period`);
  return starts.map((from, at) => ({ from, to: starts[at + 1] ?? period.to }));
}

/** Where they begin; the first with the period. */
function* startsIn(period: Period, group: Group): Generator<Instant> {
  let [last, many] = [period.from, 1];
  yield last;
  for (const start of group === 'hour' ? hoursIn(period) : daysIn(period, NEXT[group])) {
    if (start <= last) continue;
    if (start >= period.to || many > MOST_BUCKETS) return;
    [last, many] = [start, many + 1];
    yield start;
  }
}

/** 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** The day on which the next of its kind begins. */
const NEXT: Record<Exclude<Group, 'hour'>, (day: number) => number> = {
  day: (day) => day + 1,
  week: (day) => day + 7 - weekdayOf(day),
  month: (day) => monthsLater(day, 1),
};

function* daysIn({ zone, from }: Period, next: (day: number) => number): Generator<Instant> {
  for (let day = next(localDay(zone, from)); ; day = next(day)) yield midnight(zone, day);
}

/** The local hours. Where clocks turn an hour ends: one that comes twice is two, and one that is cut is shorter. */
function* hoursIn(period: Period): Generator<Instant> {
  for (const { from, to, offset } of clocksIn(period)) {
    yield from;
    for (let hour = Math.floor((from + offset) / HOUR_MS) + 1; hour * HOUR_MS - offset < to; hour++) yield hour * HOUR_MS - offset;
  }
}

/** Between two changes of a zone's clocks: by how much they are ahead of UTC. */
export interface Clocks extends Stretch {
  readonly offset: number;
}

const PROBE = 7 * DAY_MS;

export function* clocksIn({ zone, from, to }: Stretch & { readonly zone: string }): Generator<Clocks> {
  let [begun, offset] = [from, offsetAt(zone, from)];
  for (let at = from; at < to; at += PROBE) {
    const end = Math.min(at + PROBE, to);
    const then = offsetAt(zone, end);
    if (then === offset) continue;
    const turn = turnOf(zone, at, end);
    if (turn < to) yield { from: begun, to: turn, offset };
    if (turn < to) [begun, offset] = [turn, then];
  }
  yield { from: begun, to, offset };
}

/** The bucket in which a moment lies; buckets follow each other without gaps. */
export function bucketAt(buckets: readonly Stretch[], at: Instant): number {
  let [low, high] = [0, buckets.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((buckets[middle] as Stretch).from <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The bucket of each moment; quick when they come in their order. */
export function nextBucket(buckets: readonly Stretch[]): (moment: Instant) => number {
  let at = 0;
  let { from, to } = buckets[0] as Stretch;
  return (moment) => {
    if (moment >= from && moment < to) return at;
    at = bucketAt(buckets, moment);
    ({ from, to } = buckets[at] as Stretch);
    return at;
  };
}
