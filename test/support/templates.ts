import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Query = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** A folder of this run alone, made by its global setup; absent where there is none. */
const folder = (): string | undefined => process.env.TEST_RUN_FOLDER;

/** Whether this worker is the one that makes what all others copy: whoever comes first. */
function isFirst(run: string, what: string): boolean {
  try {
    mkdirSync(join(run, `${what}.lock`));
    return true;
  } catch {
    return false;
  }
}

/** What `make` writes once in a run. Who comes while it is made gets null: to make one's own is faster than to wait. */
async function templateOf(what: string, make: (path: string) => Promise<void>): Promise<string | null> {
  const run = folder();
  if (!run) return null;
  const path = join(run, what);
  if (!existsSync(path) && isFirst(run, what)) {
    await make(`${path}.part`);
    renameSync(`${path}.part`, path);
  }
  return existsSync(path) ? path : null;
}

/** Copies a migrated file to `file`, where the run has one by now: to migrate takes 80 ms, to copy 2. */
export async function copySqlite(file: string, migrate: (url: string) => Promise<void>): Promise<void> {
  const template = await templateOf('template.sqlite', (path) => migrate(`sqlite:${path}`));
  if (template) copyFileSync(template, file);
}

interface Made {
  readonly database: string;
  readonly tables: readonly { readonly name: string; readonly filled: boolean }[];
}

/** The same on a server: tables like those of a database that was migrated once, with the rows that it began with. */
export async function copyMysql(name: string, query: Query, migrate: (database: string) => Promise<void>): Promise<void> {
  const template = await templateOf('template.mysql.json', async (path) => {
    const database = `${name}_template`;
    await query(`create database ${database} character set utf8mb4`);
    await migrate(database);
    writeFileSync(path, JSON.stringify({ database, tables: await tablesOf(database, query) }));
  });
  if (!template) return;
  const { database, tables } = JSON.parse(readFileSync(template, 'utf8')) as Made;
  for (const { name: table, filled } of tables) {
    await query(`create table ${name}.\`${table}\` like ${database}.\`${table}\``);
    if (filled) await query(`insert into ${name}.\`${table}\` select * from ${database}.\`${table}\``);
  }
}

async function tablesOf(database: string, query: Query): Promise<Made['tables']> {
  const names = await query(`select table_name as name from information_schema.tables where table_schema = '${database}'`);
  const tables: { name: string; filled: boolean }[] = [];
  for (const { name } of names)
    tables.push({ name: String(name), filled: (await query(`select 1 from ${database}.\`${name}\` limit 1`)).length > 0 });
  return tables;
}
