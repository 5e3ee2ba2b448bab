import { rmSync } from 'node:fs';
import { stopStarted } from './mariadb';

export default async function teardown(): Promise<void> {
  if (process.env.TEST_RUN_FOLDER) rmSync(process.env.TEST_RUN_FOLDER, { recursive: true, force: true });
  await stopStarted();
}
