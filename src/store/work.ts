import type { Chat } from '../domain/chat';
import type { Contact } from '../domain/contact';
import { clean } from '../domain/text';
import type { Ticket } from '../domain/ticket';
import { type Bulk, bulkOnMysql, bulkOnSqlite } from './bulk';
import type { Dialect } from './columns';
import type { Query } from './database';

/** What the parts of an open transaction share. */
export interface Work {
  readonly dialect: Dialect;
  readonly query: Query;
  readonly bulk: Bulk;
  /** Ends a select that locks its rows; SQLite has one writer and needs none. */
  readonly lock: string;
  /** Rows of open tickets as this transaction has read them: what a save leaves as it was is not written. */
  readonly tickets: Map<string, Ticket>;
  /** Versions of the rows that this transaction has read, as `table:id`. */
  readonly versions: Map<string, number>;
  /** The chats that it holds, as it has read them, or has made (null): tickets are written under the lock of their chat. */
  readonly chats: Map<string, Chat | null>;
  /** People as this transaction has read them: what they were called until it calls them otherwise. */
  readonly contacts: Map<string, Contact>;
  /** Whether it has changed the configuration. */
  readonly house: { moved: boolean };
}

export function workOver(dialect: Dialect, query: Query): Work {
  const bulk = dialect === 'mysql' ? bulkOnMysql(query) : bulkOnSqlite(query);
  return {
    dialect,
    query,
    bulk,
    lock: dialect === 'mysql' ? ' for update' : '',
    tickets: new Map(),
    versions: new Map(),
    chats: new Map(),
    contacts: new Map(),
    house: { moved: false },
  };
}

/** `in (…)` for a list of any length; on SQLite the text stays the same, so that it is prepared once. */
export function among(dialect: Dialect, values: readonly (string | number)[]): { readonly sql: string; readonly value: unknown } {
  const cleaned = values.map((value) => (typeof value === 'string' ? clean(value) : value));
  return dialect === 'mysql'
    ? { sql: 'in (?)', value: cleaned }
    : { sql: 'in (select value from json_each(?))', value: JSON.stringify(cleaned) };
}

interface Versioned {
  readonly id: string;
  readonly version: number;
}

export function remember<R extends Versioned>(work: Work, table: string, rows: readonly R[]): readonly R[] {
  for (const { id, version } of rows) work.versions.set(`${table}:${id}`, version);
  return rows;
}

/** The row with the version after the one that was read: a save is one step, whatever the caller did to the number. */
export const stepped = <R extends Versioned>(work: Work, table: string, row: R): R => ({
  ...row,
  version: (work.versions.get(`${table}:${row.id}`) ?? row.version) + 1,
});
