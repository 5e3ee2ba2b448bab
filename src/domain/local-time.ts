import type { Instant } from './ticket';

const MINUTE = 60_000;
export const DAY_MS = 24 * 60 * MINUTE;

type Shown = 'all' | 'time' | 'day' | 'date';

const TIME = { hourCycle: 'h23', hour: '2-digit', minute: '2-digit' } as const;
const SHOWN: Record<Shown, Intl.DateTimeFormatOptions> = {
  all: { ...TIME, calendar: 'gregory', year: 'numeric', month: 'numeric', day: 'numeric', second: 'numeric' },
  time: TIME,
  day: { ...TIME, weekday: 'short' },
  date: { ...TIME, day: 'numeric', month: 'short' },
};

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one is a hundred times dearer than using it. */
function formatterOf(zone: string, shown: Shown): Intl.DateTimeFormat {
  const name = `${shown} ${zone}`;
  const known = formatters.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...SHOWN[shown] });
  formatters.set(name, made);
  return made;
}

/** A local time as `14:02`, `Mon 14:02` or `2 Jan 14:02`. */
export function clockTime(zone: string, at: Instant, shown: Exclude<Shown, 'all'>): string {
  return formatterOf(zone, shown).format(at).replaceAll(',', '');
}

/** No clocks had turned before; and of the first years calendars tell no numbers that dates can be made of. */
const FIRST_TURN = Date.UTC(1800, 0, 1);

/** By how much a zone's clocks are ahead of UTC at a moment, in ms. */
export function offsetAt(zone: string, moment: Instant): number {
  const at = Math.max(moment, FIRST_TURN);
  const part: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone, 'all').formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/** The local date at a moment, in days since 1970-01-01. */
export const localDay = (zone: string, at: Instant): number => Math.floor((at + offsetAt(zone, at)) / DAY_MS);

/** Days since 1970-01-01 as a local date, `YYYY-MM-DD`, and back. */
export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
export const dayOfDate = (date: string): number => Date.parse(date) / DAY_MS;

/** Minutes since local midnight at a moment. */
export const localMinute = (zone: string, at: Instant): number => {
  const local = at + offsetAt(zone, at);
  return Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / MINUTE);
};

/**
 * The moment of a local time, in minutes since midnight of a day; 1440 is the end of the day. A time that clocks skip is the
 * moment after the gap; one that they show twice is its first or its second.
 */
export function momentOf(zone: string, day: number, minutes: number, which: 'first' | 'second'): Instant {
  const local = day * DAY_MS + minutes * MINUTE;
  const [before, after] = [offsetAt(zone, local - DAY_MS), offsetAt(zone, local + DAY_MS)];
  const shown = [local - before, local - after].filter((at, side) => offsetAt(zone, at) === [before, after][side]);
  if (shown.length === 0) return turnOf(zone, local - after, local - before);
  return which === 'first' ? Math.min(...shown) : Math.max(...shown);
}

/** When the clocks turn between two moments. */
export function turnOf(zone: string, from: Instant, to: Instant): Instant {
  const then = offsetAt(zone, to);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === then) high = middle;
    else low = middle;
  }
  return high;
}
