import { DAYS, type Day, type Hours, type Span } from '../../src/domain/hours';

const span = (words: string): Span => ({ from: words.slice(0, words.indexOf('-')), to: words.slice(words.indexOf('-') + 1) });
const NO_DAYS = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

/** Hours by words such as `09:00-17:30`, on these days. */
export const office = (timeZone: string, days: Partial<Record<Day, readonly string[]>>, holidays: Hours['holidays'] = []): Hours => ({
  timeZone,
  days: { ...NO_DAYS, ...Object.fromEntries(Object.entries(days).map(([day, spans]) => [day, spans.map(span)])) },
  holidays,
});

/** The same hours on every day of the week. */
export const daily = (timeZone: string, ...spans: readonly string[]): Hours =>
  office(timeZone, Object.fromEntries(DAYS.map((day) => [day, spans])));

export const holiday = (date: string, ...spans: readonly string[]): Hours['holidays'][number] => ({
  date,
  name: 'A holiday',
  spans: spans.map(span),
});
