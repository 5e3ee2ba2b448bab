import { updateAgent } from '../../src/actions/agents/update-agent';
import { updateChannel } from '../../src/actions/channels/update-channel';
import type { Desk, Person } from '../../src/actions/desk';
import { openPeople } from '../../src/actions/hearing/people';
import { receive } from '../../src/actions/hearing/receive';
import { openNumbers } from '../../src/actions/numbers';
import { routeQueue } from '../../src/actions/routing/route-queue';
import { assignTicket } from '../../src/actions/tickets/assign-ticket';
import { releaseTicket } from '../../src/actions/tickets/release-ticket';
import { snoozeTicket } from '../../src/actions/tickets/snooze-ticket';
import { updateTicket } from '../../src/actions/tickets/update-ticket';
import type { Priority } from '../../src/domain/ticket';
import { houseKeeper } from '../../src/platform/house-keeper';
import { answers, closes, hears, MARIA, PEDRO, sticker } from '../support/acts';
import { databases, type TestDatabase, testStore } from '../support/database';
import { HOUR, says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

describe.each(databases())('routing, on $name,', ({ create }) => {
  let database: TestDatabase;
  const house = freshDesk(async () => {
    database = await create();
    return database;
  });
  const phone = (n: number) => `1557${String(n).padStart(6, '0')}`;
  const assignee = async ({ id }: { id: string }) => (await house.ticket(id)).assigneeId;

  it('gives tickets to agents in turn', async () => {
    const [ana, luis, mia] = [await house.agent('Ana'), await house.agent('Luis'), await house.agent('Mia')];
    const got: (string | null)[] = [];
    for (let n = 0; n < 6; n++) got.push((await hears(house, phone(n))).assigneeId);
    expect(got).toEqual([ana.id, luis.id, mia.id, ana.id, luis.id, mia.id]);
  });

  it('gives nobody more than their capacity; the rest waits', async () => {
    const [ana, luis] = [await house.agent('Ana', 'online', 1), await house.agent('Luis', 'online', 2)];
    const tickets = [];
    for (let n = 0; n < 5; n++) tickets.push(await hears(house, phone(n)));
    expect(tickets.map(({ assigneeId }) => assigneeId)).toEqual([ana.id, luis.id, luis.id, null, null]);
    expect((await house.events(tickets[2]!.id)).at(-1)?.decision).toMatchObject({
      rule: 'round_robin',
      facts: { load: 1, capacity: 2 },
      passedOver: [{ agentId: ana.id, name: 'Ana', why: '1 of 1' }],
    });
  });

  it('counts active and proactive tickets, and five where an agent has no limit of their own', async () => {
    await house.agent('Ana');
    for (let n = 0; n < 5; n++) expect((await hears(house, phone(n))).status).toBe('active');
    expect((await hears(house, phone(6))).status).toBe('pending');
  });

  it('gives what waits to who gets room', async () => {
    const ana = await house.agent('Ana', 'online', 1);
    const first = await hears(house, phone(1));
    const second = await hears(house, phone(2));
    await closes(house, first);
    await house.errands();
    expect(await assignee(second)).toBe(ana.id);
    const third = await hears(house, phone(3));
    await updateAgent(house.desk, { by: house.admin, agentId: ana.id, capacity: 2 });
    await house.errands();
    expect(await assignee(third)).toBe(ana.id);
    const fourth = await hears(house, phone(4));
    await updateAgent(house.desk, { by: house.admin, agentId: ana.id, capacity: null });
    await house.set({ routing: { capacity: 3 } });
    await house.errands();
    expect(await assignee(fourth)).toBe(ana.id);
  });

  it('gives the most urgent first, then who has waited longest', async () => {
    const priorities: Priority[] = ['low', 'medium', 'urgent', 'high', 'urgent'];
    const tickets = [];
    for (const [n, priority] of priorities.entries()) {
      const ticket = await hears(house, phone(n));
      tickets.push(await updateTicket(house.desk, { ticketId: ticket.id, by: house.admin, priority }));
      house.clock.forward(1000);
    }
    const got: number[] = [];
    const ana = await house.agent('Ana', 'online', 0);
    for (let capacity = 1; capacity <= 5; capacity++) {
      await updateAgent(house.desk, { by: house.admin, agentId: ana.id, capacity });
      await routeQueue(house.desk);
      const now = await Promise.all(tickets.map(assignee));
      got.push(now.findIndex((who, n) => who === ana.id && !got.includes(n)));
    }
    expect(got).toEqual([2, 4, 3, 1, 0]);
  });

  it('returns a customer to who handled them last', async () => {
    const ana = await house.agent('Ana');
    const ticket = await hears(house);
    await answers(house, ticket, ana);
    await closes(house, ticket);
    await house.agent('Luis');
    house.clock.forward(HOUR);
    const next = await hears(house);
    expect(next).toMatchObject({ assigneeId: ana.id, previousTicketId: ticket.id });
    expect((await house.events(next.id)).at(-1)?.decision).toMatchObject({
      rule: 'sticky',
      passedOver: [{ name: 'Luis', why: 'did not handle this customer last' }],
    });
  });

  it('does not, when customers do not stick', async () => {
    await house.set({ routing: { sticky: false } });
    await house.agent('Ana');
    await closes(house, await hears(house));
    const luis = await house.agent('Luis');
    expect((await hears(house)).assigneeId).toBe(luis.id);
  });

  it('leaves everything to people when it is manual, of the workspace or of a channel', async () => {
    await house.agent('Ana');
    await updateChannel(house.desk, { channelId: house.whatsapp.id, overrides: { routing: { strategy: 'manual' } } });
    await house.hear(says(MARIA, 'hello'));
    await house.hearOn(house.instagram, says(PEDRO, 'hello'));
    await routeQueue(house.desk);
    expect((await house.tickets(MARIA))[0]?.status).toBe('pending');
    expect((await house.tickets(PEDRO))[0]?.status).toBe('active');
  });

  it('does not give a ticket back to who has just released it', async () => {
    const ana = await house.agent('Ana');
    const ticket = await hears(house);
    await releaseTicket(house.desk, { ticketId: ticket.id, by: ana });
    await house.errands();
    expect(await house.ticket(ticket.id)).toMatchObject({ status: 'pending', releasedFrom: ana.id });
    const luis = await house.agent('Luis');
    await house.errands();
    expect(await house.ticket(ticket.id)).toMatchObject({ assigneeId: luis.id, releasedFrom: null });
    expect((await house.events(ticket.id)).at(-1)?.decision?.passedOver).toContainEqual({
      agentId: ana.id,
      name: 'Ana',
      why: 'it was given back',
    });
  });

  it('does not give it back either when an admin has taken it from its agent', async () => {
    await house.agent('Ana');
    const ticket = await hears(house);
    const luis = await house.agent('Luis');
    await releaseTicket(house.desk, { ticketId: ticket.id, by: house.admin });
    expect((await house.ticket(ticket.id)).assigneeId).toBe(luis.id);
  });

  it('leaves snoozed tickets alone until they wake', async () => {
    const ticket = await hears(house);
    await snoozeTicket(house.desk, { ticketId: ticket.id, by: house.admin, until: house.clock.now() + HOUR });
    await house.agent('Ana');
    await house.errands();
    expect((await house.ticket(ticket.id)).status).toBe('pending');
  });

  it('does not bind people: an admin may give somebody more than they can hold', async () => {
    const ana = await house.agent('Ana', 'online', 0);
    const ticket = await hears(house);
    await assignTicket(house.desk, { ticketId: ticket.id, agentId: ana.id, by: house.admin });
    expect(await house.ticket(ticket.id)).toMatchObject({ status: 'active', assigneeId: ana.id });
  });

  it('gives admins who are online their share', async () => {
    await house.turn(house.admin, 'online');
    expect((await hears(house)).assigneeId).toBe(house.admin.id);
  });

  it('looks past many tickets that nobody present can have', async () => {
    await house.set({ routing: { capacity: 1000 } });
    const ana = await house.agent('Ana');
    await house.hear(...Array.from({ length: 60 }, (_, n) => says(phone(n), 'hello')));
    const { data } = await house.desk.store.reads.tickets({ assignee: [ana.id], seenBy: null }, '-number', { limit: 60, cursor: null });
    for (const { ticket } of data) await releaseTicket(house.desk, { ticketId: ticket.id, by: ana });
    expect(data).toHaveLength(60);
    await house.set({ routing: { strategy: 'manual' } });
    const fresh = await hears(house, phone(99));
    await house.set({ routing: { strategy: 'round_robin' } });
    await routeQueue(house.desk);
    expect(await assignee(fresh)).toBe(ana.id);
  });

  it('takes a sticker as the beginning of a ticket when nothing was closed before', async () => {
    const ana = await house.agent('Ana');
    await house.hear(says(MARIA, '', { content: sticker }));
    expect((await house.tickets(MARIA))[0]?.assigneeId).toBe(ana.id);
  });

  describe('in two places at once', () => {
    /** A second process, where the database allows one. */
    const another = async (): Promise<{ desk: Desk; close(): Promise<void> }> => {
      if (database.dialect === 'sqlite') return { desk: house.desk, close: async () => undefined };
      const store = await testStore(database, house.clock);
      return {
        desk: { ...house.desk, store, house: await houseKeeper(store.reads), numbers: openNumbers(store) },
        close: () => store.close(),
      };
    };

    it('never gives a ticket to two, or anybody more than their capacity', async () => {
      const other = await another();
      await house.set({ routing: { strategy: 'manual' } });
      for (let n = 0; n < 30; n++) await hears(house, phone(n));
      const agents: Person[] = [];
      for (let n = 0; n < 4; n++) agents.push(await house.agent(`Agent${n}`, 'online', 3 + n));
      await house.set({ routing: { strategy: 'round_robin' } });
      house.woken.clear();
      const hear = (desk: Desk, from: number) =>
        receive(
          desk,
          Array.from({ length: 10 }, (_, n) => ({ channelId: house.whatsapp.id, heard: says(phone(from + n), 'hello') })),
          openPeople(),
        );
      await Promise.all([
        routeQueue(house.desk),
        routeQueue(other.desk),
        hear(house.desk, 100),
        hear(other.desk, 200),
        routeQueue(house.desk),
        routeQueue(other.desk),
      ]);
      const { data } = await house.desk.store.reads.tickets({ seenBy: null }, '-number', { limit: 200, cursor: null });
      expect(data).toHaveLength(50);
      for (const [n, { id }] of agents.entries()) expect(data.filter(({ ticket }) => ticket.assigneeId === id)).toHaveLength(3 + n);
      for (const { ticket } of data) {
        const assigned = (await house.events(ticket.id)).filter(({ cause }) => cause === 'assigned');
        expect(assigned).toHaveLength(ticket.assigneeId === null ? 0 : 1);
        expect(ticket.status).toBe(ticket.assigneeId === null ? 'pending' : 'active');
      }
      await other.close();
    });

    it('makes one ticket of what one customer says in both', async () => {
      const other = await another();
      const said = Array.from({ length: 20 }, (_, n) => ({ channelId: house.whatsapp.id, heard: says(MARIA, `message ${n}`) }));
      await Promise.all([...said, ...said].map((item, n) => receive(n % 2 ? house.desk : other.desk, [item], openPeople())));
      const tickets = await house.tickets(MARIA);
      expect(tickets).toHaveLength(1);
      const messages = await house.messages(tickets[0]!.chatId);
      expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
      expect(tickets[0]).toMatchObject({ unread: 20, status: 'pending' });
      await other.close();
    });
  });
});
