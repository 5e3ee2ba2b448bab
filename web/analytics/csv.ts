/** A line of the file: which figure, of what, from when to when, how much, of which unit. Numbers stay numbers. */
export type Line = readonly (string | number | null)[];

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function cell(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const text = value === null ? '' : FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180. Names that begin like a formula get a quote before them. */
export const csvOf = (lines: readonly Line[]): string => lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
