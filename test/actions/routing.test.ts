import { updateAgent } from '../../src/actions/agents/update-agent';
import { updateChannel } from '../../src/actions/channels/update-channel';
import type { Desk, Person } from '../../src/actions/desk';
import { openPeople } from '../../src/actions/hearing/people';
import { receive } from '../../src/actions/hearing/receive';
import { openNumbers } from '../../src/actions/numbers';
import { routeQueue } from '../../src/actions/routing/route-queue';
import { addTeam, updateTeam } from '../../src/actions/teams/save-team';
import { assignTicket } from '../../src/actions/tickets/assign-ticket';
import { releaseTicket } from '../../src/actions/tickets/release-ticket';
import { reopenTicket } from '../../src/actions/tickets/reopen-ticket';
import { snoozeTicket } from '../../src/actions/tickets/snooze-ticket';
import { transferToTeam } from '../../src/actions/tickets/transfer-ticket';
import { updateTicket } from '../../src/actions/tickets/update-ticket';
import { wakeTicket } from '../../src/actions/tickets/wake-ticket';
import type { Priority } from '../../src/domain/ticket';
import { houseKeeper } from '../../src/platform/house-keeper';
import { answers, closes, hears, MARIA, PEDRO, sticker } from '../support/acts';
import { databases, type TestDatabase, testStore } from '../support/database';
import { HOUR, MINUTE, says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';
import { daily } from '../support/hours';
import { over } from '../support/over';

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

  it('comes to an end also when what looks free has no room once it is locked', async () => {
    for (let n = 0; n < 55; n++) await hears(house, phone(n));
    const mia = await house.agent('Mia', 'away');
    const agentsAtWork = async () =>
      (await house.desk.store.reads.agentsByIds([mia.id])).map((agent) => ({ agent: { ...agent, presence: 'online' as const }, load: 0 }));
    const misled = { ...house.desk, store: { ...house.desk.store, reads: { ...house.desk.store.reads, agentsAtWork } } };
    let looks = 0;
    await routeQueue(misled, async () => ++looks < 30);
    expect(looks).toBeLessThan(10);
  });

  it('gives away what waits behind a ticket that breaks', async () => {
    const [broken, sound] = [await hears(house, phone(1)), await hears(house, phone(2))];
    const ana = await house.agent('Ana', 'online', 1);
    const { store } = house.desk;
    const atomically: typeof store.atomically = (work) =>
      store.atomically((tx) =>
        work(
          over(tx, {
            hold: (chatIds) => (chatIds.includes(broken.chatId) ? Promise.reject(new Error('unreadable')) : tx.hold(chatIds)),
          }),
        ),
      );
    expect(await routeQueue({ ...house.desk, store: { ...store, atomically } })).toBe(1);
    expect([await assignee(broken), await assignee(sound)]).toEqual([null, ana.id]);
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

  describe('says why it gives a ticket to nobody', () => {
    const why = async (id: string) => (await house.events(id)).map(({ cause, decision }) => ({ cause, decision }));

    it('on the event that opened it', async () => {
      const ana = await house.agent('Ana', 'online', 0);
      const luis = await house.agent('Luis', 'away');
      const ticket = await hears(house, phone(1));
      expect(await why(ticket.id)).toEqual([
        {
          cause: 'customer_wrote',
          decision: {
            rule: 'nobody_free',
            facts: { priority: 'medium', waitingSince: ticket.statusSince, online: 1 },
            passedOver: [
              { agentId: ana.id, name: 'Ana', why: '0 of 0' },
              { agentId: luis.id, name: 'Luis', why: 'away since 09:00' },
            ],
          },
        },
      ]);
      await house.set({ routing: { strategy: 'manual' } });
      expect((await why((await hears(house, phone(2))).id)).map(({ decision }) => decision?.rule)).toEqual(['manual']);
    });

    it('beside why its agent lost it', async () => {
      const ana = await house.agent('Ana');
      const luis = await house.agent('Luis', 'online', 0);
      const ticket = await hears(house, phone(1));
      await house.turn(ana, 'away');
      expect((await why(ticket.id)).at(-1)).toMatchObject({
        cause: 'assignee_unavailable',
        decision: {
          rule: 'assignee_unavailable',
          facts: { assigneeId: ana.id, presence: 'away', waits: 'nobody_free' },
          passedOver: [
            { agentId: ana.id, why: 'away since 09:00' },
            { agentId: luis.id, why: '0 of 0' },
          ],
        },
      });
    });

    it('when it is given back, woken, reopened or sent to a team, without an event of its own', async () => {
      const ana = await house.agent('Ana', 'online', 1);
      const ticket = await hears(house, phone(1));
      await releaseTicket(house.desk, { ticketId: ticket.id, by: ana });
      expect((await why(ticket.id)).at(-1)).toMatchObject({ cause: 'released', decision: { passedOver: [{ why: 'it was given back' }] } });
      await snoozeTicket(house.desk, { ticketId: ticket.id, by: house.admin, until: null });
      await wakeTicket(house.desk, { ticketId: ticket.id, by: house.admin });
      expect((await why(ticket.id)).at(-1)).toMatchObject({ cause: 'woken', decision: { rule: 'nobody_free' } });
      const team = await addTeam(house.desk, { name: 'Support' });
      await transferToTeam(house.desk, { ticketId: ticket.id, teamId: team.id, by: house.admin, note: null });
      expect((await why(ticket.id)).at(-1)).toMatchObject({
        cause: 'transferred',
        decision: { rule: 'nobody_free', facts: { team: 'Support' }, passedOver: [{ why: 'not in the team Support' }] },
      });
      await closes(house, ticket);
      await house.turn(ana, 'away');
      await reopenTicket(house.desk, { ticketId: ticket.id, by: house.admin });
      expect((await why(ticket.id)).at(-1)).toMatchObject({ cause: 'reopened', decision: { rule: 'nobody_free' } });
      expect((await why(ticket.id)).map(({ cause }) => cause)).not.toContain('decided');
    });
  });

  it('gives a ticket to the team that it is sent to, in the same transaction', async () => {
    const [ana, luis] = [await house.agent('Ana'), await house.agent('Luis')];
    const team = await addTeam(house.desk, { name: 'Support', agentIds: [luis.id] });
    const ticket = await hears(house, phone(1));
    expect(ticket.assigneeId).toBe(ana.id);
    const sent = await transferToTeam(house.desk, { ticketId: ticket.id, teamId: team.id, by: ana, note: null });
    expect(await house.ticket(sent.id)).toMatchObject({ status: 'active', assigneeId: luis.id, teamId: team.id });
  });

  it('gives what waits for a team to who joins it, and all when its hours or a channel’s strategy change', async () => {
    const ana = await house.agent('Ana');
    const team = await addTeam(house.desk, { name: 'Support', hours: daily('UTC', '20:00-21:00') });
    await updateChannel(house.desk, { channelId: house.whatsapp.id, teamId: team.id, overrides: { routing: { strategy: 'manual' } } });
    const ticket = await hears(house, phone(1));
    await updateTeam(house.desk, { teamId: team.id, agentIds: [ana.id] });
    await house.errands();
    await updateTeam(house.desk, { teamId: team.id, hours: null });
    await house.errands();
    expect(await assignee(ticket)).toBeNull();
    await updateChannel(house.desk, { channelId: house.whatsapp.id, overrides: {} });
    await house.errands();
    expect(await assignee(ticket)).toBe(ana.id);
  });

  it('keeps a ticket for who handled the customer last, until its patience is over', async () => {
    await house.set({ routing: { stickyPatience: 'PT10M' } });
    const ana = await house.agent('Ana', 'online', 1);
    await closes(house, await hears(house, phone(1)));
    await hears(house, phone(2));
    const luis = await house.agent('Luis');
    const ticket = await hears(house, phone(1));
    expect((await house.events(ticket.id))[0]?.decision).toMatchObject({ rule: 'waits_for_last_agent', facts: { lastAgentId: ana.id } });
    house.clock.forward(10 * MINUTE - 1);
    await routeQueue(house.desk);
    expect(await assignee(ticket)).toBeNull();
    house.clock.forward(1);
    await routeQueue(house.desk);
    expect(await assignee(ticket)).toBe(luis.id);
  });

  it('gives to the least busy', async () => {
    await house.set({ routing: { strategy: 'least_busy' } });
    const [ana, luis] = [await house.agent('Ana', 'online', 4), await house.agent('Luis', 'online', 2)];
    const got: (string | null)[] = [];
    for (let n = 0; n < 6; n++) got.push((await hears(house, phone(n))).assigneeId);
    expect(got).toEqual([ana.id, luis.id, ana.id, luis.id, ana.id, ana.id]);
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
