import { LeaseLost } from '../../src/ports/store';
import { type OpenStore, openStore } from '../../src/store';
import { openDatabase } from '../../src/store/database';
import { countingIds, databases, handClock, quiet, type TestDatabase, testStore } from '../support/database';
import { aChat, aContact, anAgent, anIdentity, aTicket, NOTHING } from './samples';

const MINUTE = 60_000;

describe.each(databases())('many at once on $name', ({ create }) => {
  const clock = handClock();
  let place: TestDatabase;
  let store: OpenStore;
  beforeAll(async () => {
    place = await create();
    store = await testStore(place, clock);
    await store.atomically(async (tx) => {
      for (const id of ['one', 'two'])
        await tx.write({
          ...NOTHING,
          newChats: [aChat({ id })],
          newTickets: [aTicket({ id, chatId: id, number: id.length * 100 + id.charCodeAt(0) })],
        });
      await tx.addAgent(anAgent({ id: 'one', email: 'one@example.com', role: 'admin' }), null);
      await tx.addAgent(anAgent({ id: 'two', email: 'two@example.com', role: 'admin' }), null);
    });
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  /** Resolves for everybody when `count` have arrived, and at once for who comes later. */
  function meeting(count: number): () => Promise<void> {
    let open: () => void = () => undefined;
    const all = new Promise<void>((resolve) => {
      open = resolve;
    });
    let arrived = 0;
    return () => {
      arrived += 1;
      if (arrived >= count) open();
      return all;
    };
  }

  /** Several stores on one database: at once where processes share it, in turn where one process owns it. */
  async function byStores<T>(works: readonly (() => Promise<T>)[]): Promise<T[]> {
    if (store.dialect === 'mysql') return Promise.all(works.map((work) => work()));
    const results: T[] = [];
    for (const work of works) results.push(await work());
    return results;
  }

  it('counts every change of one chat, however many change it', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () =>
        store.atomically(async (tx) => {
          const [held] = await tx.hold(['one']);
          await tx.write({
            ...NOTHING,
            chats: [{ ...held!.chat, seq: held!.chat.seq + 1 }],
            tickets: [{ ...held!.ticket!, unread: held!.ticket!.unread + 1 }],
          });
        }),
      ),
    );
    const [held] = await store.atomically((tx) => tx.hold(['one']));
    expect(held).toMatchObject({ chat: { seq: 20, version: 21 }, ticket: { unread: 20, version: 21 } });
  });

  it('begins a transaction again that a deadlock has ended', async () => {
    const bothHoldOne = store.dialect === 'mysql' ? meeting(2) : async () => undefined;
    let begun = 0;
    const change = (first: string, second: string) =>
      store.atomically(async (tx) => {
        begun += 1;
        const [one] = await tx.hold([first]);
        await bothHoldOne();
        const [other] = await tx.hold([second]);
        await tx.write({ ...NOTHING, chats: [one!, other!].map(({ chat }) => ({ ...chat, rev: chat.rev + 1 })) });
      });
    const before = await store.atomically((tx) => tx.hold(['one', 'two']));
    await Promise.all([change('one', 'two'), change('two', 'one')]);
    const after = await store.atomically((tx) => tx.hold(['one', 'two']));
    expect(after.map(({ chat }) => chat.rev)).toEqual(before.map(({ chat }) => chat.rev + 2));
    expect(begun).toBe(store.dialect === 'mysql' ? 3 : 2);
  });

  it('makes one person of a customer whom two meet at the same time', async () => {
    const identity = anIdentity({ key: 'raced' });
    const bothLooked = store.dialect === 'mysql' ? meeting(2) : async () => undefined;
    const meet = (name: string) =>
      store.atomically(async (tx) => {
        const [known] = await tx.identities([identity]);
        await bothLooked();
        if (known) return known.contactId;
        await tx.meet([aContact({ id: name, name })], [{ ...identity, contactId: name, chatId: name }]);
        return name;
      });
    const [one, other] = await Promise.all([meet('first'), meet('second')]);
    expect(one).toBe(other);
  });

  it('does not begin again when an id of our own is there already: that is a bug', async () => {
    let begun = 0;
    const twice = store.atomically(async (tx) => {
      begun += 1;
      await tx.meet([aContact({ id: 'first' }), aContact({ id: 'second' })], []);
    });
    await expect(twice).rejects.toThrow(/unique|duplicate/i);
    expect(begun).toBe(1);
  });

  it('does not let the last two admins remove each other', async () => {
    const bothCounted = store.dialect === 'mysql' ? meeting(2) : async () => undefined;
    const remove = (id: string) =>
      store.atomically(async (tx) => {
        if (store.dialect === 'mysql') void bothCounted();
        if ((await tx.countAdmins()) < 2) return false;
        const [agent] = await tx.agents([id]);
        await tx.write({ ...NOTHING, agents: [{ ...agent!, removedAt: 1 }] });
        return true;
      });
    expect((await Promise.all([remove('one'), remove('two')])).sort()).toEqual([false, true]);
    expect(await store.reads.countAdmins()).toBe(1);
  });

  it('does not let two changes of the configuration undo each other', async () => {
    const bothRead = store.dialect === 'mysql' ? meeting(2) : async () => undefined;
    const set = (change: object) =>
      store.atomically(async (tx) => {
        const { settings } = await tx.house();
        await bothRead();
        await tx.saveSettings({ ...settings, routing: { ...settings.routing, ...change } });
      });
    await Promise.all([set({ capacity: 9 }), set({ sticky: false })]);
    expect((await store.reads.house()).settings.routing).toMatchObject({ capacity: 9, sticky: false });
  });

  it('gives every ticket number once, to two stores too', async () => {
    const other = await testStore(place, clock);
    const counts = Array.from({ length: 60 }, (_, i) => (i % 7) + 1);
    const firsts = await byStores(counts.map((count, i) => () => (i % 2 ? store : other).takeNumbers(count)));
    const taken = firsts.flatMap((first, i) => Array.from({ length: counts[i] ?? 0 }, (_, n) => first + n));
    expect(new Set(taken).size).toBe(taken.length);
    expect(await other.takeNumbers(500)).toBeGreaterThan(0);
    await other.close();
  });

  it('reads what others commit while a transaction runs, if the database is shared', async () => {
    const database = await openDatabase(place.url);
    await database.transaction(async (query) => {
      if (database.dialect === 'sqlite') return;
      const { rows } = await query("show variables like '%x_isolation'");
      expect(rows.map((row) => row.Value)).toContain('READ-COMMITTED');
      await query('select version from settings');
      await store.atomically((tx) => tx.setSetup({ hash: 'meanwhile', expiresAt: 1 }));
      expect((await query('select `hash` from setup')).rows).toEqual([{ hash: 'meanwhile' }]);
    });
    expect((await database.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await database.close();
  });

  it('holds chats without locking their contacts', async () => {
    if (store.dialect === 'sqlite') return expect(store.dialect).toBe('sqlite');
    await store.atomically(async (tx) => {
      await tx.meet([aContact({ id: 'contact1', blocked: true })], []);
    });
    await store.atomically(async (tx) => {
      await tx.contacts(['contact1']);
      const other = await testStore(place, clock);
      const [held] = await other.atomically((inner) => inner.hold(['one']));
      expect(held?.blocked).toBe(true);
      await other.close();
    });
  });

  describe('leases', () => {
    it('are held by one, until they end or are given back', async () => {
      const other = await testStore(place, clock);
      const mine = await store.leases.take('chat:one', MINUTE);
      expect(mine).toEqual(expect.any(String));
      expect(await other.leases.take('chat:one', MINUTE)).toBeNull();
      expect(await other.leases.take('chat:two', MINUTE)).toEqual(expect.any(String));
      expect(await store.leases.renew('chat:one', mine!, MINUTE)).toBe(true);
      await store.leases.release('chat:one', mine!);
      expect(await other.leases.take('chat:one', MINUTE)).toEqual(expect.any(String));
      expect(await store.leases.renew('chat:one', mine!, MINUTE)).toBe(false);
      await other.close();
    });

    it('are taken over when they have ended, and the former holder settles nothing any more', async () => {
      const other = await testStore(place, clock);
      const lapsed = await store.leases.take('sweep', 0);
      if (store.dialect === 'sqlite') clock.forward(1);
      else await (await openAndWait(place.url)).close();
      await store.atomically((tx) => store.leases.confirm(tx, 'sweep', lapsed!));
      const theirs = await other.leases.take('sweep', MINUTE);
      expect(theirs).toEqual(expect.any(String));
      await expect(store.atomically((tx) => store.leases.confirm(tx, 'sweep', lapsed!))).rejects.toThrow(LeaseLost);
      expect(await store.leases.renew('sweep', lapsed!, MINUTE)).toBe(false);
      await store.leases.release('sweep', lapsed!);
      await other.atomically((tx) => other.leases.confirm(tx, 'sweep', theirs!));
      await other.close();
    });

    it('give their holder a new token each time', async () => {
      const first = await store.leases.take('again', MINUTE);
      const second = await store.leases.take('again', MINUTE);
      expect(second).toEqual(expect.any(String));
      expect(second).not.toBe(first);
      expect(await store.leases.renew('again', first!, MINUTE)).toBe(false);
    });

    it('are taken by one of many who ask at the same time', async () => {
      const stores = await Promise.all(Array.from({ length: 4 }, () => testStore(place, clock)));
      const tokens = await byStores(
        stores.map(
          ({ leases }) =>
            () =>
              leases.take('rush', MINUTE),
        ),
      );
      expect(tokens.filter((token) => token !== null)).toHaveLength(1);
      await Promise.all(stores.map((one) => one.close()));
    });
  });
});

/** A database whose clock has moved on by at least two milliseconds. */
async function openAndWait(url: string) {
  const database = await openDatabase(url);
  await database.query('do sleep(0.002)');
  return database;
}

describe('a store on SQLite', () => {
  it('forgets the leases of a process that is gone, and keeps them for who only looks', async () => {
    const place = await databases()[0]!.create();
    const dead = await testStore(place);
    await dead.leases.take('sweep', MINUTE);
    const looking = await openLooking(place.url);
    expect(await looking.leases.take('sweep', MINUTE)).toBeNull();
    const next = await testStore(place);
    expect(await next.leases.take('sweep', MINUTE)).toEqual(expect.any(String));
    await Promise.all([dead.close(), looking.close(), next.close()]);
    await place.remove();
  });
});

const openLooking = (url: string) =>
  openStore({ url, clock: handClock(), log: quiet, newId: countingIds(), random: () => 0, owner: false });
