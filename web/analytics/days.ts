import type { Group } from '../../src/domain/figures/periods';
import { dateOf, dayOfDate } from '../../src/domain/local-time';
import { GROUPS, type Preset } from './address';

/** Whole days, both included: YYYY-MM-DD. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const span = (from: number, to: number): Days => ({ from: dateOf(from), to: dateOf(to) });
/** 0 = Monday; the first of January 1970 was a Thursday. */
const weekday = (day: number): number => (day + 3) % 7;
const firstOfMonth = (day: number): number => dayOfDate(`${dateOf(day).slice(0, 7)}-01`);

const DAYS: Readonly<Record<Preset, (today: number) => Days>> = {
  today: (today) => span(today, today),
  yesterday: (today) => span(today - 1, today - 1),
  last_7: (today) => span(today - 6, today),
  this_week: (today) => span(today - weekday(today), today),
  last_week: (today) => span(today - weekday(today) - 7, today - weekday(today) - 1),
  this_month: (today) => span(firstOfMonth(today), today),
  last_month: (today) => span(firstOfMonth(firstOfMonth(today) - 1), firstOfMonth(today) - 1),
  last_30: (today) => span(today - 29, today),
  last_90: (today) => span(today - 89, today),
};

/** The days of a named period; `today` in days since 1970-01-01, as the desk's clocks have it. */
export const daysOf = (preset: Preset, today: number): Days => DAYS[preset](today);

export const lengthOf = ({ from, to }: Days): number => dayOfDate(to) - dayOfDate(from) + 1;

/** How these days can be grouped without a chart of thousands, or of one point. */
export function groupsFor(days: Days): readonly Group[] {
  const length = lengthOf(days);
  return GROUPS.filter(
    (group) =>
      (group === 'hour' && length <= 7) ||
      (group === 'day' && length <= 92) ||
      (group === 'week' && length > 7) ||
      (group === 'month' && length > 31),
  );
}

/** As one sees the most in them. */
export function groupFor(days: Days): Group {
  const length = lengthOf(days);
  if (length <= 2) return 'hour';
  if (length <= 45) return 'day';
  return length <= 200 ? 'week' : 'month';
}
