import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';

type Bindable = null | number | bigint | string | Uint8Array;

/**
 * The embedded database in the place where TypeORM expects better-sqlite3.
 * Speaks node:sqlite's API, so that the built-in module can take over one day.
 */
export class EmbeddedSqlite {
  private readonly db: DatabaseSyncInstance;

  constructor(file: string) {
    this.db = new DatabaseSync(file);
  }

  prepare(sql: string) {
    const statement = this.db.prepare(sql);
    return {
      reader: statement.columns().length > 0,
      all: (...values: unknown[]) => statement.all(...values.map(bindable)),
      run: (...values: unknown[]) => (isRows(values) ? runEach(statement, values[0]) : statement.run(...values.map(bindable))),
    };
  }

  exec(sql: string): this {
    this.db.exec(sql);
    return this;
  }

  pragma(text: string): unknown[] {
    return this.db.prepare(`pragma ${text}`).all();
  }

  close(): void {
    this.db.close();
  }
}

/** One parameter that is a list of rows: the statement runs once for each, which costs half of what rows in one JSON parameter cost. */
const isRows = (values: readonly unknown[]): values is [readonly Bindable[][]] => values.length === 1 && Array.isArray(values[0]);

function runEach(statement: StatementSyncInstance, rows: readonly Bindable[][]) {
  let changes = 0;
  for (const row of rows) changes += Number(statement.run(...row).changes);
  return { changes, lastInsertRowid: 0 };
}

function bindable(value: unknown): Bindable {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string') return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`cannot bind ${Object.prototype.toString.call(value)}`);
}
