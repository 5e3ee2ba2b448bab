import { type QueryRunner, Table, TableColumn, type TableColumnOptions, TableIndex } from 'typeorm';

export type Dialect = 'sqlite' | 'mysql';

export const dialectOf = (db: QueryRunner): Dialect => (db.dataSource.options.type === 'mysql' ? 'mysql' : 'sqlite');

/** A column of a migration, once its dialect is known. Old migrations stand on these: new kinds may be added, none may change. */
export type Draft = (dialect: Dialect) => TableColumnOptions;

const ASCII = { charset: 'ascii', collation: 'ascii_bin' };
const BYTES = { charset: 'utf8mb4', collation: 'utf8mb4_bin' };

const varchar =
  (charset: object) =>
  (name: string, length: number): Draft =>
  (dialect) => ({ name, type: 'varchar', length: String(length), ...(dialect === 'mysql' ? charset : {}) });

/** Our own words, which are ASCII. */
export const word = (name: string): Draft => varchar(ASCII)(name, 32);
/** What others made, or compare with what they made: any characters, byte by byte. */
export const key = varchar(BYTES);
export const id = (name: string): Draft => key(name, 32);
export const text =
  (name: string): Draft =>
  (dialect) =>
    dialect === 'mysql' ? { name, type: 'longtext', ...BYTES } : { name, type: 'text' };
export const json = text;
export const integer =
  (name: string): Draft =>
  (dialect) => ({ name, type: dialect === 'mysql' ? 'int' : 'integer' });
/** Milliseconds since 1970. */
export const instant =
  (name: string): Draft =>
  () => ({ name, type: 'bigint' });
export const flag =
  (name: string): Draft =>
  () => ({ name, type: 'tinyint' });

/** Up to some megabytes. */
export const bytes =
  (name: string): Draft =>
  (dialect) => ({ name, type: dialect === 'mysql' ? 'longblob' : 'blob' });

export const maybe =
  (draft: Draft): Draft =>
  (dialect) => ({ ...draft(dialect), isNullable: true });

export const columns = (dialect: Dialect, primary: readonly string[], drafts: readonly Draft[]): TableColumn[] =>
  drafts.map((draft) => {
    const options = draft(dialect);
    return new TableColumn({ ...options, isPrimary: primary.includes(options.name) });
  });

export const index = (name: string, columnNames: string[], isUnique = false): TableIndex => new TableIndex({ name, columnNames, isUnique });

/** A table as a migration makes it. */
export interface Plan {
  readonly name: string;
  readonly primary: readonly string[];
  readonly columns: readonly Draft[];
  readonly indexes?: readonly TableIndex[];
}

export async function makeTables(db: QueryRunner, plans: readonly Plan[]): Promise<void> {
  const dialect = dialectOf(db);
  for (const { name, primary, columns: drafts, indexes = [] } of plans)
    await db.createTable(new Table({ name, columns: columns(dialect, primary, drafts), indices: [...indexes] }));
}

export async function dropTables(db: QueryRunner, plans: readonly Plan[]): Promise<void> {
  for (const { name } of plans) await db.dropTable(name);
}
