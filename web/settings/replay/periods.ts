import { wallClock } from '../../ticket/zoned';

/** The periods over which other rules can be replayed: the last whole week, from Monday, or the last whole month. */
export const PERIODS = ['week', 'month'] as const;
export type PeriodName = (typeof PERIODS)[number];

/** Whole days of the desk's zone, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const DAY = 86_400_000;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

export function periodOf(name: PeriodName, now: number, zone: string): Period {
  const today = Date.parse(`${wallClock(now, zone).slice(0, 10)}T00:00:00Z`);
  if (name === 'week') {
    const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY;
    return { from: dayOf(monday - 7 * DAY), to: dayOf(monday - DAY) };
  }
  const last = Date.parse(`${dayOf(today).slice(0, 7)}-01T00:00:00Z`) - DAY;
  return { from: `${dayOf(last).slice(0, 7)}-01`, to: dayOf(last) };
}

/** October, for the month that a period is. */
export const monthOf = ({ from }: Period, language: string): string =>
  new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.parse(from));
