import type { SeenBy } from '../../src/domain/access';
import { PRIORITIES, type Ticket } from '../../src/domain/ticket';
import type { OpenStore } from '../../src/store';
import { databases, type TestDatabase, testStore } from '../support/database';
import { aChat, aContact, aTicket, NOTHING, NOW } from './samples';

const SNOOZED = 7;

/** Forty tickets, some of them not in the queue. */
const bunch = Array.from({ length: 40 }, (_, i): Ticket => {
  const pending = i % 5 !== 0;
  return aTicket({
    id: `t${String((i * 17) % 40).padStart(2, '0')}`,
    number: i + 1,
    chatId: `h${i}`,
    contactId: `c${i}`,
    status: pending ? 'pending' : 'in_progress',
    stage: i % SNOOZED === 3 ? 'snoozed' : 'open',
    statusSince: NOW - (i % 4) * 1000,
    priority: PRIORITIES[i % 3] ?? 'medium',
    teamId: i % 2 === 0 ? 'sales' : null,
  });
});

/** The order of routing, found the slow way. */
const queue = bunch
  .filter(({ status, stage }) => status === 'pending' && stage !== 'snoozed')
  .sort(
    (a, b) => PRIORITIES.indexOf(b.priority) - PRIORITIES.indexOf(a.priority) || a.statusSince - b.statusSince || (a.id < b.id ? -1 : 1),
  );
const placesIn = (those: readonly Ticket[]) => those.map(({ id }, at) => [at + 1, id] as const);

describe.each(databases())('places in the queue on $name', ({ create }) => {
  let place: TestDatabase;
  let store: OpenStore;
  beforeAll(async () => {
    place = await create();
    store = await testStore(place);
    await store.atomically(async (tx) => {
      await tx.meet(
        bunch.map(({ contactId }) => aContact({ id: contactId })),
        [],
      );
      await tx.write({
        ...NOTHING,
        newChats: bunch.map(({ chatId, contactId }, i) => aChat({ id: chatId, contactId, lastAssigneeId: i % 3 === 0 ? 'ana' : null })),
        newTickets: bunch,
      });
    });
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  async function everyPage(asked: { teamId?: string; seenBy?: SeenBy }, limit: number) {
    const all: (readonly [number, string])[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<OpenStore['reads']['queuePlaces']>> = await store.reads.queuePlaces(
        { teamId: null, seenBy: null, ...asked },
        { limit, cursor },
      );
      all.push(...page.data.map(({ place: at, ticketId }) => [at, ticketId] as const));
      cursor = page.nextCursor;
    } while (cursor !== null);
    return all;
  }

  it.each([1, 7, 100])('are those of routing, in pages of %i', async (limit) => {
    expect(await everyPage({}, limit)).toEqual(placesIn(queue));
  });

  it('are counted in one team when asked', async () => {
    expect(await everyPage({ teamId: 'sales' }, 5)).toEqual(placesIn(queue.filter(({ teamId }) => teamId === 'sales')));
  });

  it('stay true for who sees only some of it, and the figures are of those', async () => {
    const seenBy: SeenBy = { agentId: 'luis', teamIds: ['sales'], sees: 'team', goneTeams: [] };
    const sales = { ...seenBy, teamIds: ['sales'] };
    const nobody = { ...seenBy, sees: 'own' } as const;
    expect(await everyPage({ seenBy: sales }, 7)).toEqual(placesIn(queue));
    const other = { ...seenBy, teamIds: ['other'] };
    const seen = placesIn(queue).filter((_, at) => queue[at]?.teamId === null);
    expect(seen.length).toBeLessThan(queue.length);
    expect(await everyPage({ seenBy: other }, 3)).toEqual(seen);
    expect(await store.reads.queueFigures({ teamId: null, seenBy: other })).toEqual({
      tickets: seen.length,
      oldestSince: Math.min(...queue.filter(({ teamId }) => teamId === null).map(({ statusSince }) => statusSince)),
    });
    expect(await everyPage({ seenBy: nobody }, 7)).toEqual([]);
    expect(await store.reads.queueFigures({ teamId: null, seenBy: nobody })).toEqual({ tickets: 0, oldestSince: null });
  });

  it('come with who had the chat’s last ticket', async () => {
    const { data } = await store.reads.queuePlaces({ teamId: null, seenBy: null }, { limit: 100, cursor: null });
    for (const { ticketId, lastHandledBy } of data) {
      const number = bunch.find(({ id }) => id === ticketId)?.number ?? 0;
      expect(lastHandledBy).toBe((number - 1) % 3 === 0 ? 'ana' : null);
    }
  });

  it('refuse a cursor of another list', async () => {
    const { nextCursor } = await store.reads.tickets({ seenBy: null }, 'waiting', { limit: 1, cursor: null });
    await expect(store.reads.queuePlaces({ teamId: null, seenBy: null }, { limit: 1, cursor: nextCursor })).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});
