import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from './mariadb';

/** A database server for the run; when there is none, `TEST_MYSQL_SKIPPED` says why, and the last lines name what was left out. */
export default async function setup(): Promise<void> {
  process.env.TEST_RUN_FOLDER = mkdtempSync(join(tmpdir(), 'relaydesk-run-'));
  const why = await start().then(
    (found) => (found ? '' : 'TEST_MYSQL_URL is not set and no mariadbd was found'),
    (error: Error) => `TEST_MYSQL_URL is not set and mariadbd did not start: ${error.message}`,
  );
  process.env.TEST_MYSQL_SKIPPED = why;
}
