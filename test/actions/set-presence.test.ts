import { removeAgent } from '../../src/actions/agents/remove-agent';
import { setPresence } from '../../src/actions/routing/set-presence';
import { startTicket } from '../../src/actions/tickets/start-ticket';
import type { Ticket } from '../../src/domain/ticket';
import type { Store } from '../../src/ports/store';
import { activeWith, hears, idleWith, PEDRO, story, template } from '../support/acts';
import { databases } from '../support/database';
import { MINUTE } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

describe.each(databases())('an agent who leaves, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const phones = ['15553001', '15553002', '15553003', '15553004', '15553005'];
  const now = (tickets: readonly { id: string }[]): Promise<Ticket[]> => Promise.all(tickets.map(({ id }) => house.ticket(id)));

  /** Ana with five active tickets, and then two colleagues of whom one has nearly no room. */
  const busyAna = async () => {
    const ana = await house.agent('Ana');
    const tickets: Ticket[] = [];
    for (const phone of phones) tickets.push(await activeWith(house, ana, phone));
    return { ana, tickets };
  };

  it.each(['away', 'offline'] as const)(
    'for %s, gives all five active tickets to others or to the queue, in one transaction, each with its reason',
    async (presence) => {
      const { ana, tickets } = await busyAna();
      const luis = await house.agent('Luis', 'online', 2);
      const mia = await house.agent('Mia', 'online', 1);
      house.clock.forward(MINUTE);
      let transactions = 0;
      const atomically: Store['atomically'] = (work) => {
        transactions += 1;
        return house.desk.store.atomically(work);
      };
      await setPresence(
        { ...house.desk, store: { ...house.desk.store, atomically } },
        { agentId: ana.id, presence, reason: 'lunch', by: ana },
      );
      expect(transactions).toBe(1);
      const after = await now(tickets);
      expect(after.map(({ status }) => status).sort()).toEqual(['active', 'active', 'active', 'pending', 'pending']);
      expect(after.filter(({ assigneeId }) => assigneeId === luis.id)).toHaveLength(2);
      expect(after.filter(({ assigneeId }) => assigneeId === mia.id)).toHaveLength(1);
      for (const ticket of after) {
        const events = (await house.events(ticket.id)).slice(2);
        expect(events[0]).toMatchObject({
          cause: 'assignee_unavailable',
          row: 'T5',
          actor: { kind: 'system' },
          assignee: { from: ana.id, to: null },
          decision: { rule: 'assignee_unavailable', facts: { assigneeId: ana.id, presence, since: house.clock.now() } },
        });
        if (ticket.status === 'active')
          expect(events[1]).toMatchObject({
            cause: 'assigned',
            row: 'T1',
            decision: { rule: 'round_robin', passedOver: expect.any(Array) },
          });
        expect(events).toHaveLength(ticket.status === 'active' ? 2 : 1);
      }
    },
  );

  it('is passed over in words, with everybody else who could not have it', async () => {
    const { ana, tickets } = await busyAna();
    await house.agent('Luis', 'online', 0);
    const mia = await house.agent('Mia');
    await house.turn(ana, 'away');
    const event = (await house.events(tickets[0]!.id)).at(-1);
    expect(event).toMatchObject({ cause: 'assigned', assignee: { to: mia.id } });
    const words = Object.fromEntries((event?.decision?.passedOver ?? []).map(({ name, why }) => [name, why]));
    expect(words).toMatchObject({ Luis: '0 of 0', Ana: expect.stringMatching(/^away since /) });
  });

  it('keeps idle and proactive tickets', async () => {
    const ana = await house.agent('Ana');
    const idle = await idleWith(house, ana);
    const proactive = await startTicket(house.desk, { by: ana, channelId: house.whatsapp.id, to: `+${PEDRO}`, content: template('hello') });
    await house.agent('Luis');
    await house.turn(ana, 'offline');
    expect((await now([idle, proactive])).map(({ status, assigneeId }) => [status, assigneeId])).toEqual([
      ['idle', ana.id],
      ['proactive', ana.id],
    ]);
  });

  it('keeps active ones while agents keep theirs', async () => {
    await house.set({ routing: { keepOnAway: true } });
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    await house.agent('Luis');
    await house.turn(ana, 'offline');
    expect(await house.ticket(ticket.id)).toMatchObject({ status: 'active', assigneeId: ana.id });
  });

  it('gets the former tickets first on coming back, while customers stick', async () => {
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    await house.turn(ana, 'away');
    expect((await house.ticket(ticket.id)).status).toBe('pending');
    await house.agent('Luis', 'away');
    await house.turn(ana, 'online');
    await house.errands();
    expect(await house.ticket(ticket.id)).toMatchObject({ status: 'active', assigneeId: ana.id });
    expect((await house.events(ticket.id)).at(-1)?.decision?.rule).toBe('sticky');
  });

  it('is turned by an admin as by themselves, in the admin\u2019s name', async () => {
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    const gone = await setPresence(house.desk, { agentId: ana.id, presence: 'away', reason: 'sick', by: house.admin });
    expect(gone).toMatchObject({ presence: 'away', presenceReason: 'sick', presenceSince: house.clock.now() });
    expect((await house.events(ticket.id)).at(-1)).toMatchObject({
      cause: 'assignee_unavailable',
      actor: { kind: 'admin', id: house.admin.id },
    });
    expect(house.announced).toContainEqual({ name: 'agent.presence_changed', id: ana.id });
  });

  it('is nobody when there is no such agent', async () => {
    await expect(setPresence(house.desk, { agentId: 'none', presence: 'online', reason: null, by: house.admin })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  describe('for good', () => {
    it('gives the active ones back and leaves the others to nobody, with events', async () => {
      const ana = await house.agent('Ana');
      const idle = await idleWith(house, ana);
      const active = await activeWith(house, ana, PEDRO);
      const luis = await house.agent('Luis');
      await removeAgent(house.desk, { agentId: ana.id, by: house.admin });
      expect(await house.ticket(active.id)).toMatchObject({ status: 'active', assigneeId: luis.id, lastAssigneeId: ana.id });
      expect((await house.events(active.id)).at(-2)).toMatchObject({
        cause: 'assignee_unavailable',
        actor: { kind: 'admin' },
        decision: { facts: { presence: 'removed' } },
      });
      expect(await house.ticket(idle.id)).toMatchObject({ status: 'idle', assigneeId: null, lastAssigneeId: ana.id });
      expect((await house.events(idle.id)).at(-1)).toMatchObject({
        type: 'assigned',
        cause: 'agent_removed',
        assignee: { from: ana.id, to: null },
      });
      expect(await hears(house)).toMatchObject({ id: idle.id, status: 'active', assigneeId: luis.id });
      expect((await story(house, idle)).slice(-3)).toEqual([
        'customer_replied: active',
        'assignee_unavailable: pending',
        'assigned: active',
      ]);
    });

    it('is routed to no more, and has no session', async () => {
      const ana = await house.agent('Ana');
      await house.desk.store.atomically((tx) =>
        tx.addSession({
          id: 's',
          agentId: ana.id,
          createdAt: 0,
          expiresAt: house.clock.now() + MINUTE,
          browser: null,
          address: null,
          seenAt: null,
        }),
      );
      await removeAgent(house.desk, { agentId: ana.id, by: house.admin });
      expect(await house.desk.store.reads.session('s')).toBeNull();
      expect((await hears(house)).status).toBe('pending');
      await expect(removeAgent(house.desk, { agentId: ana.id, by: house.admin })).rejects.toMatchObject({ code: 'not_found' });
    });

    it('is never the last admin', async () => {
      await expect(removeAgent(house.desk, { agentId: house.admin.id, by: house.admin })).rejects.toMatchObject({ code: 'in_use' });
    });
  });
});
