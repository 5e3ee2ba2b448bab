import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';

export const ADMIN = { email: 'admin@example.com', password: 'a password for the benchmark' } as const;

export type Dialect = 'sqlite' | 'mysql';

/** An empty database with a data folder, and the environment in which a desk finds both. */
export interface Place {
  readonly dialect: Dialect;
  readonly env: Readonly<Record<string, string>>;
  /** The database server's process; null when the database is in the desk's own. */
  readonly serverPid: number | null;
  remove(): Promise<void>;
}

export interface DatabaseServer {
  readonly url: string;
  readonly pid: number;
}

/** On the server when there is one, else embedded. */
export async function openPlace(server: DatabaseServer | null): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'relaydesk-bench-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  const env = { DATA_DIR: folder, SECRET_KEY: 'a key for the benchmark that nobody else knows', PORT: '0', LOG_FORMAT: 'json' };
  if (!server) return { dialect: 'sqlite', env, serverPid: null, remove: removeFolder };
  const name = `relaydesk_bench_${randomBytes(6).toString('hex')}`;
  await onServer(server.url, `create database ${name} character set utf8mb4`);
  return {
    dialect: 'mysql',
    env: { ...env, DATABASE_URL: new URL(name, server.url).href },
    serverPid: server.pid,
    remove: () => onServer(server.url, `drop database ${name}`).then(removeFolder),
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const connection = await createConnection(url);
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}

/** Deadlocks that the server has broken since its start. */
export async function deadlocksOn(url: string): Promise<number> {
  const connection = await createConnection(url);
  try {
    const [rows] = await connection.query("show global status like 'Innodb_deadlocks'");
    return Number((rows as { Value: string }[])[0]?.Value);
  } finally {
    await connection.end();
  }
}
