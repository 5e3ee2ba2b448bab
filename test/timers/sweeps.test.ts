import { SWEEPS, sweep } from '../../src/timers/sweeps';
import { hears } from '../support/acts';
import { databases } from '../support/database';
import { DAY, HOUR } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

describe.each(databases())('a sweep, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const named = (name: string) => SWEEPS.find((one) => one.name === name)!;

  it('runs alone: a tick that finds its lease taken does nothing', async () => {
    const ticket = await hears(house);
    house.clock.forward(7 * DAY);
    const token = (await house.desk.store.leases.take('sweep:tickets', HOUR))!;
    const other = { ...house.desk, store: { ...house.desk.store, leases: { ...house.desk.store.leases, take: async () => null } } };
    await sweep(other, named('tickets'));
    expect((await house.ticket(ticket.id)).status).toBe('pending');
    await house.desk.store.leases.release('sweep:tickets', token);
    await sweep(house.desk, named('tickets'));
    expect((await house.ticket(ticket.id)).status).toBe('closed');
  });

  it('gives its lease back, also when it breaks', async () => {
    const breaks = { name: 'tickets', every: null, run: async () => Promise.reject(new Error('the database is gone')) };
    await expect(sweep(house.desk, breaks)).rejects.toThrow('gone');
    const taken: (string | null)[] = [];
    await sweep(house.desk, { name: 'tickets', every: null, run: async (_, goOn) => taken.push(String(await goOn())) });
    expect(taken).toEqual(['true']);
  });

  it('hears that it has lost its lease', async () => {
    const heard: boolean[] = [];
    await sweep(house.desk, {
      name: 'tickets',
      every: null,
      run: async (desk, goOn) => {
        heard.push(await goOn());
        await desk.store.leases.take('sweep:tickets', HOUR);
        heard.push(await goOn());
      },
    });
    expect(heard).toEqual([true, false]);
  });

  it('of the queue gives away what waits', async () => {
    await house.set({ routing: { strategy: 'manual' } });
    const ana = await house.agent('Ana');
    const ticket = await hears(house);
    await house.set({ routing: { strategy: 'round_robin' } });
    await sweep(house.desk, named('queue'));
    expect(await house.ticket(ticket.id)).toMatchObject({ status: 'active', assigneeId: ana.id });
  });

  it('that tidies forgets sessions that are over and answers kept for repeated requests', async () => {
    const { store, clock } = house.desk;
    const row = (key: string) => ({ caller: 'c', route: 'r', key, bodyHash: 'h', answer: null, createdAt: clock.now() });
    await store.atomically(async (tx) => {
      await tx.addSession({
        id: 'over',
        agentId: house.admin.id,
        createdAt: clock.now(),
        expiresAt: clock.now() + DAY,
        browser: null,
        address: null,
        seenAt: null,
      });
      await tx.addSession({
        id: 'valid',
        agentId: house.admin.id,
        createdAt: clock.now(),
        expiresAt: clock.now() + 7 * DAY,
        browser: null,
        address: null,
        seenAt: null,
      });
      await tx.claimIdempotency(row('old'));
    });
    house.clock.forward(DAY + 1);
    await store.atomically((tx) => tx.claimIdempotency(row('new')));
    await sweep(house.desk, named('tidy'));
    expect([await store.reads.session('over'), await store.reads.idempotency('c', 'r', 'old')]).toEqual([null, null]);
    expect(await store.reads.session('valid')).not.toBeNull();
    expect(await store.reads.idempotency('c', 'r', 'new')).not.toBeNull();
  });
});
