import type { Table } from './columns';
import type { Query } from './database';
import { encode, marks, quoted, type Value, written } from './rows';

/** How many rows, and about how many characters, one statement carries at most on MySQL: its packets are finite. */
const ROWS = 1_000;
const CHARACTERS = 2_000_000;

/** Writes many rows in one statement. Ids are made by the process, so nothing is read back. */
export interface Bulk {
  insert<R>(table: Table<R>, rows: readonly R[]): Promise<void>;
  /** Rows of which some may be there: those stay as they are. */
  insertMissing<R>(table: Table<R>, rows: readonly R[]): Promise<void>;
  /**
   * Full rows that this transaction has locked and knows to exist; answers how many there were.
   * With `changed`, only these columns are written: SQLite rewrites the entries of every index that a statement names a column of.
   */
  update<R>(table: Table<R>, rows: readonly R[], changed?: readonly string[]): Promise<void>;
  /** Rows of which some are new. Only for tables without another unique key than the primary one. */
  upsert<R>(table: Table<R>, rows: readonly R[]): Promise<void>;
}

/** Every statement is prepared once and runs once a row. */
export const bulkOnSqlite = (query: Query): Bulk => ({
  insert: (table, rows) => writeEach(query, insertOne(table), rows, (row) => encode(table, row)).then(() => undefined),
  insertMissing: (table, rows) =>
    writeEach(query, `${insertOne(table)} on conflict do nothing`, rows, (row) => encode(table, row)).then(() => undefined),
  async update(table, rows, changed = written(table)) {
    const columns = [...changed.filter((column) => !table.primary.includes(column)), ...table.primary];
    const affected = await writeEach(query, updateOne(table, columns), rows, picked(table, columns));
    if (affected !== rows.length) throw new Error(`${rows.length} rows of ${table.name} were to change, ${affected} did`);
  },
  upsert: (table, rows) => writeEach(query, upsertOne(table), rows, (row) => encode(table, row)).then(() => undefined),
});

export const bulkOnMysql = (query: Query): Bulk => ({
  insert: (table, rows) =>
    eachPacket(table, rows, (packet) => query(`insert into ${table.name} (${quoted(written(table))}) values ?`, [packet])),
  insertMissing: (table, rows) => eachPacket(table, rows, (packet) => query(overwrite(table, [], table.primary[0]), [packet])),
  // An insert that always meets its row: the only update of many rows with different values that rides the primary key.
  update: (table, rows, changed) => eachPacket(table, rows, (packet) => query(overwrite(table, changed), [packet])),
  upsert: (table, rows) => eachPacket(table, rows, (packet) => query(overwrite(table), [packet])),
});

async function writeEach<R>(query: Query, sql: string, rows: readonly R[], values: (row: R) => Value[]): Promise<number> {
  return rows.length === 0 ? 0 : (await query(sql, [rows.map(values)])).affected;
}

const insertOne = <R>(table: Table<R>): string => `insert into ${table.name} (${quoted(written(table))}) values (${marks(written(table))})`;

function upsertOne<R>(table: Table<R>): string {
  const set = written(table)
    .filter((column) => !table.primary.includes(column))
    .map((column) => `\`${column}\` = excluded.\`${column}\``);
  return `${insertOne(table)} on conflict (${quoted(table.primary)}) do update set ${set.join(', ')}`;
}

/** Sets all but the last of these columns, which are the primary key. */
function updateOne<R>(table: Table<R>, columns: readonly string[]): string {
  const is = (column: string) => `\`${column}\` = ?`;
  const set = columns.slice(0, -table.primary.length);
  return `update ${table.name} set ${set.map(is).join(', ')} where ${table.primary.map(is).join(' and ')}`;
}

function picked<R>(table: Table<R>, columns: readonly string[]): (row: R) => Value[] {
  const all = written(table);
  const places = columns.map((column) => all.indexOf(column));
  return (row) => encode(table, row, places);
}

/** Bytes are written as hexadecimal digits. */
const sizeOf = (value: Value): number => (typeof value === 'string' ? value.length : Buffer.isBuffer(value) ? 2 * value.length : 8);

async function eachPacket<R>(table: Table<R>, rows: readonly R[], write: (packet: Value[][]) => Promise<unknown>): Promise<void> {
  let packet: Value[][] = [];
  let size = 0;
  for (const row of rows) {
    const values = encode(table, row);
    const length = values.reduce<number>((sum, value) => sum + sizeOf(value), 0);
    if (packet.length === ROWS || (packet.length > 0 && size + length > CHARACTERS)) {
      await write(packet);
      packet = [];
      size = 0;
    }
    packet.push(values);
    size += length;
  }
  if (packet.length > 0) await write(packet);
}

/** `same`: a column that a row which is there sets to what it is. */
function overwrite<R>(table: Table<R>, changed?: readonly string[], same?: string): string {
  const columns = written(table);
  const rest = same ? [same] : (changed ?? columns).filter((column) => !table.primary.includes(column));
  const set = rest.map((column) => `\`${column}\` = values(\`${column}\`)`).join(', ');
  return `insert into ${table.name} (${quoted(columns)}) values ? on duplicate key update ${set}`;
}
