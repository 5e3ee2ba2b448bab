import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesOn } from '../../src/platform/files';
import { diskShelf } from '../../src/platform/files/disk';
import { reportFolder } from '../../src/platform/reports/folder';
import type { Files } from '../../src/ports/files';
import type { ReportFiles } from '../../src/ports/report-files';

/** Files in a folder of their own, which is made when the first one comes. */
export function testFiles({ most = 1024 * 1024, now = (): number => 0 } = {}): {
  readonly files: Files;
  readonly reportFiles: ReportFiles;
  readonly folder: string;
  remove(): Promise<void>;
} {
  const folder = join(tmpdir(), `relaydesk-files-${randomUUID()}`);
  const files = filesOn(diskShelf(join(folder, 'media')), { folder: join(folder, 'coming'), most, now });
  return { files, reportFiles: reportFolder(join(folder, 'reports')), folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
