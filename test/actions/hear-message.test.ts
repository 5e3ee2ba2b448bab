import type { Person } from '../../src/actions/desk';
import { readTicket } from '../../src/actions/tickets/read-ticket';
import { setInProgress } from '../../src/actions/tickets/set-in-progress';
import { snoozeTicket } from '../../src/actions/tickets/snooze-ticket';
import { startTicket } from '../../src/actions/tickets/start-ticket';
import {
  activeWith,
  answers,
  changeContact,
  closes,
  hears,
  idleWith,
  MARIA,
  saidIn,
  standing,
  sticker,
  story,
  template,
  text,
  wait,
} from '../support/acts';
import { databases } from '../support/database';
import { DAY, HOUR, MINUTE, says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

describe.each(databases())('a customer who writes, on $name,', ({ create }) => {
  const house = freshDesk(create);

  describe('while a ticket is open', () => {
    it('keeps their place in the queue when it is pending', async () => {
      const ticket = await hears(house);
      house.clock.forward(HOUR);
      const again = await hears(house, MARIA, 'anybody there?');
      expect(again).toMatchObject({ id: ticket.id, status: 'pending', statusSince: ticket.statusSince, unread: 2, waiting: true });
      expect(await story(house, ticket)).toEqual(['customer_wrote: pending']);
    });

    it('turns the idle timer of an active one off', async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      await answers(house, ticket, ana);
      expect((await house.ticket(ticket.id)).idleFrom).toBe(house.clock.now());
      expect(await hears(house, MARIA, 'one more thing')).toMatchObject({ status: 'active', idleFrom: null, waiting: true, unread: 1 });
      await wait(house, DAY);
      expect((await house.ticket(ticket.id)).status).toBe('active');
    });

    it('makes an idle one active with its agent, when the agent is online', async () => {
      const ana = await house.agent('Ana');
      const ticket = await idleWith(house, ana);
      expect(ticket.status).toBe('idle');
      expect(await hears(house)).toMatchObject({ id: ticket.id, status: 'active', assigneeId: ana.id });
      expect(await story(house, ticket)).toEqual([
        'customer_wrote: pending',
        'assigned: active',
        'customer_silent: idle',
        'customer_replied: active',
      ]);
    });

    it('gives an idle one to somebody else in the same transaction when its agent is not online', async () => {
      const ana = await house.agent('Ana');
      const ticket = await idleWith(house, ana);
      await house.turn(ana, 'away');
      const luis = await house.agent('Luis');
      expect(await hears(house)).toMatchObject({ status: 'active', assigneeId: luis.id, lastAssigneeId: ana.id });
      expect((await story(house, ticket)).slice(-3)).toEqual([
        'customer_replied: active',
        'assignee_unavailable: pending',
        'assigned: active',
      ]);
      const release = (await house.events(ticket.id)).find(({ cause }) => cause === 'assignee_unavailable');
      expect(release).toMatchObject({
        row: 'T5',
        actor: { kind: 'system' },
        decision: { rule: 'assignee_unavailable', facts: { assigneeId: ana.id } },
      });
    });

    it('waits in the queue when the idle one\u2019s agent has left and nobody is online', async () => {
      const ana = await house.agent('Ana');
      await idleWith(house, ana);
      await house.turn(ana, 'offline');
      expect(await hears(house)).toMatchObject({ status: 'pending', assigneeId: null, lastAssigneeId: ana.id });
    });

    it('stays with an agent who is away while agents keep their tickets', async () => {
      await house.set({ routing: { keepOnAway: true } });
      const ana = await house.agent('Ana');
      await idleWith(house, ana);
      await house.turn(ana, 'away');
      expect(await hears(house)).toMatchObject({ status: 'active', assigneeId: ana.id });
    });

    it('makes a proactive one active with who started it', async () => {
      const ana = await house.agent('Ana');
      const started = await start(ana);
      expect(await hears(house)).toMatchObject({ id: started.id, status: 'active', assigneeId: ana.id });
      expect((await story(house, started)).at(-1)).toBe('customer_replied: active');
    });

    it('puts a proactive one into the queue when who started it is not online', async () => {
      const ana = await house.agent('Ana');
      const started = await start(ana);
      await house.turn(ana, 'offline');
      expect(await house.ticket(started.id)).toMatchObject({ status: 'proactive', assigneeId: ana.id });
      expect(await hears(house)).toMatchObject({ id: started.id, status: 'pending', assigneeId: null });
      expect((await story(house, started)).slice(-2)).toEqual(['customer_replied: active', 'assignee_unavailable: pending']);
    });

    it('is unread and waiting in one that was set aside, which stays so', async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      await setInProgress(house.desk, { ticketId: ticket.id, by: ana });
      await readTicket(house.desk, { ticketId: ticket.id, by: ana });
      expect(await hears(house)).toMatchObject({ id: ticket.id, status: 'in_progress', unread: 1, waiting: true, assigneeId: null });
    });
  });

  describe('while a ticket is snoozed', () => {
    const snoozed = async (until: number | null, aside: boolean) => {
      const ana = await house.agent('Ana', aside ? 'online' : 'offline');
      const ticket = await hears(house);
      await snoozeTicket(house.desk, { ticketId: ticket.id, by: aside ? ana : house.admin, until });
      return house.ticket(ticket.id);
    };

    it('wakes one that was set aside, and its last agent has it again', async () => {
      const ticket = await snoozed(house.clock.now() + DAY, true);
      expect(ticket).toMatchObject({ status: 'in_progress', stage: 'snoozed' });
      expect(await hears(house)).toMatchObject({ status: 'active', stage: 'open', assigneeId: ticket.lastAssigneeId, snoozedUntil: null });
      expect((await story(house, ticket)).slice(-3)).toEqual(['woken', 'woken: pending', 'assigned: active']);
      expect((await house.events(ticket.id)).at(-1)?.decision).toMatchObject({ rule: 'last_assignee' });
    });

    it('wakes a pending one, whose status stays', async () => {
      const ticket = await snoozed(house.clock.now() + DAY, false);
      expect(await hears(house)).toMatchObject({ status: 'pending', stage: 'open', statusSince: ticket.statusSince, snoozedUntil: null });
    });

    it('lets it sleep when the policy says so', async () => {
      await house.set({ policy: { wakeOnReply: false } });
      const ticket = await snoozed(house.clock.now() + DAY, true);
      expect(await hears(house)).toMatchObject({
        status: 'in_progress',
        stage: 'snoozed',
        snoozedUntil: ticket.snoozedUntil,
        unread: 2,
        waiting: true,
      });
    });

    it('wakes one that sleeps until the reply, whatever the policy says', async () => {
      await house.set({ policy: { wakeOnReply: false } });
      await snoozed(null, true);
      expect(await hears(house)).toMatchObject({ status: 'active', stage: 'open' });
    });

    it('wakes a proactive one and makes it active', async () => {
      const ana = await house.agent('Ana');
      const started = await start(ana);
      await snoozeTicket(house.desk, { ticketId: started.id, by: ana, until: house.clock.now() + DAY });
      expect(await house.ticket(started.id)).toMatchObject({ status: 'proactive', stage: 'snoozed', assigneeId: ana.id });
      expect(await hears(house)).toMatchObject({ status: 'active', stage: 'open', assigneeId: ana.id });
      expect((await story(house, started)).slice(-2)).toEqual(['woken', 'customer_replied: active']);
    });
  });

  describe('after the last ticket closed', () => {
    it('opens a new ticket that knows the former', async () => {
      const former = await hears(house);
      await closes(house, former);
      const next = await hears(house, MARIA, 'me again');
      expect(next).toMatchObject({ status: 'pending', stage: 'open', previousTicketId: former.id, unread: 1 });
      expect(next.id).not.toBe(former.id);
      expect((await house.messages(former.chatId)).map(({ ticketId }) => ticketId)).toEqual([former.id, next.id]);
    });

    it('comes back to the former agent within the time of reopening', async () => {
      await house.set({ policy: { reopenWithin: 'PT1H' } });
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      await closes(house, ticket);
      house.clock.forward(HOUR - 1);
      expect(await hears(house, MARIA, 'me again')).toMatchObject({
        id: ticket.id,
        status: 'active',
        assigneeId: ana.id,
        stage: 'open',
        closedAt: null,
        closeCause: null,
        waiting: true,
      });
      expect((await house.events(ticket.id)).at(-1)).toMatchObject({
        cause: 'customer_returned',
        row: 'T13',
        status: { from: 'closed', to: 'active' },
        stage: { from: 'closed', to: 'open' },
      });
    });

    it('comes back to the queue when the former agent is not online', async () => {
      await house.set({ policy: { reopenWithin: 'PT1H' } });
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      await closes(house, ticket);
      await house.turn(ana, 'offline');
      expect(await hears(house)).toMatchObject({ id: ticket.id, status: 'pending', assigneeId: null, lastAssigneeId: ana.id });
      expect((await house.events(ticket.id)).at(-1)).toMatchObject({ cause: 'customer_returned', row: 'T12' });
    });

    it('opens another once the time of reopening is over', async () => {
      await house.set({ policy: { reopenWithin: 'PT1H' } });
      const ticket = await hears(house);
      await closes(house, ticket);
      house.clock.forward(HOUR);
      expect(await hears(house)).toMatchObject({ status: 'pending', previousTicketId: ticket.id });
    });

    it('keeps count of what nobody had read before the close', async () => {
      await house.set({ policy: { reopenWithin: 'PT1H' } });
      const ticket = await hears(house);
      await closes(house, ticket);
      expect((await hears(house)).unread).toBe(2);
    });

    it('says of a message that was written before the close that it was', async () => {
      const ticket = await hears(house);
      const before = house.clock.now() - MINUTE;
      await closes(house, ticket);
      const next = await hears(house, MARIA, 'late', { at: before });
      expect(next.previousTicketId).toBe(ticket.id);
      expect((await house.events(next.id))[0]).toMatchObject({ cause: 'customer_wrote', data: { writtenBeforeClose: true } });
    });
  });

  describe('a thank-you after the close', () => {
    const closed = async () => {
      const ticket = await hears(house);
      await closes(house, ticket);
      return ticket;
    };

    it.each([
      ['a sticker', { content: sticker }],
      ['one emoji', { content: text('👍') }],
      ['three emoji', { content: text('🙏🏽 👨‍👩‍👧 ❤️') }],
    ])('of %s opens nothing', async (_, over) => {
      const ticket = await closed();
      house.clock.forward(10 * MINUTE);
      await house.hear(says(MARIA, '', over));
      expect(await house.tickets(MARIA)).toHaveLength(1);
      expect((await house.messages(ticket.chatId)).at(-1)).toMatchObject({ ticketId: null, direction: 'in' });
    });

    it.each([
      ['four emoji', { content: text('🙏🙏🙏🙏') }],
      ['words', { content: text('thanks') }],
      ['an emoji with words', { content: text('👍 ok') }],
      ['digits', { content: text('1') }],
    ])('of %s is a returning customer', async (_, over) => {
      await closed();
      await house.hear(says(MARIA, '', over));
      expect(await house.tickets(MARIA)).toHaveLength(2);
    });

    it('is a returning customer after ten minutes', async () => {
      await closed();
      house.clock.forward(10 * MINUTE + 1);
      await house.hear(says(MARIA, '👍'));
      expect(await house.tickets(MARIA)).toHaveLength(2);
    });

    it('is a returning customer when the policy says so', async () => {
      await house.set({ policy: { quietClose: false } });
      await closed();
      await house.hear(says(MARIA, '👍'));
      expect(await house.tickets(MARIA)).toHaveLength(2);
    });

    it('is taken along by the next real message', async () => {
      const former = await closed();
      await house.hear(says(MARIA, '👍'));
      const next = await hears(house, MARIA, 'and one more question');
      expect(next).toMatchObject({ status: 'pending', unread: 2, lastMessage: { text: 'and one more question' } });
      expect((await house.messages(former.chatId)).map(({ ticketId }) => ticketId)).toEqual([former.id, next.id, next.id]);
    });
  });

  describe('when blocked', () => {
    it('is kept, and opens, changes and asks nothing', async () => {
      const former = await hears(house);
      await closes(house, former);
      await changeContact(house, former.contactId, { blocked: true });
      await house.hear(says(MARIA, 'let me in'));
      expect(await house.tickets(MARIA)).toHaveLength(1);
      expect(await saidIn(house, former.chatId)).toEqual(['hello', 'let me in']);
    });

    it('changes nothing of an open ticket', async () => {
      const ticket = await hears(house);
      await changeContact(house, ticket.contactId, { blocked: true });
      const before = await standing(house, ticket);
      await house.hear(says(MARIA, 'let me in'));
      expect(await standing(house, ticket)).toMatchObject({ ticket: before.ticket, events: before.events });
      expect(await saidIn(house, ticket.chatId)).toEqual(['hello', 'let me in']);
    });
  });

  async function start(by: Person) {
    const { id } = await startTicket(house.desk, {
      by,
      channelId: house.whatsapp.id,
      to: `+${MARIA}`,
      content: template('parcel_found'),
    });
    await house.errands();
    return house.ticket(id);
  }
});
