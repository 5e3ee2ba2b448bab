import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { NewReportFile, ReportFiles } from '../../ports/report-files';
import type { Shelf } from '../files';
import { mustHaveRoom } from '../files/room';
import { packed } from './pack';

/** So many bytes are written before it is asked again whether there is room. */
const BETWEEN_LOOKS = 8 * 1024 * 1024;
const PART = '.part';

type Away = Pick<Shelf, 'put' | 'open' | 'remove'>;

/**
 * Reports in a folder: `<id>.<random>.part` while they are written, `<id>` once they are whole. With a shelf they go on there,
 * and the folder holds only what has not yet.
 */
export function reportFolder(folder: string, away: Away | null = null): ReportFiles {
  const remove = (name: string): Promise<void> => rm(join(folder, name), { force: true });
  return {
    shared: away !== null,
    async begin(id) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await removeParts(folder, id);
      await mustHaveRoom(folder);
      const part = join(folder, `${id}.${randomUUID()}${PART}`);
      return writing(await open(part, 'wx', 0o600), { folder, part, target: join(folder, id) });
    },
    async keep(id, bytes) {
      await away?.put(id, { path: join(folder, id), bytes });
      if (away) await remove(id);
    },
    async open(id) {
      const about = await stat(join(folder, id)).catch(() => null);
      if (about?.isFile()) return createReadStream(join(folder, id));
      return (await away?.open(id)) ?? null;
    },
    async remove(id) {
      await remove(id);
      await away?.remove(id);
    },
    async tidy(ids) {
      for (const name of await namesIn(folder)) if (!ids.has(name.split('.')[0] ?? '')) await remove(name);
    },
    pack: packed,
  };
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

/** What those who died while they wrote this report left of it. */
export async function removeParts(folder: string, id: string): Promise<void> {
  for (const name of await namesIn(folder))
    if (name.startsWith(`${id}.`) && name.endsWith(PART)) await rm(join(folder, name), { force: true });
}

interface Paths {
  readonly folder: string;
  readonly part: string;
  readonly target: string;
}

function writing(file: FileHandle, { folder, part, target }: Paths): NewReportFile {
  const hash = createHash('sha256');
  let bytes = 0;
  let looked = 0;
  return {
    async write(chunk) {
      hash.update(chunk);
      for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten;
      bytes += chunk.length;
      if (bytes < looked + BETWEEN_LOOKS) return;
      looked = bytes;
      await mustHaveRoom(folder);
    },
    async done() {
      await file.sync();
      await file.close();
      await rename(part, target);
      await syncFolder(folder);
      return { bytes, sha256: hash.digest('hex') };
    },
    async letGo() {
      await file.close().catch(() => undefined);
      await rm(part, { force: true }).catch(() => undefined);
    },
  };
}

/** So that the new name outlasts a power cut. Some systems can't open folders. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
