import { type Column, headingsOf, isFormula, stampsIn } from './sheet';

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

const quoted = (text: string): string => (MARKED.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A spreadsheet runs what begins like a formula, whoever wrote it: an apostrophe in front keeps it text. */
export function csvOf<Row>(columns: readonly Column<Row>[], zone: string): Csv<Row> {
  const stamp = stampsIn(zone);
  let escaped = 0;
  const text = (value: string): string => {
    if (!isFormula(value)) return quoted(value);
    escaped++;
    return quoted(`'${value}`);
  };
  const cell = ({ kind, value }: Column<Row>, row: Row): string => {
    const held = value(row);
    if (held === null) return '';
    if (kind === 'text') return text(held as string);
    return kind === 'time' ? stamp(held as number) : String(held);
  };
  return {
    head: (bom) => `${bom ? '\uFEFF' : ''}${headingsOf(columns, zone).map(text).join(',')}\r\n`,
    lines(rows) {
      escaped = 0;
      let lines = '';
      for (const row of rows) {
        lines += cell(columns[0] as Column<Row>, row);
        for (let at = 1; at < columns.length; at++) lines += `,${cell(columns[at] as Column<Row>, row)}`;
        lines += '\r\n';
      }
      return { text: lines, escaped };
    },
  };
}
