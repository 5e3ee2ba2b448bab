const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

// biome-ignore format: a table is read in columns
const FIELDS: readonly { readonly from: number; readonly to: number; readonly names: readonly string[] }[] = [
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
  return given.every((list, at) => list.split(',').every((part) => isPart(part, fields[at] as (typeof FIELDS)[number])));
}

/** `*`, `5`, `mon`, `1-5`, and any of them with a step: `*\/10`. */
function isPart(part: string, { from, to, names }: (typeof FIELDS)[number]): boolean {
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
