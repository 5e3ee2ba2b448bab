import { existsSync, renameSync, rmSync } from 'node:fs';
import type { Log } from '../ports/log';
import type { Database } from './database';

/** Names of the migrations that the database still lacks. */
export async function pendingMigrations({ source }: Database): Promise<string[]> {
  const table = await source.query(TABLE_EXISTS[source.options.type === 'mysql' ? 'mysql' : 'sqlite']);
  const done: { name: string }[] = table.length > 0 ? await source.query('select name from migrations') : [];
  const known = new Set(done.map(({ name }) => name));
  return source.migrations.map(({ name = '' }) => name).filter((name) => !known.has(name));
}

const TABLE_EXISTS = {
  sqlite: "select name from sqlite_master where type = 'table' and name = 'migrations'",
  mysql: "select table_name from information_schema.tables where table_schema = database() and table_name = 'migrations'",
};

/** Brings the tables up to date and answers what was done. An embedded database that holds something is copied first. */
export function migrate(database: Database, log: Log): Promise<string[]> {
  return alone(database, async () => {
    const pending = await pendingMigrations(database);
    const [first] = pending;
    if (first === undefined) return [];
    await keepCopy(database, first, log);
    await database.source.runMigrations({ transaction: 'each' });
    return pending;
  });
}

/** MySQL can't undo half a table, so of instances that start at once one migrates, and the others find it done. */
async function alone<T>(database: Database, work: () => Promise<T>): Promise<T> {
  if (database.dialect === 'sqlite') return database.alone(work);
  const connection = database.source.createQueryRunner();
  try {
    const [row] = await connection.query(`select get_lock(${LOCK}, ${LOCK_WAIT}) as taken`);
    if (Number(row.taken) !== 1) throw new Error(`another instance has been migrating the database for more than ${LOCK_WAIT} seconds`);
    return await work().finally(() => connection.query(`select release_lock(${LOCK})`));
  } finally {
    await connection.release();
  }
}

/** Locks are the server's, so the database is part of the name; they are at most 64 characters long. */
const LOCK = "concat('relaydesk.', md5(database()))";
const LOCK_WAIT = 600;

async function keepCopy({ source, file }: Database, migration: string, log: Log): Promise<void> {
  if (file === null) return;
  const tables: unknown[] = await source.query("select name from sqlite_master where type = 'table' and name = 'migrations'");
  const copy = `${file}.before-${migration}.bak`;
  // A copy that is there already is of a start that failed half-way: the older one is the one to keep.
  if (tables.length === 0 || existsSync(copy)) return;
  // Under its name only once it is whole.
  rmSync(`${copy}.part`, { force: true });
  await source.query('vacuum into ?', [`${copy}.part`]);
  renameSync(`${copy}.part`, copy);
  log.info('kept a copy of the database before migrating it', { migration });
}
