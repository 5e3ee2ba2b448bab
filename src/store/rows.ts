import { createHash } from 'node:crypto';
import { clean, cleanDeep } from '../domain/text';
import type { Column, Table } from './columns';

export type Row = Readonly<Record<string, unknown>>;
export type Value = string | number | null;

const LONGEST = 512;

/**
 * A provider's id as it is kept: itself, or its hash when it is longer than 512 bytes
 * or ends with a space, which MySQL's comparisons leave out.
 */
export function providerKey(id: string): string {
  const whole = clean(id);
  return Buffer.byteLength(whole) > LONGEST || whole.endsWith(' ') ? `sha256:${createHash('sha256').update(whole).digest('hex')}` : whole;
}

export const quoted = (names: readonly string[], prefix = ''): string => names.map((name) => `${prefix}\`${name}\``).join(', ');

/** The columns that bulk writes fill, in their order. */
export const written = <R>(table: Table<R>): string[] => [...Object.keys(table.columns), ...Object.keys(table.derived)];

/** A value as the columns of its row, in the order of `written`. */
export function encode<R>(table: Table<R>, row: R): Value[] {
  const fields = Object.entries<Column>(table.columns).map(([name, column]) => encoded(column, row[name as keyof R]));
  const derived = Object.values(table.derived).map((column) => encoded(column, column.from(row)));
  return [...fields, ...derived];
}

function encoded(column: Column, value: unknown): Value {
  if (value === undefined || value === null) return null;
  if (column.kind === 'json') return JSON.stringify(column.original ? value : cleanDeep(value));
  if (column.kind === 'flag') return value ? 1 : 0;
  if (column.provider) return providerKey(value as string);
  return typeof value === 'string' ? clean(value) : (value as number);
}

/** The value that a row keeps; `prefix` names its columns when a join put several tables into one row. */
export function decode<R>(table: Table<R>, row: Row, prefix = ''): R {
  const fields = Object.entries<Column>(table.columns).map(([name, column]) => [name, decoded(column, row[prefix + name])]);
  return Object.fromEntries(fields) as R;
}

function decoded({ kind }: Column, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (kind === 'json') return JSON.parse(value as string);
  return kind === 'flag' ? value === 1 : value;
}

/** The select list of a table; with a prefix, fit for `decode` out of a join. */
export function selected<R>(table: Table<R>, alias: string, prefix = ''): string {
  return Object.keys(table.columns)
    .map((name) => `${alias}.\`${name}\`${prefix ? ` as \`${prefix}${name}\`` : ''}`)
    .join(', ');
}

export const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');
