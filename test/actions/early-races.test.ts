import type { Desk } from '../../src/actions/desk';
import { openPeople } from '../../src/actions/hearing/people';
import { receive } from '../../src/actions/hearing/receive';
import { openNumbers } from '../../src/actions/numbers';
import { answerTicket } from '../../src/actions/tickets/answer-ticket';
import { houseKeeper } from '../../src/platform/house-keeper';
import type { Heard } from '../../src/ports/channel';
import type { Tx } from '../../src/ports/store';
import { type OpenStore, storeOver } from '../../src/store';
import { type Database, openDatabase } from '../../src/store/database';
import { runKey } from '../../src/timers/errands';
import { activeWith, echo, MARIA, PEDRO, receipt, text, ticketOf } from '../support/acts';
import { databases, quiet, type TestDatabase, testStore } from '../support/database';
import { says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';
import { over } from '../support/over';

/** Where a transaction waits for the other: both have decided and neither has written, or both have written and neither has looked. */
const MEETING_POINTS = ['before they write', 'after they have written'] as const;

describe.each(databases())('a message and what is about it, told to two processes at one moment, on $name,', ({ create }) => {
  let database: TestDatabase;
  const house = freshDesk(async () => {
    database = await create();
    return database;
  });
  let memory: Database;
  let other: OpenStore;
  beforeEach(async () => {
    memory = await openDatabase(database.url);
    other = await testStore(database, house.clock);
    // The first event that reaches a new channel changes the channel, which is everybody's.
    await house.hear(says(PEDRO, 'hello'));
  });
  afterEach(async () => {
    await other.close();
    await memory.close();
  });

  /** Resolves for everybody when both have arrived, and at once for who comes again. */
  function meeting(): () => Promise<void> {
    if (database.dialect === 'sqlite') return async () => undefined;
    let open: () => void = () => undefined;
    const both = new Promise<void>((resolve) => {
      open = resolve;
    });
    let arrived = 0;
    return () => {
      arrived += 1;
      if (arrived >= 2) open();
      return both;
    };
  }

  /** At once where processes share the database, in turn where one process owns it. */
  async function together(works: readonly (() => Promise<void>)[]): Promise<void> {
    if (database.dialect === 'mysql') await Promise.all(works.map((work) => work()));
    else for (const work of works) await work();
  }

  /** The same desk over this store, whose first transactions of `racing` meet at a point. */
  async function deskOver(
    store: OpenStore,
    point: (typeof MEETING_POINTS)[number],
    meet: () => Promise<void>,
    racing = (_tx: number) => true,
  ) {
    const real = new WeakMap<Tx, Tx>();
    let begun = 0;
    const met = (tx: Tx): Tx => {
      const meets = racing(++begun);
      const first = point === 'before they write' ? meet : async () => undefined;
      const then = point === 'before they write' ? async () => undefined : meet;
      const proxy = over(tx, {
        write: async (changes) => {
          if (meets) await first();
          await tx.write(changes);
        },
        keepEarly: async (early) => {
          await tx.keepEarly(early);
          if (meets) await then();
        },
        earlyFor: async (keys) => {
          if (meets && keys.length > 0) await then();
          return tx.earlyFor(keys);
        },
      });
      real.set(proxy, tx);
      return proxy;
    };
    const raced = {
      ...store,
      atomically: <T>(work: (tx: Tx) => Promise<T>) => store.atomically((tx) => work(met(tx))),
      leases: {
        ...store.leases,
        holding: (tx: Tx, held: Parameters<OpenStore['leases']['holding']>[1]) => store.leases.holding(real.get(tx) ?? tx, held),
      },
    };
    const desk: Desk = { ...house.desk, store: raced, log: quiet, house: await houseKeeper(store.reads), numbers: openNumbers(store) };
    return desk;
  }

  const hearOn = (desk: Desk, ...events: readonly Heard[]) =>
    receive(
      desk,
      events.map((heard) => ({ channelId: house.whatsapp.id, heard })),
      openPeople(),
    );
  const likes = (target: string): Heard => ({
    type: 'reaction',
    account: null,
    raw: null,
    target,
    by: 'customer',
    who: { keys: [`pn:${MARIA}`], address: { phone: MARIA, display: MARIA } },
    emoji: '👍',
    at: house.clock.now(),
  });
  const waiting = async () => (await memory.query('select target from early')).rows;

  // biome-ignore format: a table is read in columns
  const RACES: [what: string, first: () => Heard[], second: () => Heard[], seen: object][] = [
    ['a message and a reaction to it', () => [says(MARIA, 'hello', { id: 'm1' })], () => [likes('m1')],                        { reactions: [{ emoji: '👍' }] }],
    ['an echo and its receipt',        () => [echo(MARIA, 'hello', { id: 'm1' })], () => [receipt('m1', 'read')],              { delivery: { status: 'read' } }],
    ['a message and its deletion',     () => [says(MARIA, 'hello', { id: 'm1' })], () => [{ ...likes('m1'), type: 'deletion' } as Heard], { content: { kind: 'deleted' } }],
    ['a part and its whole\u2019s deletion', () => [says(MARIA, 'hello', { id: 'm1#1' })], () => [{ ...likes('m1'), type: 'deletion', whole: true } as Heard], { content: { kind: 'deleted' } }],
  ];

  describe.each(MEETING_POINTS)('that meet %s', (point) => {
    it.each(RACES)('%s find each other, whoever begins', async (_, first, second, seen) => {
      for (const [one, two] of [
        [first, second],
        [second, first],
      ] as const) {
        await memory.transaction((query) => query('delete from messages'));
        const meet = meeting();
        const desks = [await deskOver(other, point, meet), await deskOver(storeOver(memory, { ...house.desk, log: quiet }), point, meet)];
        await together([() => hearOn(desks[0] as Desk, ...one()), () => hearOn(desks[1] as Desk, ...two())]);
        const messages = await house.messages((await ticketOf(house)).chatId);
        expect(messages).toMatchObject([seen]);
      }
    });

    it('an answer and the message that it answers find each other', async () => {
      await house.hear(says(MARIA, 'good morning', { id: 'm0' }));
      const meet = meeting();
      // Two customers: one chat would make one wait for the other.
      const desks = [await deskOver(other, point, meet), await deskOver(storeOver(memory, { ...house.desk, log: quiet }), point, meet)];
      await together([
        () => hearOn(desks[0] as Desk, echo('15550009', 'are you there?', { id: 'm1' })),
        () => hearOn(desks[1] as Desk, says(MARIA, 'yes', { id: 'm2', replyTo: 'm1' })),
      ]);
      const asked = (await house.messages((await ticketOf(house, '15550009')).chatId))[0];
      expect((await house.messages((await ticketOf(house)).chatId))[1]).toMatchObject({ replyTo: asked?.id });
      expect(await waiting()).toEqual([]);
    });

    it('Graph\u2019s answer to a send and a status of it find each other', async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      const { id } = await answerTicket(house.desk, { ticketId: ticket.id, by: ana, content: text('good morning') });
      const meet = meeting();
      // Its first transaction writes the attempt down; the second settles it.
      const sender = await deskOver(other, point, meet, (nth) => nth === 2);
      const hearer = await deskOver(storeOver(memory, { ...house.desk, log: quiet }), point, meet);
      await together([() => runKey(sender, `chat:${ticket.chatId}`), () => hearOn(hearer, receipt('wamid.OUT1', 'read'))]);
      expect((await house.desk.store.reads.message(id))?.delivery?.status).toBe('read');
      expect(await waiting()).toEqual([]);
    });
  });
});
