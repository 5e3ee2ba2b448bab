import { invalid } from '../errors';
import { localDay, momentOf } from '../local-time';
import type { Period, Stretch } from './periods';

/** Seven years of weeks. */
const MOST = 366;

/**
 * When it was this hour of this day of the week (0 = Monday) in a period's zone. An hour that clocks show twice counts with both
 * of its times; one that they skip is left out. Refuses more than 366 weeks.
 */
export function hourOfWeek({ zone, from, to }: Period, weekday: number, hour: number): readonly Stretch[] {
  const [first, last] = [localDay(zone, from), localDay(zone, to - 1)];
  if (last - first > 7 * MOST) throw invalid('from', `take a period of at most ${MOST} weeks to look at one hour of them`);
  const days = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((day) => (day + 3) % 7 === weekday);
  return days
    .map((day) => ({ from: Math.max(from, clockAt(zone, day, hour)), to: Math.min(to, clockAt(zone, day, hour + 1)) }))
    .filter((stretch) => stretch.from < stretch.to);
}

const clockAt = (zone: string, day: number, hour: number): number => momentOf(zone, day, hour * 60, 'first');
