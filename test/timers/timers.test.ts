import type { Logger } from 'node-cron';
import type { Queue } from '../../src/ports/queue';
import { startTimers } from '../../src/timers';
import { SWEEPS } from '../../src/timers/sweeps';
import { databases } from '../support/database';
import { freshDesk } from '../support/fresh-desk';

const mockLoggers: (Logger | undefined)[] = [];
jest.mock('node-cron', () => {
  const cron = jest.requireActual<typeof import('node-cron')>('node-cron');
  const schedule: typeof cron.schedule = (expression, run, options) => {
    mockLoggers.push(options?.logger);
    return cron.schedule(expression, run, options);
  };
  return { ...cron, schedule };
});

describe.each(databases().slice(0, 1))('the timers, on $name,', ({ create }) => {
  const house = freshDesk(create);

  it('sweep by cron, work what the queue wakes, and stop when told', async () => {
    let swept: () => void = () => undefined;
    const sweeping = new Promise<void>((resolve) => {
      swept = resolve;
    });
    let worker: Parameters<Queue['work']>[0] | undefined;
    const { leases } = house.desk.store;
    const take: typeof leases.take = (name, ms) => {
      if (name === 'sweep:tickets') swept();
      return leases.take(name, ms);
    };
    const desk = {
      ...house.desk,
      queue: {
        ...house.desk.queue,
        work: (work: Parameters<Queue['work']>[0]) => {
          worker = work;
        },
      },
      store: { ...house.desk.store, leases: { ...leases, take } },
    };
    const timers = startTimers(desk, { cron: '* * * * * *' });
    await sweeping;
    await timers.stop();
    expect(await house.desk.store.atomically((tx) => tx.sweep('tickets'))).toMatchObject({ lastAt: house.clock.now() });
    await expect(worker?.('chat:none')).resolves.toBeUndefined();
  });

  it('tell the log, and not the terminal, what cron has to say: a missed tick quietly, a failure aloud', async () => {
    const told: string[] = [];
    const log = {
      ...house.desk.log,
      debug: (message: string) => void told.push(message),
      error: (message: string) => void told.push(message),
    };
    mockLoggers.length = 0;
    await startTimers({ ...house.desk, log }, { cron: '0 0 1 1 *' }).stop();
    expect(mockLoggers).toHaveLength(SWEEPS.length);
    for (const logger of mockLoggers) logger?.warn('missed execution');
    mockLoggers[0]?.error(new Error('out of order'));
    expect(told).toEqual([...SWEEPS.map(() => 'cron says'), 'cron failed']);
  });
});
