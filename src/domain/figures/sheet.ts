import { offsetAt } from '../local-time';
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
const BEGINS = new Set([...'=+-@\t\r\n＝＋－＠'].map((sign) => sign.charCodeAt(0)));

export const isFormula = (text: string): boolean => BEGINS.has(text.charCodeAt(0));

const QUARTER = 15 * 60_000;
const KNOWN = 10_000;

interface Quarter {
  /** Up to the hour: `2026-11-22T10`. */
  readonly hour: string;
  /** In the zone, in seconds of the hour. */
  readonly begins: number;
  readonly offset: string;
}

/** Moments as `2026-11-22T10:15:00+01:00`: the clock of a zone with its distance from UTC, to the second. */
export function stampsIn(zone: string): (at: Instant) => string {
  const quarters = new Map<number, Quarter>();
  return (at) => {
    const number = Math.floor(at / QUARTER);
    let quarter = quarters.get(number);
    if (!quarter) {
      if (quarters.size >= KNOWN) quarters.clear();
      quarter = quarterIn(zone, number * QUARTER);
      quarters.set(number, quarter);
    }
    const second = quarter.begins + Math.floor((at - number * QUARTER) / 1000);
    return `${quarter.hour}:${TWO[Math.floor(second / 60)]}:${TWO[second % 60]}${quarter.offset}`;
  };
}

const two = (number: number): string => String(number).padStart(2, '0');
const TWO = Array.from({ length: 60 }, (_, number) => two(number));

/** Clocks turn at quarters of an hour. */
function quarterIn(zone: string, at: Instant): Quarter {
  const ms = offsetAt(zone, at);
  const local = new Date(at + ms);
  const minutes = Math.abs(Math.round(ms / 60_000));
  return {
    hour: local.toISOString().slice(0, 13),
    begins: local.getUTCMinutes() * 60 + local.getUTCSeconds(),
    offset: `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`,
  };
}
