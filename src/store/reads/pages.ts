import { invalid } from '../../domain/errors';
import type { Page, Paged } from '../../ports/store';
import type { Query } from '../database';
import type { Row } from '../rows';

export type Key = string | number;

/** Where a page begins: the keys of the last row of the former one. `list` keeps cursors of one order out of another. */
export const cursorAt = (list: string, keys: readonly Key[]): string => Buffer.from(JSON.stringify([list, ...keys])).toString('base64url');

/** The keys in a cursor of this list, each of the type that `like` shows; null for the first page. */
export function keysIn(list: string, cursor: string | null, like: readonly Key[]): Key[] | null {
  if (cursor === null) return null;
  const [name, ...keys] = parsed(cursor);
  const fits = name === list && keys.length === like.length && keys.every((key, i) => typeof key === typeof like[i]);
  if (!fits) throw invalid('cursor', 'expected a `nextCursor` of this list');
  return keys as Key[];
}

function parsed(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

export type Direction = 'asc' | 'desc';

export interface After {
  readonly sql: string;
  readonly values: readonly Key[];
}

/** What comes after a row, in an order by one or two columns. The first column stands alone first, so that an index gets a range. */
export function after(columns: readonly string[], direction: Direction, keys: readonly Key[] | null): After {
  if (keys === null) return { sql: 'true', values: [] };
  const sign = direction === 'asc' ? '>' : '<';
  const [first = '', second] = columns;
  const [from = 0, tie = 0] = keys;
  if (second === undefined) return { sql: `${first} ${sign} ?`, values: [from] };
  return { sql: `${first} ${sign}= ? and (${first} ${sign} ? or ${second} ${sign} ?)`, values: [from, from, tie] };
}

interface List<T> {
  readonly query: Query;
  /** Name of the order, for cursors. */
  readonly list: string;
  /** Everything up to the conditions, such as `select … from t`. */
  readonly select: string;
  readonly where?: string;
  readonly values?: readonly unknown[];
  /** One or two columns that no two rows share, as the select list names them in `keyNames`. */
  readonly by: readonly string[];
  readonly keyNames: readonly string[];
  readonly like: readonly Key[];
  readonly direction: Direction;
  readonly page: Page;
  decode(row: Row): T;
}

/** One page of a list by its keys: stable while rows come and go. */
export async function pageOf<T>({
  query,
  list,
  select,
  where = 'true',
  values = [],
  by,
  keyNames,
  like,
  direction,
  page,
  decode,
}: List<T>): Promise<Paged<T>> {
  const next = after(by, direction, keysIn(list, page.cursor, like));
  const order = by.map((column) => `${column} ${direction}`).join(', ');
  const sql = `${select} where ${where} and ${next.sql} order by ${order} limit ?`;
  const { rows } = await query(sql, [...values, ...next.values, page.limit + 1]);
  return paged(list, rows, page.limit, keyNames, decode);
}

export function paged<T>(
  list: string,
  rows: readonly Row[],
  limit: number,
  keyNames: readonly string[],
  decode: (row: Row) => T,
): Paged<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    data: shown.map(decode),
    nextCursor: more
      ? cursorAt(
          list,
          keyNames.map((name) => last[name] as Key),
        )
      : null,
  };
}
