import type { EntitySchemaColumnOptions } from 'typeorm';

export type Dialect = 'sqlite' | 'mysql';

/**
 * How a field lies in its column.
 * - `id`: our own ids, compared with whatever a caller takes for one · `word`: our own words (statuses, kinds) · `key`: what others made, compared byte by byte
 * - `text`: of any length · `json`: any value, as text · `integer` · `instant`: milliseconds · `flag`: a boolean as 0 or 1 · `bytes`: up to some megabytes
 */
export type ColumnKind = 'id' | 'word' | 'key' | 'text' | 'json' | 'integer' | 'instant' | 'flag' | 'bytes';

export interface Column {
  readonly kind: ColumnKind;
  readonly length?: number;
  readonly nullable?: boolean;
  /** Long provider ids are kept as their hash (`providerKey`). */
  readonly provider?: boolean;
  /** Kept as it came, NUL and lone surrogates included: JSON spells them out. */
  readonly original?: boolean;
}

/** A column that no field has: made from the row at each write, never read back. */
export interface Derived<Row> extends Column {
  readonly from: (row: Row) => unknown;
}

export interface Index {
  readonly name: string;
  readonly on: readonly string[];
  readonly unique?: boolean;
}

export interface Table<Row> {
  readonly name: string;
  readonly columns: { readonly [Field in keyof Row]: Column };
  readonly derived: Readonly<Record<string, Derived<Row>>>;
  /** Columns that no bulk write touches. */
  readonly apart: Readonly<Record<string, Column>>;
  readonly primary: readonly string[];
  readonly indexes: readonly Index[];
}

export const id: Column = { kind: 'id' };
export const word: Column = { kind: 'word', length: 32 };
export const key = (length: number): Column => ({ kind: 'key', length });
export const providerId: Column = { kind: 'key', length: 512, provider: true };
export const text: Column = { kind: 'text' };
export const json: Column = { kind: 'json' };
export const original: Column = { kind: 'json', original: true };
export const integer: Column = { kind: 'integer' };
export const instant: Column = { kind: 'instant' };
export const flag: Column = { kind: 'flag' };
export const bytes: Column = { kind: 'bytes' };
export const maybe = (column: Column): Column => ({ ...column, nullable: true });

const ASCII = { charset: 'ascii', collation: 'ascii_bin' };
const BYTES = { charset: 'utf8mb4', collation: 'utf8mb4_bin' };

// Ids and keys are compared byte by byte: a case-blind collation took two provider ids for one.
// biome-ignore format: a table is read in columns
const TYPES: Record<ColumnKind, Record<Dialect, Partial<EntitySchemaColumnOptions>>> = {
  id:      { sqlite: { type: 'varchar', length: 32 }, mysql: { type: 'varchar', length: 32, ...BYTES } },
  word:    { sqlite: { type: 'varchar' },             mysql: { type: 'varchar', ...ASCII } },
  key:     { sqlite: { type: 'varchar' },             mysql: { type: 'varchar', ...BYTES } },
  text:    { sqlite: { type: 'text' },                mysql: { type: 'longtext', ...BYTES } },
  json:    { sqlite: { type: 'text' },                mysql: { type: 'longtext', ...BYTES } },
  integer: { sqlite: { type: 'integer' },             mysql: { type: 'int' } },
  instant: { sqlite: { type: 'bigint' },              mysql: { type: 'bigint' } },
  flag:    { sqlite: { type: 'tinyint' },             mysql: { type: 'tinyint' } },
  bytes:   { sqlite: { type: 'blob' },                mysql: { type: 'longblob' } },
};

export function typeOf({ kind, length, nullable = false }: Column, dialect: Dialect): EntitySchemaColumnOptions {
  return { ...TYPES[kind][dialect], ...(length === undefined ? {} : { length }), nullable } as EntitySchemaColumnOptions;
}

/** Of a table with nothing beside its columns. */
export const plain = { derived: {}, apart: {}, indexes: [] };
