import type { Queue } from '../../src/ports/queue';
import { startTimers } from '../../src/timers';
import { databases } from '../support/database';
import { freshDesk } from '../support/fresh-desk';

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
});
