import { type Server, startMariadb } from '../../bench/support/mariadb';

let started: Server | null = null;

/**
 * For jest's globalSetup: points TEST_MYSQL_URL at a MariaDB of this run when it is unset and the machine has one.
 * Answers whether suites on MySQL can run; the caller names them as skipped when they can't.
 */
export async function start(): Promise<boolean> {
  if (process.env.TEST_MYSQL_URL) return true;
  started = await startMariadb();
  if (!started) return false;
  process.env.TEST_MYSQL_URL = started.url;
  return true;
}

/** For jest's globalTeardown. */
export async function stopStarted(): Promise<void> {
  await started?.stop();
  started = null;
}
