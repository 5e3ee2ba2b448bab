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

/** What spreadsheets begin to reckon at. */
export const isFormula = (text: string): boolean => {
  const first = text.charCodeAt(0);
  return first === 61 || first === 43 || first === 45 || first === 64 || first === 9 || first === 13;
};

const QUARTER = 15 * 60_000;
const KNOWN = 10_000;

/** Moments as `2026-11-22T10:15:00+01:00`: the clock of a zone with its distance from UTC, to the second. */
export function stampsIn(zone: string): (at: Instant) => string {
  const offsets = new Map<number, { readonly ms: number; readonly text: string }>();
  return (at) => {
    const quarter = Math.floor(at / QUARTER);
    let offset = offsets.get(quarter);
    if (!offset) {
      if (offsets.size >= KNOWN) offsets.clear();
      offset = offsetIn(zone, quarter * QUARTER);
      offsets.set(quarter, offset);
    }
    return new Date(at + offset.ms).toISOString().slice(0, 19) + offset.text;
  };
}

/** Clocks turn at quarters of an hour. */
function offsetIn(zone: string, at: Instant): { ms: number; text: string } {
  const ms = offsetAt(zone, at);
  const minutes = Math.abs(Math.round(ms / 60_000));
  const two = (number: number): string => String(number).padStart(2, '0');
  return { ms, text: `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` };
}
