import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import type { Clock } from '../../src/ports/clock';
import type { Log } from '../../src/ports/log';
import { type OpenStore, openStore } from '../../src/store';
import type { Database, Query } from '../../src/store/database';
import { copyMysql, copySqlite } from './templates';

/** A place for one test file's data, and how to get rid of it. */
export interface TestDatabase {
  readonly dialect: 'sqlite' | 'mysql';
  readonly url: string;
  remove(): Promise<void>;
}

export interface TestDatabaseKind {
  readonly name: string;
  create(): Promise<TestDatabase>;
}

/** The databases that this run can use, migrated: SQLite always, MySQL or MariaDB when `TEST_MYSQL_URL` says where one is. */
export const databases = (): TestDatabaseKind[] => kinds(true);

/** The same, without a table. */
export const emptyDatabases = (): TestDatabaseKind[] => kinds(false);

function kinds(migrated: boolean): TestDatabaseKind[] {
  const url = process.env.TEST_MYSQL_URL;
  const embedded = { name: 'SQLite', create: () => sqlite(migrated) };
  return [embedded, ...(url ? [{ name: 'MySQL', create: () => mysql(url, migrated) }] : [])];
}

async function sqlite(migrated: boolean): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'relaydesk-test-'));
  const file = join(folder, 'desk.sqlite');
  if (migrated) await copySqlite(file, migrate);
  return { dialect: 'sqlite', url: `sqlite:${file}`, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function mysql(server: string, migrated: boolean): Promise<TestDatabase> {
  const name = `relaydesk_test_${randomBytes(6).toString('hex')}`;
  const urlOf = (database: string): string => Object.assign(new URL(server), { pathname: `/${database}` }).href;
  await onServer(server, async (query) => {
    await query(`create database ${name} character set utf8mb4`);
    if (migrated) await copyMysql(name, query, (database) => migrate(urlOf(database)));
  });
  const remove = () => onServer(server, async (query) => void (await query(`drop database if exists ${name}`)));
  return { dialect: 'mysql', url: urlOf(name), remove };
}

async function migrate(url: string): Promise<void> {
  const store = await openStore({ url, clock: handClock(), log: quiet, newId, random: () => 0.5 });
  await store.migrate().finally(() => store.close());
}

type OnServer = (sql: string) => Promise<Record<string, unknown>[]>;

async function onServer(server: string, work: (query: OnServer) => Promise<void>): Promise<void> {
  const url = new URL(server);
  url.pathname = '/';
  const source = await new DataSource({ type: 'mysql', url: url.href }).initialize();
  try {
    await work((sql) => source.query(sql));
  } finally {
    await source.destroy();
  }
}

/** A clock that a test turns by hand. */
export interface HandClock extends Clock {
  forward(ms: number): void;
}

export function handClock(start = Date.UTC(2026, 10, 22, 9)): HandClock {
  let now = start;
  return {
    now: () => now,
    forward: (ms) => {
      now += ms;
    },
  };
}

export const quiet: Log = { error: () => undefined, warn: () => undefined, info: () => undefined, debug: () => undefined };

/** Ids that count: unique over all stores of a test file, and in order. */
export function countingIds(): () => string {
  let count = 0;
  return () => `test${String(++count).padStart(16, '0')}`;
}

const newId = countingIds();

/** A migrated store on a database of a test. */
export async function testStore(database: TestDatabase, clock: Clock = handClock()): Promise<OpenStore> {
  const store = await openStore({ url: database.url, clock, log: quiet, newId, random: () => 0.5 });
  await store.migrate();
  return store;
}

/** A database that keeps the text of every statement of its transactions. */
export function listening(database: Database): { readonly database: Database; readonly statements: string[] } {
  const statements: string[] = [];
  const heard =
    (query: Query): Query =>
    (sql, values) => {
      statements.push(sql);
      return query(sql, values);
    };
  return { database: { ...database, transaction: (work) => database.transaction((query) => work(heard(query))) }, statements };
}
