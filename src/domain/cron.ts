import { DAY_MS, localDay, momentOf } from './local-time';
import type { Instant } from './ticket';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

interface Field {
  readonly from: number;
  readonly to: number;
  readonly names: readonly string[];
}

// biome-ignore format: a table is read in columns
const FIELDS: readonly Field[] = [
  { from: 0, to: 59, names: [] },
  { from: 0, to: 59, names: [] },
  { from: 0, to: 23, names: [] },
  { from: 1, to: 31, names: [] },
  { from: 1, to: 12, names: MONTHS },
  { from: 0, to: 7,  names: DAYS },
];

/** Whether this is a cron expression of five fields (minute to weekday), or six with seconds first. */
export function isCron(text: string): boolean {
  const given = text.trim().split(/\s+/);
  const fields = FIELDS.slice(FIELDS.length - given.length);
  if (given.length !== fields.length || given.length < 5) return false;
  return given.every((list, at) => list.split(',').every((part) => isPart(part, fields[at] as Field)));
}

/** `*`, `5`, `mon`, `1-5`, and any of them with a step: `*\/10`. */
function isPart(part: string, { from, to, names }: Field): boolean {
  const [, range = '', step] = /^([^/]+)(?:\/([1-9]\d*))?$/.exec(part) ?? [];
  const within = (word: string) =>
    names.includes(word.toLowerCase()) || (/^\d{1,2}$/.test(word) && Number(word) >= from && Number(word) <= to);
  const ends = range.split('-');
  if (step !== undefined && Number(step) > to) return false;
  return range === '*' || (ends.length <= 2 && ends.every(within) && inOrder(ends));
}

function inOrder([first = '', last = first]: readonly string[]): boolean {
  return !/^\d+$/.test(first + last) || Number(first) <= Number(last);
}

/** No calendar repeats itself later: 29 February on a certain weekday comes back within 28 years, but for a turn of a century. */
const LONGEST = 41 * 366;

/**
 * When an expression of five fields is due next after a moment, by the clock of a zone; null = never. A time that clocks skip is
 * due when they have turned, one that they show twice is due once. Day of month and weekday: either, when both are said.
 */
export function nextRun(cron: string, zone: string, after: Instant): Instant | null {
  const [minutes, hours, dates, months, days] = cron
    .trim()
    .split(/\s+/)
    .map((list, at) => valuesIn(list, FIELDS[at + 1] as Field)) as [Values, Values, Values, Values, Values];
  const today = localDay(zone, after);
  for (let day = today; day < today + LONGEST; day++) {
    const date = new Date(day * DAY_MS);
    if (!months.has(date.getUTCMonth() + 1) || !isDay(date, dates, days)) continue;
    for (const hour of hours.all)
      for (const minute of minutes.all) {
        const at = momentOf(zone, day, hour * 60 + minute, 'first');
        if (at > after) return at;
      }
  }
  return null;
}

interface Values {
  readonly every: boolean;
  /** In order. */
  readonly all: readonly number[];
  has(value: number): boolean;
}

function isDay(date: Date, dates: Values, days: Values): boolean {
  const [byDate, byDay] = [dates.has(date.getUTCDate()), days.has(date.getUTCDay())];
  return dates.every || days.every ? byDate && byDay : byDate || byDay;
}

function valuesIn(list: string, field: Field): Values {
  const found = new Set(list.split(',').flatMap((part) => rangeIn(part, field)));
  if (field.to === 7 && found.has(7)) found.add(0);
  return { every: list === '*', all: [...found].sort((a, b) => a - b), has: (value) => found.has(value) };
}

function rangeIn(part: string, { from, to, names }: Field): number[] {
  const [range = '', step] = part.split('/');
  const value = (word: string): number => (names.includes(word.toLowerCase()) ? names.indexOf(word.toLowerCase()) + from : Number(word));
  const [first = '', last = step === undefined ? first : String(to)] = range.split('-');
  const [begin, end] = range === '*' ? [from, to] : [value(first), value(last)];
  const values: number[] = [];
  for (let at = begin; at <= end; at += Number(step ?? 1)) values.push(at);
  return values;
}
