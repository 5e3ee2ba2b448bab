import type { SeenBy } from '../../src/domain/access';
import type { Page, Paged } from '../../src/ports/store';
import type { OpenStore } from '../../src/store';
import { databases, handClock, type TestDatabase, testStore } from '../support/database';
import { aChat, aContact, aMessage, anAgent, anErrand, anEvent, anIdentity, aTicket, aWebhookEvent, NOTHING, NOW } from './samples';

async function all<T>(ask: (page: Page) => Promise<Paged<T>>, limit = 2): Promise<T[]> {
  const found: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Paged<T> = await ask({ limit, cursor });
    found.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

describe.each(databases())('reading on $name', ({ create }) => {
  const clock = handClock();
  let place: TestDatabase;
  let store: OpenStore;
  beforeAll(async () => {
    place = await create();
    store = await testStore(place, clock);
  });
  afterAll(async () => {
    await store.close();
    await place.remove();
  });

  it('shows messages newest first, those of one moment in the order in which they were heard', async () => {
    const newMessages = [5, 3, 5, 1, 5].map((at, i) =>
      aMessage({ id: `m${i + 1}`, seq: i + 1, rev: i + 1, sentAt: NOW + at, providerMessageId: null, ticketId: i < 3 ? 'ticket1' : null }),
    );
    await store.atomically((tx) => tx.write({ ...NOTHING, newChats: [aChat()], newTickets: [aTicket()], newMessages }));
    const ids = async (of: { chatId: string } | { ticketId: string }) =>
      (await all((page) => store.reads.messages(of, page))).map(({ id }) => id);
    expect(await ids({ chatId: 'chat1' })).toEqual(['m5', 'm3', 'm1', 'm2', 'm4']);
    expect(await ids({ ticketId: 'ticket1' })).toEqual(['m3', 'm1', 'm2']);
    expect(await store.reads.message('m4')).toEqual(newMessages[3]);
  });

  it('reads messages by their ids, those that there are, and whose the tickets of chats are', async () => {
    const { messagesByIds, holdersIn } = store.reads;
    expect((await messagesByIds(['m4', 'nothing', 'm2'])).map(({ id }) => id)).toEqual(['m2', 'm4']);
    const { chatId, assigneeId, teamId } = aTicket();
    expect(await holdersIn([chatId, 'nothing'])).toEqual([{ chatId, assigneeId, teamId }]);
  });

  it('tells what was heard or changed since, in the order of the changes', async () => {
    const [first] = (await store.reads.messages({ chatId: 'chat1' }, { limit: 1, cursor: null })).data;
    await store.atomically((tx) =>
      tx.write({ ...NOTHING, messages: [{ ...aMessage({ id: 'm2', seq: 2, providerMessageId: null }), rev: 6, editedAt: NOW }] }),
    );
    const since = async (of: { chatId: string } | { ticketId: string }, rev: number) =>
      (await all((page) => store.reads.messages(of, page, rev))).map(({ id }) => id);
    expect(first?.id).toBe('m5');
    expect(await since({ chatId: 'chat1' }, 2)).toEqual(['m3', 'm4', 'm5', 'm2']);
    expect(await since({ ticketId: 'ticket1' }, 2)).toEqual(['m3', 'm2']);
    expect(await since({ chatId: 'chat1' }, 6)).toEqual([]);
  });

  it('tells the story of a ticket from its beginning', async () => {
    const events = [1, 2, 3, 4, 5].map((seq) => anEvent({ seq }));
    await store.atomically((tx) => tx.write({ ...NOTHING, events }));
    expect(await all((page) => store.reads.events('ticket1', page))).toEqual(events);
  });

  it('lists people, newest first, and finds them by what they are called', async () => {
    const people = ['Ana Prado', 'João Pé', null, '李小龙'].map((name, i) =>
      aContact({ id: `p${i}`, name, phone: i === 2 ? '4912345678' : null, username: i === 3 ? 'Bruce.Lee' : null }),
    );
    await store.atomically((tx) => tx.meet(people, [anIdentity({ contactId: 'p0', key: 'b' }), anIdentity({ contactId: 'p0', key: 'a' })]));
    const found = async (q: string | null) => (await all((page) => store.reads.contacts(q, page))).map(({ id }) => id);
    expect(await found(null)).toEqual(['p3', 'p2', 'p1', 'p0']);
    expect(await found('joao')).toEqual(['p1']);
    expect(await found('@bruce')).toEqual(['p3']);
    expect(await found('@Bruce.Lee')).toEqual(['p3']);
    expect(await found('lee')).toEqual([]);
    expect(await found('李')).toEqual(['p3']);
    expect(await found('345 678')).toEqual(['p2']);
    expect(await found('45678')).toEqual([]);
    expect(await found('nobody')).toEqual([]);
    expect((await store.reads.identitiesOf('p0')).map(({ key }) => key)).toEqual(['a', 'b']);

    await store.atomically(async (tx) => tx.saveContacts([{ ...(await tx.contacts(['p0']))[0]!, name: 'Bea' }]));
    expect(await found('ana')).toEqual([]);
    expect(await found('bea')).toEqual(['p0']);
    expect(await store.reads.contact('p0')).toMatchObject({ name: 'Bea', version: 2 });
  });

  it('finds for who does not see all only people of whom they see a chat', async () => {
    const [newcomer, regular] = [aContact({ id: 'q1', name: 'Zoe' }), aContact({ id: 'q2', name: 'Zoe' })];
    await store.atomically((tx) =>
      tx.meet(
        [newcomer, regular],
        [anIdentity({ contactId: 'q1', key: 'q1', chatId: 'new' }), anIdentity({ contactId: 'q2', key: 'q2', chatId: 'known' })],
      ),
    );
    const newTickets = [aTicket({ id: 'ticket9', number: 9, chatId: 'known', contactId: 'q2', assigneeId: 'ben', teamId: 'red' })];
    const newChats = [aChat({ id: 'known', contactId: 'q2' }), aChat({ id: 'new', contactId: 'q1' })];
    await store.atomically((tx) => tx.write({ ...NOTHING, newChats, newTickets }));
    const found = async (seenBy: SeenBy | null) => (await all((page) => store.reads.contacts('zoe', page, seenBy))).map(({ id }) => id);
    const ana = { agentId: 'ana', teamIds: [], sees: 'team' } as const;
    expect(await found(null)).toEqual(['q2', 'q1']);
    expect(await found(ana)).toEqual(['q1']);
    expect(await found({ ...ana, teamIds: ['red'] })).toEqual(['q2', 'q1']);
    expect(await found({ ...ana, sees: 'own' })).toEqual(['q1']);
    expect(await found({ ...ana, sees: 'own', agentId: 'ben' })).toEqual(['q2', 'q1']);
  });

  it('knows what a chat heard last, whatever was said since', async () => {
    const newMessages = [
      aMessage({ id: 'h1', chatId: 'heard', seq: 1, sentAt: NOW - 2, providerMessageId: 'h-1' }),
      aMessage({ id: 'h2', chatId: 'heard', seq: 2, sentAt: NOW, providerMessageId: 'h-2' }),
      aMessage({ id: 'h3', chatId: 'heard', seq: 3, sentAt: NOW, providerMessageId: 'h-3' }),
      aMessage({ id: 'h4', chatId: 'heard', seq: 4, sentAt: NOW - 1, providerMessageId: 'h-4' }),
      aMessage({ id: 'h5', chatId: 'heard', seq: 5, sentAt: NOW + 1, providerMessageId: null }),
      aMessage({ id: 'h6', chatId: 'heard', seq: 6, sentAt: NOW + 1, providerMessageId: 'h-6', direction: 'out' }),
    ];
    await store.atomically((tx) => tx.write({ ...NOTHING, newChats: [aChat({ id: 'heard' })], newMessages }));
    expect((await store.reads.newestHeard('heard'))?.id).toBe('h3');
    expect(await store.reads.newestHeard('silent')).toBeNull();
  });

  it('lists agents who are not removed, by role and presence', async () => {
    const agents = [
      anAgent({ id: 'a1', email: '1@example.com', role: 'admin' }),
      anAgent({ id: 'a2', email: '2@example.com', presence: 'away' }),
      anAgent({ id: 'a3', email: '3@example.com', removedAt: NOW }),
      anAgent({ id: 'a4', email: '4@example.com' }),
    ];
    for (const agent of agents) await store.atomically((tx) => tx.addAgent(agent, null));
    const listed = async (filter = {}) => (await all((page) => store.reads.agents(page, filter))).map(({ id }) => id);
    expect(await listed()).toEqual(['a1', 'a2', 'a4']);
    expect(await listed({ role: 'agent' })).toEqual(['a2', 'a4']);
    expect(await listed({ role: 'agent', presence: 'away' })).toEqual(['a2']);
    expect(await store.reads.agentsByIds(['a3', 'a1', 'nobody'])).toEqual([agents[0], agents[2]]);
    expect(await store.reads.agentByEmail('3@example.com')).toBeNull();
    expect(await store.reads.countAdmins()).toBe(1);
  });

  it('lists what providers told, newest first, by outcome', async () => {
    const events = ['applied', 'failed', 'applied', 'unrouted', 'failed'] as const;
    await store.atomically((tx) =>
      tx.write({ ...NOTHING, newWebhookEvents: events.map((outcome, i) => aWebhookEvent({ id: `w${i}`, channelId: 'listed', outcome })) }),
    );
    const ids = async (outcome: 'failed' | null) =>
      (await all((page) => store.reads.webhookEvents('listed', outcome, page))).map(({ id }) => id);
    expect(await ids(null)).toEqual(['w4', 'w3', 'w2', 'w1', 'w0']);
    expect(await ids('failed')).toEqual(['w4', 'w1']);
    await store.atomically(async (tx) =>
      tx.write({ ...NOTHING, webhookEvents: [{ ...(await tx.webhookEvent('w1'))!, outcome: 'applied', replayedAt: NOW }] }),
    );
    expect(await ids('failed')).toEqual(['w4']);
  });

  it('names the tickets that time may change, earliest first, and those of older rules', async () => {
    const tickets = [
      aTicket({ id: 'd1', lookAt: NOW + 10, policyVersion: 3 }),
      aTicket({ id: 'd2', lookAt: NOW + 5, policyVersion: 4 }),
      aTicket({ id: 'd3', lookAt: NOW + 5, policyVersion: 2 }),
      aTicket({ id: 'd4', lookAt: NOW + 99, policyVersion: 9 }),
      aTicket({ id: 'd5', status: 'closed', stage: 'closed', lookAt: null, policyVersion: null }),
    ];
    await store.atomically((tx) =>
      tx.write({
        ...NOTHING,
        newChats: tickets.map(({ id }) => aChat({ id })),
        newTickets: tickets.map((ticket, i) => ({ ...ticket, chatId: ticket.id, number: 50 + i })),
      }),
    );
    const due = async (after: { lookAt: number; id: string }, limit: number) =>
      (await store.reads.dueTickets(after, NOW + 50, limit)).map(({ id }) => id);
    expect(await due({ lookAt: 0, id: '' }, 10)).toEqual(['d2', 'd3', 'd1']);
    expect(await due({ lookAt: 0, id: '' }, 1)).toEqual(['d2']);
    expect(await due({ lookAt: NOW + 5, id: 'd2' }, 10)).toEqual(['d3', 'd1']);
    expect(await store.reads.dueTickets({ lookAt: NOW + 9, id: '' }, NOW + 50, 1)).toEqual([{ id: 'd1', chatId: 'd1', lookAt: NOW + 10 }]);
    expect((await store.reads.outdatedTickets(4, 10)).map(({ id }) => id).filter((id) => id.startsWith('d'))).toEqual(['d3', 'd1']);
  });

  it('names the keys whose errands are due and whose lease nobody holds', async () => {
    const newErrands = [
      anErrand({ id: 'e1', key: 'late', dueAt: NOW + 1_000 }),
      anErrand({ id: 'e2', key: 'held', dueAt: NOW }),
      anErrand({ id: 'e3', key: 'free', dueAt: NOW }),
      anErrand({ id: 'e4', key: 'first', dueAt: NOW - 1 }),
      anErrand({ id: 'e5', key: 'free', dueAt: NOW - 5, kind: 'echo' }),
    ];
    expect(await store.reads.nextDue()).toBeNull();
    await store.atomically((tx) => tx.write({ ...NOTHING, newErrands }));
    await store.leases.take('held', 60_000);
    expect(await store.reads.dueKeys(NOW, 10)).toEqual(['free', 'first']);
    expect(await store.reads.dueKeys(NOW, 1)).toEqual(['free']);
    expect((await store.reads.errandsOf('free', 10)).map(({ id }) => id)).toEqual(['e3', 'e5']);
    expect(await store.reads.nextDue()).toBe(NOW - 5);
    await store.atomically((tx) =>
      tx.write({ ...NOTHING, errands: [{ ...newErrands[4]!, dueAt: NOW + 7, attempts: 1 }], doneErrands: ['e3', 'e4'] }),
    );
    expect(await store.reads.dueKeys(NOW, 10)).toEqual([]);
    expect(await store.reads.nextDue()).toBe(NOW);
  });

  it('answers whether the database does', async () => {
    await expect(store.ping()).resolves.toBeUndefined();
    expect(await store.pending()).toBe(false);
  });
});
