import { DAYS, type Day, type Hours, type Span } from '../../../src/domain/hours';

const OFFICE: Span = { from: '09:00', to: '17:00' };
const WORKDAYS: readonly Day[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** From Monday to Friday: where one begins. */
export const officeHours = (timeZone: string): Hours => ({
  timeZone,
  days: daysOf((day) => (WORKDAYS.includes(day) ? [OFFICE] : [])),
  holidays: [],
});

export const daysOf = (spansOf: (day: Day) => readonly Span[]): Hours['days'] =>
  Object.fromEntries(DAYS.map((day) => [day, spansOf(day)])) as Hours['days'];

/** The hours with Monday's on every working day. */
export const likeMonday = (hours: Hours): Hours => ({
  ...hours,
  days: daysOf((day) => (WORKDAYS.includes(day) ? hours.days.mon : hours.days[day])),
});

/** One more stretch after the last; the first of a day are office hours. */
export function oneMore(spans: readonly Span[]): Span[] {
  const last = spans.at(-1);
  return [...spans, last ? { from: last.to === '24:00' ? '00:00' : last.to, to: '24:00' } : OFFICE];
}

/** A time as people type it: 9, 930, 9.30 and 9:30 are 09:30; what is none stays as it is. */
export function timeOf(typed: string): string {
  const found = /^(\d{1,2})(?:[:.h]?(\d{2}))?h?$/.exec(typed.trim());
  return found ? `${found[1]?.padStart(2, '0')}:${found[2] ?? '00'}` : typed.trim();
}

/** Whether it ends on the next day. */
export const isOvernight = ({ from, to }: Span): boolean => to !== '' && to <= from;

/** A day's name in a language; the first of 2024 was a Monday. */
export const dayName = (language: string, day: Day): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + DAYS.indexOf(day)));
