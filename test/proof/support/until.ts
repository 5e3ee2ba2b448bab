import { setTimeout as pause } from 'node:timers/promises';

/** Looks until it is so; a real process has no clock to turn. */
export async function until(what: string, isSo: () => Promise<boolean>, within = 10_000): Promise<void> {
  const ends = Date.now() + within;
  while (!(await isSo())) {
    if (Date.now() > ends) throw new Error(`not within ${within} ms: ${what}`);
    await pause(100);
  }
}
