import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { ConfigError } from '../domain/errors';

/** Makes the folder, for nobody but us, when it is missing; throws a `ConfigError` when we can't write there. */
export function openDataDir(path: string, variable = 'DATA_DIR'): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new ConfigError(variable, `${variable}: found ${path} (${codeOf(cause)}), expected a folder that this process may write to`);
  }
}

export function secretKeyPath(dataDir: string): string {
  return join(dataDir, 'secret.key');
}

/** The key that belongs to this data folder, made at the first start. */
export function ownSecretKey(dataDir: string): string {
  const path = secretKeyPath(dataDir);
  if (!existsSync(path)) makeKeyFile(path);
  const key = readFileSync(path, 'utf8').trim();
  if (key === '')
    throw new ConfigError(
      'SECRET_KEY',
      `SECRET_KEY: found an empty ${path}, expected the key that sealed this desk's secrets: restore it from a backup`,
    );
  return key;
}

/** On disk before it is used: a key that is lost takes every sealed secret with it. */
function makeKeyFile(path: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, `${randomBytes(32).toString('base64url')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  chmodSync(path, 0o600);
}

/** Whether others on this machine may read the file; null when there is none. */
export function isOpenToOthers(path: string): boolean | null {
  if (!existsSync(path)) return null;
  return process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;
}

/**
 * Takes an embedded database for this process, or throws a `ConfigError`. The lock is an exclusive transaction on a file
 * of its own, so the operating system lets go of it when its holder dies, however it dies.
 */
export function lockDatabase(file: string): () => void {
  openDataDir(dirname(file), 'DATABASE_URL');
  const lock = new DatabaseSync(`${file}.lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw isBusy(cause)
      ? new ConfigError(
          'DATABASE_URL',
          `DATABASE_URL: found ${file} in use by a running desk, expected a database of its own: stop that desk first`,
        )
      : cause;
  }
  return () => lock.close();
}

/** Whether a running process holds the lock of this embedded database. */
export function isLocked(file: string): boolean {
  if (!existsSync(`${file}.lock`)) return false;
  try {
    lockDatabase(file)();
    return false;
  } catch (error) {
    if (error instanceof ConfigError) return true;
    throw error;
  }
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return (error as { errcode?: number }).errcode === SQLITE_BUSY;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
