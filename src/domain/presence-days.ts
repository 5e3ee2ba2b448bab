import type { PresenceSpell, Said } from './agent';
import { dateOf, localDay, momentOf } from './local-time';
import type { Instant } from './ticket';

/** A stretch of one presence for one reason. */
export interface Stretch extends Said {
  readonly from: Instant;
  readonly to: Instant;
}

export interface PresenceDay {
  /** Local, `YYYY-MM-DD`. */
  readonly date: string;
  /** Its midnights: 23 to 25 hours lie between them where clocks turn. */
  readonly from: Instant;
  readonly to: Instant;
  readonly spells: readonly Stretch[];
  /** In ms, longest first. */
  readonly times: readonly (Said & { readonly ms: number })[];
}

export const midnight = (zone: string, day: number): Instant => momentOf(zone, day, 0, 'first');

interface Days {
  readonly zone: string;
  /** Days since 1970-01-01, both counted. */
  readonly first: number;
  readonly last: number;
  readonly now: Instant;
}

/** How long somebody was in which presence on each day, in the days of a zone; what lasts ends now. */
export function presenceDays(spells: readonly PresenceSpell[], { zone, first, last, now }: Days): PresenceDay[] {
  const until = Math.min(last, localDay(zone, now));
  return Array.from({ length: Math.max(0, until - first + 1) }, (_, at) => {
    const [from, to] = [midnight(zone, first + at), midnight(zone, first + at + 1)];
    const inDay = spells.map((spell) => cut(spell, { from, to, now })).filter((stretch) => stretch.from < stretch.to);
    return { date: dateOf(first + at), from, to, spells: inDay, times: summed(inDay) };
  });
}

function cut({ presence, reason, from, to }: PresenceSpell, day: { from: Instant; to: Instant; now: Instant }): Stretch {
  return { presence, reason, from: Math.max(from, day.from), to: Math.min(to ?? day.now, day.to) };
}

function summed(stretches: readonly Stretch[]): PresenceDay['times'] {
  const sums = new Map<string, Said & { readonly ms: number }>();
  for (const { presence, reason, from, to } of stretches) {
    const key = JSON.stringify([presence, reason]);
    sums.set(key, { presence, reason, ms: (sums.get(key)?.ms ?? 0) + to - from });
  }
  return [...sums.values()].sort((a, b) => b.ms - a.ms);
}
