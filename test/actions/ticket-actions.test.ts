import type { Person } from '../../src/actions/desk';
import { assignTicket } from '../../src/actions/tickets/assign-ticket';
import { closeTicket } from '../../src/actions/tickets/close-ticket';
import { readTicket } from '../../src/actions/tickets/read-ticket';
import { releaseTicket } from '../../src/actions/tickets/release-ticket';
import { reopenTicket } from '../../src/actions/tickets/reopen-ticket';
import { setInProgress } from '../../src/actions/tickets/set-in-progress';
import { snoozeTicket } from '../../src/actions/tickets/snooze-ticket';
import { takeTicket } from '../../src/actions/tickets/take-ticket';
import { transferTicket } from '../../src/actions/tickets/transfer-ticket';
import { wakeTicket } from '../../src/actions/tickets/wake-ticket';
import type { Ticket } from '../../src/domain/ticket';
import { activeWith, closes, hears, idleWith, MARIA, PEDRO, saidIn, story } from '../support/acts';
import { databases } from '../support/database';
import { DAY, HOUR } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

describe.each(databases())('a person acts on a ticket, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const on = (ticket: Pick<Ticket, 'id'>, by: Person) => ({ ticketId: ticket.id, by });
  const last = async (ticket: Pick<Ticket, 'id'>) => (await house.events(ticket.id)).at(-1);
  let ana: Person;
  beforeEach(async () => {
    ana = await house.agent('Ana');
  });

  describe('takes', () => {
    it('a pending one (T1)', async () => {
      await house.set({ routing: { strategy: 'manual' } });
      const ticket = await hears(house);
      expect(await takeTicket(house.desk, on(ticket, ana))).toMatchObject({ status: 'active', assigneeId: ana.id, waiting: true });
      expect(await last(ticket)).toMatchObject({ row: 'T1', actor: { kind: 'agent', id: ana.id }, assignee: { from: null, to: ana.id } });
    });

    it('one that was set aside (T6), which ends its snooze', async () => {
      const ticket = await activeWith(house, ana);
      await snoozeTicket(house.desk, { ...on(ticket, ana), until: house.clock.now() + DAY });
      expect(await takeTicket(house.desk, on(ticket, ana))).toMatchObject({
        status: 'active',
        stage: 'open',
        snoozedUntil: null,
        assigneeId: ana.id,
      });
      expect((await house.events(ticket.id)).slice(-2)).toMatchObject([{ type: 'woken', status: null }, { row: 'T6' }]);
    });

    it('a colleague\u2019s, once agents may', async () => {
      const ticket = await activeWith(house, ana);
      const luis = await house.agent('Luis');
      await expect(takeTicket(house.desk, on(ticket, luis))).rejects.toMatchObject({ code: 'forbidden' });
      await house.set({ policy: { agentsMayTakeOver: true } });
      expect(await takeTicket(house.desk, on(ticket, luis))).toMatchObject({
        status: 'active',
        assigneeId: luis.id,
        lastAssigneeId: ana.id,
      });
      expect(await last(ticket)).toMatchObject({
        type: 'assigned',
        cause: 'taken_over',
        status: null,
        assignee: { from: ana.id, to: luis.id },
      });
    });
  });

  describe('assigns', () => {
    it('an active or idle one to a colleague, and its status stays', async () => {
      const ticket = await idleWith(house, ana);
      const luis = await house.agent('Luis');
      expect(await assignTicket(house.desk, { ...on(ticket, ana), agentId: luis.id })).toMatchObject({
        status: 'idle',
        assigneeId: luis.id,
        lastAssigneeId: ana.id,
      });
      expect(await last(ticket)).toMatchObject({ type: 'assigned', cause: 'reassigned', status: null });
    });

    it('nobody who is not online, and nobody whom it does not know', async () => {
      const ticket = await activeWith(house, ana);
      const luis = await house.agent('Luis', 'away');
      await expect(assignTicket(house.desk, { ...on(ticket, ana), agentId: luis.id })).rejects.toMatchObject({ code: 'agent_not_online' });
      await expect(assignTicket(house.desk, { ...on(ticket, ana), agentId: 'none' })).rejects.toMatchObject({
        code: 'invalid',
        facts: { errors: [{ path: 'agentId' }] },
      });
    });

    it('the same agent again without a trace', async () => {
      const ticket = await activeWith(house, ana);
      await assignTicket(house.desk, { ...on(ticket, house.admin), agentId: ana.id });
      expect(await story(house, ticket)).toEqual(['customer_wrote: pending', 'assigned: active']);
    });
  });

  it('transfers it with a note', async () => {
    const ticket = await activeWith(house, ana);
    const luis = await house.agent('Luis');
    expect(await transferTicket(house.desk, { ...on(ticket, ana), agentId: luis.id, note: 'speaks Portuguese' })).toMatchObject({
      status: 'active',
      assigneeId: luis.id,
    });
    expect(await story(house, ticket)).toEqual(['customer_wrote: pending', 'assigned: active', 'noted', 'transferred']);
    expect(await saidIn(house, ticket.chatId)).toEqual(['hello', 'speaks Portuguese']);
  });

  it('releases it (T5), and routing tries the others in the same transaction', async () => {
    const ticket = await activeWith(house, ana);
    const luis = await house.agent('Luis');
    expect(await releaseTicket(house.desk, on(ticket, ana))).toMatchObject({ id: ticket.id });
    expect(await house.ticket(ticket.id)).toMatchObject({ status: 'active', assigneeId: luis.id, lastAssigneeId: ana.id });
    expect((await house.events(ticket.id)).slice(-2)).toMatchObject([
      { cause: 'released', row: 'T5' },
      { cause: 'assigned', row: 'T1', actor: { kind: 'system' } },
    ]);
  });

  it.each(['active', 'idle'] as const)('sets an %s one aside', async (status) => {
    const ticket = status === 'active' ? await activeWith(house, ana) : await idleWith(house, ana);
    expect(await setInProgress(house.desk, on(ticket, ana))).toMatchObject({
      status: 'in_progress',
      assigneeId: null,
      lastAssigneeId: ana.id,
    });
    expect(await last(ticket)).toMatchObject({ row: status === 'active' ? 'T2' : 'T8', cause: 'set_in_progress' });
  });

  describe('snoozes', () => {
    it('an active one: it is set aside too', async () => {
      const ticket = await activeWith(house, ana);
      const until = house.clock.now() + HOUR;
      expect(await snoozeTicket(house.desk, { ...on(ticket, ana), until })).toMatchObject({
        status: 'in_progress',
        stage: 'snoozed',
        snoozedUntil: until,
        assigneeId: null,
      });
      expect((await story(house, ticket)).slice(-2)).toEqual(['set_in_progress: in_progress', 'snoozed']);
    });

    it('again, to another time', async () => {
      const ticket = await activeWith(house, ana);
      await snoozeTicket(house.desk, { ...on(ticket, ana), until: house.clock.now() + HOUR });
      await snoozeTicket(house.desk, { ...on(ticket, ana), until: null });
      expect(await house.ticket(ticket.id)).toMatchObject({ stage: 'snoozed', snoozedUntil: null, snoozeUntilReply: true });
    });

    it('until no moment that has passed', async () => {
      const ticket = await activeWith(house, ana);
      await expect(snoozeTicket(house.desk, { ...on(ticket, ana), until: house.clock.now() })).rejects.toMatchObject({
        code: 'invalid',
        facts: { errors: [{ path: 'until' }] },
      });
      expect((await house.ticket(ticket.id)).status).toBe('active');
    });

    it('and wakes it: it returns to the queue, and to its last agent first', async () => {
      const ticket = await activeWith(house, ana);
      await snoozeTicket(house.desk, { ...on(ticket, ana), until: house.clock.now() + HOUR });
      await house.agent('Luis');
      await wakeTicket(house.desk, on(ticket, house.admin));
      expect(await house.ticket(ticket.id)).toMatchObject({ status: 'active', assigneeId: ana.id, stage: 'open' });
      expect((await house.events(ticket.id)).slice(-3)).toMatchObject([{ type: 'woken' }, { row: 'T7', cause: 'woken' }, { row: 'T1' }]);
    });
  });

  describe('closes', () => {
    it.each(['active', 'idle'] as const)('an %s one', async (status) => {
      const ticket = status === 'active' ? await activeWith(house, ana) : await idleWith(house, ana);
      expect(await closeTicket(house.desk, on(ticket, ana))).toMatchObject({
        status: 'closed',
        stage: 'closed',
        closeCause: 'closed_by_person',
        closedAt: house.clock.now(),
        assigneeId: null,
        lastAssigneeId: ana.id,
        waiting: false,
        lookAt: null,
      });
      expect(await last(ticket)).toMatchObject({ row: status === 'active' ? 'T4' : 'T10' });
    });

    it('a snoozed one (B2), which wakes no more', async () => {
      const ticket = await activeWith(house, ana);
      await snoozeTicket(house.desk, { ...on(ticket, ana), until: house.clock.now() + HOUR });
      expect(await closes(house, ticket)).toMatchObject({ status: 'closed', stage: 'closed', snoozedUntil: null });
      expect(await last(ticket)).toMatchObject({ row: 'B2' });
    });

    it('none while agents may not; admins always may', async () => {
      await house.set({ policy: { agentsMayClose: false } });
      const ticket = await activeWith(house, ana);
      await expect(closeTicket(house.desk, on(ticket, ana))).rejects.toMatchObject({ code: 'forbidden' });
      expect((await closes(house, ticket)).status).toBe('closed');
    });

    it('and the bot\u2019s turn moves on, as it does with every opening and assignment', async () => {
      const turn = async (ticket: Ticket) => (await house.desk.store.reads.chat(ticket.chatId))?.turn;
      const ticket = await activeWith(house, ana);
      expect(await turn(ticket)).toBe(2);
      await closes(house, ticket);
      expect(await turn(ticket)).toBe(3);
    });
  });

  describe('reopens', () => {
    it('to its last agent who is online (T13)', async () => {
      const ticket = await activeWith(house, ana);
      await closes(house, ticket);
      expect(await reopenTicket(house.desk, on(ticket, house.admin))).toMatchObject({
        status: 'active',
        stage: 'open',
        assigneeId: ana.id,
        closedAt: null,
        closeCause: null,
        aliveSince: house.clock.now(),
      });
      expect(await last(ticket)).toMatchObject({ row: 'T13', cause: 'reopened', stage: { from: 'closed', to: 'open' } });
    });

    it('to the queue, and to whoever is there, when its last agent is not online (T12, T1)', async () => {
      const ticket = await activeWith(house, ana);
      await closes(house, ticket);
      await house.turn(ana, 'away');
      const luis = await house.agent('Luis');
      await reopenTicket(house.desk, on(ticket, house.admin));
      expect(await house.ticket(ticket.id)).toMatchObject({ status: 'active', assigneeId: luis.id });
      expect((await story(house, ticket)).slice(-2)).toEqual(['reopened: pending', 'assigned: active']);
    });

    it('none beside an open one, which is named', async () => {
      const ticket = await activeWith(house, ana);
      await closes(house, ticket);
      const next = await hears(house, MARIA, 'me again');
      await expect(reopenTicket(house.desk, on(ticket, house.admin))).rejects.toMatchObject({
        code: 'chat_has_open_ticket',
        facts: { ticketId: next.id },
      });
    });

    it('an older one, when nothing is open', async () => {
      const former = await activeWith(house, ana);
      await closes(house, former);
      await closes(house, await hears(house, MARIA, 'me again'));
      expect(await reopenTicket(house.desk, on(former, house.admin))).toMatchObject({ id: former.id, status: 'active' });
      expect(await hears(house, MARIA, 'and again')).toMatchObject({ unread: 1 });
      expect((await house.ticket(former.id)).unread).toBeGreaterThan(0);
    });

    it('none as an agent, unless agents may', async () => {
      const ticket = await activeWith(house, ana);
      await closes(house, ticket);
      await expect(reopenTicket(house.desk, on(ticket, ana))).rejects.toMatchObject({ code: 'forbidden' });
      await house.set({ policy: { agentsMayReopen: true } });
      expect((await reopenTicket(house.desk, on(ticket, ana))).status).toBe('active');
    });
  });

  it('reads it: nothing is unread, and the customer still waits', async () => {
    await house.set({ routing: { strategy: 'manual' } });
    const ticket = await hears(house, PEDRO);
    await readTicket(house.desk, on(ticket, ana));
    expect(await house.ticket(ticket.id)).toMatchObject({ unread: 0, waiting: true });
    const again = await readTicket(house.desk, on(ticket, ana));
    expect(again.version).toBe((await house.ticket(ticket.id)).version);
  });
});
