import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Files, type Range, type TakenFile, TooLarge } from '../../ports/files';
import { looker } from './look';
import { mustHaveRoom } from './room';

/** A place for bytes under their hash. */
export interface Shelf {
  readonly place: string;
  /** Moves a whole file in, or copies it: `path` may be gone afterwards. */
  put(hash: string, file: { readonly path: string; readonly bytes: number }): Promise<void>;
  open(hash: string, range?: Range): Promise<Readable | null>;
  has(hash: string): Promise<boolean>;
  remove(hash: string): Promise<void>;
  check(): Promise<void>;
}

const HEAD = 4_096;
/** So long a look at the place holds: a bucket is written to for it. */
const CHECKED = 30_000;
const DAY = 24 * 60 * 60_000;

/** Files on a shelf; what comes in is written to `folder` first, hashed and looked at as it comes. */
export function filesOn(shelf: Shelf, { folder, most, now }: { readonly folder: string; readonly most: number; now(): number }): Files {
  const look = looker();
  let checkedAt = Number.NEGATIVE_INFINITY;
  return {
    ...shelf,
    most,
    async takeIn(body) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, `${randomUUID()}.part`);
      try {
        await mustHaveRoom(folder);
        return taken(shelf, path, await write(body, path, most, () => mustHaveRoom(folder)), look);
      } catch (error) {
        body.destroy();
        await rm(path, { force: true });
        throw error;
      }
    },
    async check() {
      if (checkedAt > now() - CHECKED) return;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await mustHaveRoom(folder);
      await shelf.check();
      checkedAt = now();
    },
    async tidy() {
      for (const name of await readdir(folder).catch(() => [])) {
        const path = join(folder, name);
        const about = await stat(path).catch(() => null);
        if (about?.isFile() && about.mtimeMs < now() - DAY) await rm(path, { force: true });
      }
    },
  };
}

/** So many bytes are written before it is asked again whether there is room. */
const BETWEEN_LOOKS = 8 * 1024 * 1024;

interface Written {
  readonly bytes: number;
  readonly hash: string;
}

async function write(body: Readable, path: string, most: number, mustHaveRoom: () => Promise<void>): Promise<Written> {
  const hash = createHash('sha256');
  let bytes = 0;
  let looked = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > most) return done(new TooLarge(most));
      hash.update(chunk);
      if (bytes < looked + BETWEEN_LOOKS) return done(null, chunk);
      looked = bytes;
      mustHaveRoom().then(() => done(null, chunk), done);
    },
  });
  await pipeline(body, counted, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
  return { bytes, hash: hash.digest('hex') };
}

function taken(shelf: Shelf, path: string, { bytes, hash }: Written, look: ReturnType<typeof looker>): TakenFile {
  return {
    bytes,
    hash,
    look: async (said) => look({ path, head: await headOf(path) }, said),
    async keep() {
      if (!(await shelf.has(hash))) await shelf.put(hash, { path, bytes });
    },
    letGo: () => rm(path, { force: true }).catch(() => undefined),
  };
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
