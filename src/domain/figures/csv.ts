import { type Column, FORMULA_SIGNS, headingsOf, isFormula, stampsIn } from './sheet';

/** Lines of a CSV file, and how many of their cells were made harmless. */
export interface Lines {
  readonly text: string;
  readonly escaped: number;
}

/** RFC 4180: commas, CRLF, quotes where they are needed. */
export interface Csv<Row> {
  head(bom: boolean): string;
  lines(rows: readonly Row[]): Lines;
}

const MARKED = /[",\r\n]/;

/** Most texts need neither quotes nor an apostrophe: one look tells. */
const CARE = new RegExp(`^[${FORMULA_SIGNS}]|[",\\r\\n]`);

const quoted = (text: string): string => (MARKED.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A spreadsheet runs what begins like a formula, whoever wrote it: an apostrophe in front keeps it text. */
export function csvOf<Row>(columns: readonly Column<Row>[], zone: string): Csv<Row> {
  const stamp = stampsIn(zone);
  let escaped = 0;
  const text = (value: string): string => {
    if (!CARE.test(value)) return value;
    if (!isFormula(value)) return quoted(value);
    escaped++;
    return quoted(`'${value}`);
  };
  const cells = columns.map(({ kind, value }): ((row: Row) => string | number) => {
    if (kind === 'text') return written(value as Told<Row, string>, text);
    return kind === 'time' ? written(value as Told<Row, number>, stamp) : (row) => value(row) ?? '';
  });
  return {
    head: (bom) => `${bom ? '\uFEFF' : ''}${headingsOf(columns, zone).map(text).join(',')}\r\n`,
    lines(rows) {
      escaped = 0;
      let lines = '';
      for (const row of rows) {
        lines += (cells[0] as (row: Row) => string | number)(row);
        for (let at = 1; at < cells.length; at++) lines += `,${(cells[at] as (row: Row) => string | number)(row)}`;
        lines += '\r\n';
      }
      return { text: lines, escaped };
    },
  };
}

type Told<Row, T> = (row: Row) => T | null;

const written =
  <Row, T>(value: Told<Row, T>, write: (held: T) => string) =>
  (row: Row): string => {
    const held = value(row);
    return held === null ? '' : write(held);
  };
