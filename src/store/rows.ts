import { createHash } from 'node:crypto';
import { clean, cleanDeep } from '../domain/text';
import type { Column, Table } from './columns';

export type Row = Readonly<Record<string, unknown>>;
export type Value = string | number | null | Buffer;

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
export const written = <R>(table: Table<R>): readonly string[] => planOf(table).written;

/** A table as rows are written and read: worked out once, because each message passes through seven of them. */
interface Plan {
  readonly written: readonly string[];
  readonly write: readonly ((row: unknown) => Value)[];
  /** Fields with the names of their columns, by prefix. */
  readonly read: Map<string, readonly Field[]>;
}

interface Field {
  readonly name: string;
  readonly column: string;
  readonly kind: Column['kind'];
}

const plans = new WeakMap<object, Plan>();

function planOf<R>(table: Table<R>): Plan {
  const known = plans.get(table);
  if (known) return known;
  const fields = Object.entries<Column>(table.columns).map(
    ([name, column]) =>
      (row: unknown) =>
        encoded(column, (row as Row)[name]),
  );
  const derived = Object.values(table.derived).map((column) => (row: unknown) => encoded(column, column.from(row as R)));
  const plan = { written: [...Object.keys(table.columns), ...Object.keys(table.derived)], write: [...fields, ...derived], read: new Map() };
  plans.set(table, plan);
  return plan;
}

/** A value as the columns of its row, in the order of `written`, or only those at these places. */
export function encode<R>(table: Table<R>, row: R, places?: readonly number[]): Value[] {
  const { write } = planOf(table);
  return places ? places.map((place) => write[place]?.(row) ?? null) : write.map((field) => field(row));
}

function encoded(column: Column, value: unknown): Value {
  if (value === undefined || value === null) return null;
  if (column.kind === 'json') return column.original ? JSON.stringify(value) : cleanJson(value);
  if (column.kind === 'flag') return value ? 1 : 0;
  if (column.kind === 'bytes') return asBuffer(value as Uint8Array);
  if (column.provider) return providerKey(value as string);
  return typeof value === 'string' ? clean(value) : (value as number);
}

/** The driver of MySQL takes no other bytes. */
const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, byteLength);

/** JSON spells NUL and lone surrogates out with a `\u`; hardly any value has one. */
function cleanJson(value: unknown): string {
  const text = JSON.stringify(value);
  return text.includes('\\u') ? JSON.stringify(cleanDeep(value)) : text;
}

/** The value that a row keeps; `prefix` names its columns when a join put several tables into one row. */
export function decode<R>(table: Table<R>, row: Row, prefix = ''): R {
  const value: Record<string, unknown> = {};
  for (const { name, column, kind } of fieldsOf(table, prefix)) value[name] = decoded(kind, row[column]);
  return value as R;
}

function fieldsOf<R>(table: Table<R>, prefix: string): readonly Field[] {
  const { read } = planOf(table);
  const known = read.get(prefix);
  if (known) return known;
  const fields = Object.entries<Column>(table.columns).map(([name, { kind }]) => ({ name, column: prefix + name, kind }));
  read.set(prefix, fields);
  return fields;
}

function decoded(kind: Column['kind'], value: unknown): unknown {
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
