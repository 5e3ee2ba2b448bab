import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';

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
      run: (...values: unknown[]) => statement.run(...values.map(bindable)),
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

function bindable(value: unknown): Bindable {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string') return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`cannot bind ${Object.prototype.toString.call(value)}`);
}
