import type { Table } from './columns';
import type { Query } from './database';
import { type Value, encode, quoted, written } from './rows';

/** How many rows, and about how many characters, one statement carries at most: MySQL's packets are finite. */
const ROWS = 1_000;
const CHARACTERS = 2_000_000;

/**
 * Writes many rows in one statement. Ids are made by the process, so nothing is read back.
 * The text of a statement is constant on SQLite (rows travel as one JSON parameter), so that it is prepared once.
 */
export interface Bulk {
  insert<R>(table: Table<R>, rows: readonly R[]): Promise<void>;
  /** Full rows that this transaction has locked and knows to exist; answers how many there were. */
  update<R>(table: Table<R>, rows: readonly R[]): Promise<void>;
  /** Rows of which some are new. Only for tables without another unique key than the primary one. */
  upsert<R>(table: Table<R>, rows: readonly R[]): Promise<void>;
}

export const bulkOnSqlite = (query: Query): Bulk => ({
  insert: (table, rows) => eachPacket(table, rows, (packet) => query(statements(table).insert, [JSON.stringify(packet)])),
  update: (table, rows) =>
    eachPacket(table, rows, async (packet) => {
      const { affected } = await query(statements(table).update, [JSON.stringify(packet)]);
      if (affected !== packet.length) throw new Error(`${packet.length} rows of ${table.name} were to change, ${affected} did`);
    }),
  upsert: (table, rows) => eachPacket(table, rows, (packet) => query(statements(table).upsert, [JSON.stringify(packet)])),
});

export const bulkOnMysql = (query: Query): Bulk => ({
  insert: (table, rows) => eachPacket(table, rows, (packet) => query(`insert into ${table.name} (${quoted(written(table))}) values ?`, [packet])),
  // An insert that always meets its row: the only update of many rows with different values that rides the primary key.
  update: (table, rows) => eachPacket(table, rows, (packet) => query(overwrite(table), [packet])),
  upsert: (table, rows) => eachPacket(table, rows, (packet) => query(overwrite(table), [packet])),
});

async function eachPacket<R>(table: Table<R>, rows: readonly R[], write: (packet: Value[][]) => Promise<unknown>): Promise<void> {
  let packet: Value[][] = [];
  let size = 0;
  for (const row of rows) {
    const values = encode(table, row);
    const length = values.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 8), 0);
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

type Statements = Record<'insert' | 'update' | 'upsert', string>;
const known = new Map<string, Statements>();

function statements<R>(table: Table<R>): Statements {
  const made = known.get(table.name) ?? sqliteStatements(table);
  known.set(table.name, made);
  return made;
}

function sqliteStatements<R>(table: Table<R>): Statements {
  const columns = written(table);
  const value = (column: string) => `j.value ->> ${columns.indexOf(column)}`;
  const rest = columns.filter((column) => !table.primary.includes(column));
  const insert = `insert into ${table.name} (${quoted(columns)}) select ${columns.map(value).join(', ')} from json_each(?) j`;
  const same = table.primary.map((column) => `t.\`${column}\` = ${value(column)}`).join(' and ');
  return {
    insert,
    update: `update ${table.name} as t set ${rest.map((column) => `\`${column}\` = ${value(column)}`).join(', ')} from json_each(?) j where ${same}`,
    upsert: `${insert} where true on conflict (${quoted(table.primary)}) do update set ${rest.map((column) => `\`${column}\` = excluded.\`${column}\``).join(', ')}`,
  };
}

function overwrite<R>(table: Table<R>): string {
  const columns = written(table);
  const rest = columns.filter((column) => !table.primary.includes(column));
  const set = rest.map((column) => `\`${column}\` = values(\`${column}\`)`).join(', ');
  return `insert into ${table.name} (${quoted(columns)}) values ? on duplicate key update ${set}`;
}
