import type { Group } from '../../src/domain/figures/periods';

/** How the points of a chart are called: shortly below the axis, in full where one of them is looked at. */
export interface Named {
  readonly short: (from: string) => string;
  readonly full: (from: string, to: string) => string;
}

/** `from`: the first moment; `to`: the one after the last, both in ISO. */
export function namedIn(language: string, zone: string, group: Group): Named {
  const formatter = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: zone, hourCycle: 'h23', ...options });
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const clock = { hour: '2-digit', minute: '2-digit' } as const;
  const SHORT: Readonly<Record<Group, Intl.DateTimeFormatOptions>> = {
    hour: clock,
    day: { weekday: 'short', day: 'numeric' },
    week: { day: 'numeric', month: 'short' },
    month: { month: 'short' },
  };
  const FULL: Readonly<Record<Group, Intl.DateTimeFormatOptions>> = {
    hour: { ...day, ...clock },
    day,
    week: { day: 'numeric', month: 'long', year: 'numeric' },
    month: { month: 'long', year: 'numeric' },
  };
  const [short, full] = [formatter(SHORT[group]), formatter(FULL[group])];
  const isRange = group === 'week';
  return {
    short: (from) => short.format(new Date(from)).replace(',', ''),
    full: (from, to) => (isRange ? full.formatRange(new Date(from), lastOf(to)) : full.format(new Date(from))),
  };
}

const lastOf = (to: string): Date => new Date(Date.parse(to) - 1);

/** `16 to 22 November`: days without a zone, as calendars have them; the year when it is another than `year`. */
export function daysNamed(language: string, from: string, to: string, year: number): string {
  const sameYear = [from, to].every((date) => date.startsWith(`${year}-`));
  const format = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    day: 'numeric',
    month: from === to ? 'long' : 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
  return format.formatRange(new Date(from), new Date(to));
}

/** Monday to Sunday. */
export function weekdaysIn(language: string, length: 'short' | 'long'): readonly string[] {
  const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: length });
  return Array.from({ length: 7 }, (_, at) => format.format(Date.UTC(2024, 0, 1 + at)));
}
