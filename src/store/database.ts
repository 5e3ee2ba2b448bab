import { DataSource, type DataSourceOptions, type QueryRunner } from 'typeorm';
import { MIGRATIONS } from '../../migrations';
import type { Dialect } from './columns';
import { entitiesFor } from './entities';
import { withoutValues } from './failures';
import type { Row } from './rows';
import { sharingCommits } from './sharing';
import { EmbeddedSqlite } from './sqlite';

export interface Result {
  readonly rows: Row[];
  /** How many rows were changed. */
  readonly affected: number;
}

export type Query = (sql: string, values?: readonly unknown[]) => Promise<Result>;

/** One connected database: where committed data is read, and where transactions run. */
export interface Database {
  readonly dialect: Dialect;
  /** For migrations; everything else asks through `query` and `transaction`. */
  readonly source: DataSource;
  /** The file of an embedded database. */
  readonly file: string | null;
  /** Sees what is committed, never an open transaction. */
  query: Query;
  /** Runs `work` in a transaction: all of it or nothing. On SQLite they wait their turn. */
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>;
  /** Runs `work` while no transaction is open. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const SQLITE = 'sqlite:';
const WAIT = 5_000;

/**
 * What TypeORM is told about `url`: `sqlite:<path>` or `mysql://user:password@host:port/database`. The tables are for its
 * schema builder; the desk speaks SQL, and opens in a tenth of the time without them.
 */
export function sourceOptions(url: string): DataSourceOptions {
  const dialect = url.startsWith(SQLITE) ? 'sqlite' : 'mysql';
  const options = dialect === 'sqlite' ? sqliteOptions(url.slice(SQLITE.length)) : mysqlOptions(url);
  return { ...options, entities: entitiesFor(dialect) } as DataSourceOptions;
}

/** `looks`: beside whoever owns an embedded database, of which nothing is changed then. */
export async function openDatabase(url: string, { looks = false } = {}): Promise<Database> {
  return url.startsWith(SQLITE) ? openSqlite(url.slice(SQLITE.length), looks) : openMysql(url);
}

/** 16 MB of log before it is copied into the file: pages that many batches change are copied once (a tenth more messages than at 4 MB). */
const LOG_PAGES = 4000;

/** What a connection keeps of the file, in KiB; who only looks walks through it once. */
const CACHE = 65_536;
const CACHE_TO_LOOK = 4_096;

function sqliteOptions(database: string, pragmas: readonly string[] = [], cache = CACHE): DataSourceOptions {
  const all = [
    `busy_timeout = ${WAIT}`,
    'journal_mode = WAL',
    'synchronous = FULL',
    `cache_size = -${cache}`,
    `wal_autocheckpoint = ${LOG_PAGES}`,
    ...pragmas,
  ];
  return {
    type: 'better-sqlite3',
    database,
    driver: EmbeddedSqlite,
    migrations: MIGRATIONS,
    prepareDatabase: (db: EmbeddedSqlite) => {
      for (const pragma of all) db.pragma(pragma);
    },
  };
}

function mysqlOptions(url: string): DataSourceOptions {
  return {
    type: 'mysql',
    url,
    charset: 'utf8mb4',
    timezone: 'Z',
    supportBigNumbers: true,
    bigNumberStrings: false,
    migrations: MIGRATIONS,
    extra: { connectionLimit: 10 },
  };
}

/** A writer, and a reader of its own: on the writer's connection a read would see what is not committed yet. */
async function openSqlite(file: string, looks: boolean): Promise<Database> {
  const readOnly = ['query_only = on'];
  const cache = looks ? CACHE_TO_LOOK : CACHE;
  const writer = await new DataSource(sqliteOptions(file, looks ? readOnly : [], cache)).initialize();
  const reader = await new DataSource(sqliteOptions(file, readOnly, cache)).initialize();
  const write = queryThrough(writer.createQueryRunner());
  const inTurn = oneAtATime();
  return {
    dialect: 'sqlite',
    source: writer,
    file,
    query: queryThrough(reader.createQueryRunner()),
    transaction: sharingCommits(write, inTurn),
    alone: inTurn,
    close: async () => {
      await inTurn(() => reader.destroy());
      // So that a copy of the one file is a copy of the desk; a desk that runs would have to wait for it.
      if (!looks) await write('pragma wal_checkpoint(truncate)').catch(() => undefined);
      await writer.destroy();
    },
  };
}

async function openMysql(url: string): Promise<Database> {
  const source = await new DataSource(mysqlOptions(url)).initialize();
  const ready = new WeakSet<object>();
  const connected = async <T>(work: (query: Query) => Promise<T>): Promise<T> => {
    const runner = source.createQueryRunner();
    try {
      const connection: object = await runner.connect();
      const query = queryThrough(runner);
      if (!ready.has(connection)) await prepareSession(query);
      ready.add(connection);
      return await work(query);
    } finally {
      await runner.release();
    }
  };
  return {
    dialect: 'mysql',
    source,
    file: null,
    query: (sql, values) => connected((query) => query(sql, values)),
    transaction: (work) => connected((query) => inside(query, work)),
    alone: (work) => work(),
    close: () => source.destroy(),
  };
}

/** Once per connection: our own rules, whatever the server's are. */
async function prepareSession(query: Query): Promise<void> {
  await query('set session transaction isolation level read committed');
  await query(
    "set session sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO', innodb_lock_wait_timeout = 10, group_concat_max_len = 16777216",
  );
}

async function inside<T>(query: Query, work: (query: Query) => Promise<T>): Promise<T> {
  await query('start transaction');
  try {
    const result = await work(query);
    await query('commit');
    return result;
  } catch (error) {
    // A deadlock has rolled back already, and a lost connection has by itself: the first error is the one to tell.
    await query('rollback').catch(() => undefined);
    throw error;
  }
}

function queryThrough(runner: QueryRunner): Query {
  return async (sql, values = []) => {
    try {
      const { records, raw, affected } = await runner.query(sql, values as unknown[], true);
      return { rows: records ?? (Array.isArray(raw) ? raw : []), affected: affected ?? 0 };
    } catch (error) {
      throw withoutValues(error);
    }
  };
}

type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** SQLite has one writing connection, and what arrives while a transaction is open would become part of it. */
function oneAtATime(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
