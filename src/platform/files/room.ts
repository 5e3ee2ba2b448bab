import { statfs } from 'node:fs/promises';

const MB = 1024 * 1024;
const LEAST_ROOM = 64 * MB;

/** Throws ENOSPC when hardly any room is left. The last of it is the database's: messages come before files. */
export async function mustHaveRoom(folder: string): Promise<void> {
  const { blocks, bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  // Some file systems of a network do not say how large they are.
  if (free >= LEAST_ROOM || blocks === 0) return;
  const full = new Error(`the disk is full: ${Math.floor(free / MB)} MB are free in ${folder}`);
  throw Object.assign(full, { code: 'ENOSPC', syscall: 'write' });
}
