import { dateOf, offsetAt } from '../local-time';
import type { Instant } from '../ticket';

/**
 * One column of a report. `id` and `word`: our own, which no spreadsheet takes for anything else · `text`: what people wrote ·
 * `time`: milliseconds, written in the report's zone.
 */
export interface Column<Row> {
  readonly id: string;
  readonly heading: string;
  readonly sentence: string;
  readonly kind: 'id' | 'word' | 'text' | 'number' | 'time';
  value(row: Row): string | number | null;
}

export const headingsOf = (columns: readonly Column<never>[], zone: string): string[] =>
  columns.map(({ heading, kind }) => (kind === 'time' ? `${heading} (${zone})` : heading));

/** What spreadsheets begin to reckon at; some of the East at the wide ones, too. */
export const FORMULA_SIGNS = '=+\\-@\\t\\r\\n＝＋－＠';
const FORMULA = new RegExp(`^[${FORMULA_SIGNS}]`);

export const isFormula = (text: string): boolean => FORMULA.test(text);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const QUARTER = 15 * MINUTE;
const KNOWN = 10_000;

/** Moments as `2026-11-22T10:15:00+01:00`: the clock of a zone with its distance from UTC, to the second. */
export function stampsIn(zone: string): (at: Instant) => string {
  const ahead = offsetsIn(zone);
  const dates = remembering((day: number) => `${dateOf(day)}T`);
  const distances = remembering(distanceOf);
  return (at) => {
    const offset = ahead(at);
    const local = at + offset;
    const day = Math.floor(local / DAY);
    const second = Math.floor((local - day * DAY) / 1000);
    const minute = Math.floor(second / 60);
    return dates(day) + MINUTES[minute] + TWO[second - minute * 60] + distances(offset);
  };
}

/** Clocks turn at quarters of an hour: on most days not at all. */
function offsetsIn(zone: string): (at: Instant) => number {
  const days = remembering((day: number) => {
    const offset = offsetAt(zone, day * DAY);
    return offset === offsetAt(zone, (day + 1) * DAY) ? offset : null;
  });
  const quarters = remembering((quarter: number) => offsetAt(zone, quarter * QUARTER));
  return (at) => days(Math.floor(at / DAY)) ?? quarters(Math.floor(at / QUARTER));
}

/** Of the newest some thousands that were asked for. */
function remembering<T>(of: (number: number) => T): (number: number) => T {
  const known = new Map<number, T>();
  return (number) => {
    const before = known.get(number);
    if (before !== undefined) return before;
    if (known.size >= KNOWN) known.clear();
    const found = of(number);
    known.set(number, found);
    return found;
  };
}

const two = (number: number): string => String(number).padStart(2, '0');
const TWO = Array.from({ length: 60 }, (_, number) => two(number));
const MINUTES = Array.from({ length: 24 * 60 }, (_, minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}:`);

function distanceOf(offset: number): string {
  const minutes = Math.abs(Math.round(offset / MINUTE));
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
