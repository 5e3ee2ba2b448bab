import { type Logger, schedule } from 'node-cron';
import type { Desk } from '../actions/desk';
import type { Log } from '../ports/log';
import { runKey } from './errands';
import { SWEEPS, sweep } from './sweeps';

const LOOK_EVERY = 1000;
const KEYS_AT_ONCE = 1000;

export interface Timers {
  /** Starts nothing more; resolves when the sweeps that run have ended. Errands end with the queue. */
  stop(): Promise<void>;
}

/** Sets time going: sweeps by cron, errands as they are woken, and once a second those that fell due or that a lost bell left behind. */
export function startTimers(desk: Desk, { cron }: { readonly cron: string }): Timers {
  desk.queue.work((key) => runKey(desk, key));
  const running = new Set<Promise<void>>();
  const start = (work: () => Promise<void>, what: string): void => {
    const run = work()
      .catch((error: unknown) => desk.log.error(`${what} failed`, { cause: String(error) }))
      .finally(() => running.delete(run));
    running.add(run);
  };
  const logger = cronLog(desk.log);
  const tasks = SWEEPS.map((one) =>
    schedule(one.every ?? cron, () => start(() => sweep(desk, one), `the sweep ${one.name}`), { name: one.name, noOverlap: true, logger }),
  );
  const look = setInterval(() => start(() => wakeDue(desk), 'the look for errands'), LOOK_EVERY);
  return {
    async stop() {
      clearInterval(look);
      await Promise.all(tasks.map((task) => task.destroy()));
      await Promise.all(running);
    },
  };
}

/** A tick that a busy process misses is made up for by the next one: nothing to wake anybody for, and nothing for the terminal. */
function cronLog(log: Log): Logger {
  const aside = (message: string | Error): void => log.debug('cron says', { what: String(message) });
  return { debug: aside, info: aside, warn: aside, error: (message) => log.error('cron failed', { cause: String(message) }) };
}

async function wakeDue(desk: Desk): Promise<void> {
  await desk.house.refresh();
  const keys = await desk.store.reads.dueKeys(desk.clock.now(), KEYS_AT_ONCE);
  if (keys.length > 0) desk.queue.wake(keys);
}
