import { readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where `LocalAuth` without a name keeps the profile of its browser. */
export const profileIn = (folder: string): string => join(folder, 'session');

/** The account is nobody's any more: a phone has to be linked again. */
export const forget = (folder: string): Promise<void> => rm(profileIn(folder), { recursive: true, force: true, maxRetries: 4 });

const MARKS = ['SingletonLock', 'SingletonCookie', 'SingletonSocket'];

/**
 * Takes away what a browser that crashed has left: its marks, which would keep the next one out, and the browser itself should it
 * still run. Whoever holds the lease of the line is alone with its folder.
 */
export async function tidyProfile(folder: string): Promise<void> {
  const profile = profileIn(folder);
  const holder = await readlink(join(profile, 'SingletonLock')).catch(() => '');
  const pid = Number(/-(\d+)$/.exec(holder)?.[1] ?? 0);
  if (pid > 1 && (await isBrowserOn(profile, pid))) kill(pid);
  await Promise.all(MARKS.map((mark) => rm(join(profile, mark), { force: true })));
}

/** By its own words: a number alone may be another process's by now, or one of another machine. */
async function isBrowserOn(profile: string, pid: number): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return command.split('\0').includes(`--user-data-dir=${profile}`);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
