/** Days are written as the API takes them: 2026-11-22. All of this is of the calendar, without a clock. */
const DAY = 86_400_000;
const LENGTH = '2026-11-22'.length;

/** The day that it is in a zone at a moment, in milliseconds. */
export function dayIn(zone: string, at: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** So many days on; or back, below zero. */
export const daysOn = (day: string, count: number): string => new Date(Date.parse(day) + count * DAY).toISOString().slice(0, LENGTH);

/** The first day of the month that is so many months from this day's. */
export function monthOn(day: string, count: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + count, 1)).toISOString().slice(0, LENGTH);
}

export const lastOfMonth = (day: string): string => daysOn(monthOn(day, 1), -1);

export interface Days {
  readonly from: string;
  readonly to: string;
}

/** From the first of the month on; on that day the month before. */
export function thisMonth(today: string): Days {
  const first = monthOn(today, 0);
  return first === today ? { from: monthOn(today, -1), to: daysOn(today, -1) } : { from: first, to: today };
}

export type Period = { readonly days: number } | { readonly months: number };

/** Which days a period means on a day: those before it, or the calendar months before its own. */
export function daysOf(period: Period, today: string): Days {
  return 'days' in period
    ? { from: daysOn(today, -period.days), to: daysOn(today, -1) }
    : { from: monthOn(today, -period.months), to: daysOn(monthOn(today, 0), -1) };
}

/** Says days of a calendar as people do: a month or a year by its name, `1 to 22 Nov 2026` otherwise. `to`: the word between two. */
export function daysSaidIn(locale: string, to: string): (days: Days) => string {
  const formatter = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const day = formatter({ day: 'numeric', month: 'short', year: 'numeric' });
  const month = formatter({ month: 'long', year: 'numeric' });
  return ({ from, to: last }) => {
    const whole = from === monthOn(from, 0) && last === lastOfMonth(last);
    if (whole && from.endsWith('-01-01') && last === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
    return (whole ? month : day)
      .formatRangeToParts(Date.parse(from), Date.parse(last))
      .map(({ value, source, type }) => (type === 'literal' && source === 'shared' && /[–—-]/.test(value) ? ` ${to} ` : value))
      .join('');
  };
}
