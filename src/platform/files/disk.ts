import { constants, createReadStream } from 'node:fs';
import { access, copyFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Shelf } from './index';

/** A folder of files under their hash, two letters a level: no folder grows beyond what tools can list. */
export function diskShelf(folder: string): Shelf {
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash.slice(2, 4), hash);
  const isThere = (hash: string) =>
    stat(pathOf(hash)).then(
      () => true,
      () => false,
    );
  return {
    place: folder,
    async put(hash, { path }) {
      const target = pathOf(hash);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await rename(path, target).catch(whole(path, target));
    },
    async open(hash, range) {
      return (await isThere(hash)) ? createReadStream(pathOf(hash), range ?? {}) : null;
    },
    has: isThere,
    remove: (hash) => rm(pathOf(hash), { force: true }),
    async check() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    },
  };
}

/** Between two disks a file is copied, and gets its name when all of it is there. */
const whole =
  (path: string, target: string) =>
  async (error: NodeJS.ErrnoException): Promise<void> => {
    if (error.code !== 'EXDEV') throw error;
    await copyFile(path, `${target}.part`);
    await rename(`${target}.part`, target);
  };
