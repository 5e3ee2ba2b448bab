import { updateChannel } from '../../src/actions/channels/update-channel';
import type { Person } from '../../src/actions/desk';
import { answerTicket } from '../../src/actions/tickets/answer-ticket';
import { assignTicket } from '../../src/actions/tickets/assign-ticket';
import { releaseTicket } from '../../src/actions/tickets/release-ticket';
import { setInProgress } from '../../src/actions/tickets/set-in-progress';
import { snoozeTicket } from '../../src/actions/tickets/snooze-ticket';
import { startTicket } from '../../src/actions/tickets/start-ticket';
import { transferTicket } from '../../src/actions/tickets/transfer-ticket';
import { updateTicket } from '../../src/actions/tickets/update-ticket';
import { writeNote } from '../../src/actions/tickets/write-note';
import { sweepTickets } from '../../src/actions/time/sweep-tickets';
import { openDatabase } from '../../src/store/database';
import { activeWith, answers, hears, idleWith, MARIA, PEDRO, story, template, ticketOf, wait } from '../support/acts';
import { databases, type TestDatabase } from '../support/database';
import { DAY, HOUR, MINUTE, says } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

describe.each(databases())('time, on $name,', ({ create }) => {
  let database: TestDatabase;
  const house = freshDesk(async () => {
    database = await create();
    return database;
  });
  const last = async (ticket: { id: string }) => (await house.events(ticket.id)).at(-1);

  describe('makes idle', () => {
    it('an active ticket whose customer has not answered, to the millisecond', async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      await answers(house, ticket, ana);
      expect(await wait(house, 30 * MINUTE - 1)).toBe(0);
      expect(await wait(house, 1)).toBe(1);
      expect(await house.ticket(ticket.id)).toMatchObject({ status: 'idle', assigneeId: ana.id });
      expect(await last(ticket)).toMatchObject({
        cause: 'customer_silent',
        row: 'T3',
        actor: { kind: 'system' },
        decision: { rule: 'idle', facts: { idleAfter: 'PT30M', acceptedAt: house.clock.now() - 30 * MINUTE, dueAt: house.clock.now() } },
      });
    });

    it('no ticket whose agent has not answered', async () => {
      await house.set({ delivery: { windowWarnBefore: null } });
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      expect(await wait(house, 6 * DAY)).toBe(0);
      expect((await house.ticket(ticket.id)).status).toBe('active');
    });

    it('no ticket while that is switched off', async () => {
      await house.set({ timers: { idleAfter: null } });
      const ana = await house.agent('Ana');
      await answers(house, await activeWith(house, ana), ana);
      expect(await wait(house, 6 * DAY)).toBe(0);
    });
  });

  describe('closes an idle ticket', () => {
    beforeEach(() => house.set({ timers: { idleCloseAfter: 'PT2H' } }));

    it('after its time, as closed by the desk', async () => {
      const ana = await house.agent('Ana');
      const ticket = await idleWith(house, ana);
      expect(await wait(house, 2 * HOUR - 1)).toBe(0);
      await wait(house, 1);
      expect(await house.ticket(ticket.id)).toMatchObject({
        status: 'closed',
        stage: 'auto_closed',
        closeCause: 'idle_expired',
        assigneeId: null,
        lastAssigneeId: ana.id,
      });
      expect(await last(ticket)).toMatchObject({ row: 'T10', decision: { rule: 'idle_close', facts: { idleCloseAfter: 'PT2H' } } });
    });

    it('counted anew from an agent\u2019s message', async () => {
      const ana = await house.agent('Ana');
      const ticket = await idleWith(house, ana);
      await wait(house, HOUR);
      await answers(house, ticket, ana, 'still there?');
      expect(await wait(house, 2 * HOUR - 1)).toBe(0);
      expect(await wait(house, 1)).toBe(1);
    });

    it('but not counted anew from a note', async () => {
      const ana = await house.agent('Ana');
      const ticket = await idleWith(house, ana);
      await wait(house, HOUR);
      await writeNote(house.desk, { ticketId: ticket.id, by: ana, text: 'silent' });
      await updateTicket(house.desk, { ticketId: ticket.id, by: ana, tags: ['silent'] });
      expect(await wait(house, HOUR)).toBe(1);
    });
  });

  describe('reminds', () => {
    const reminders = () => house.graph.texts().filter((words) => words === 'Still there?');
    beforeEach(() => house.set({ timers: { idleCloseAfter: 'PT2H', idleReminderBefore: 'PT30M' }, texts: { reminder: 'Still there?' } }));

    it('once in an idle spell, before the close', async () => {
      const ana = await house.agent('Ana');
      const ticket = await idleWith(house, ana);
      await wait(house, 90 * MINUTE - 1);
      expect(reminders()).toHaveLength(0);
      await wait(house, 1);
      await wait(house, MINUTE);
      await house.errands();
      expect(reminders()).toHaveLength(1);
      expect(await last(ticket)).toMatchObject({ cause: 'reminded', decision: { rule: 'idle_reminder' } });
      expect((await house.messages(ticket.chatId)).at(-1)).toMatchObject({ author: { kind: 'system' }, delivery: { status: 'sent' } });
      await wait(house, 29 * MINUTE);
      expect((await house.ticket(ticket.id)).status).toBe('closed');
    });

    it('again in the next spell', async () => {
      const ana = await house.agent('Ana');
      const ticket = await idleWith(house, ana);
      await wait(house, 90 * MINUTE);
      await hears(house);
      await answers(house, ticket, ana);
      await wait(house, 30 * MINUTE);
      await wait(house, 90 * MINUTE);
      await house.errands();
      expect(reminders()).toHaveLength(2);
    });

    it('not when it comes more than an hour late', async () => {
      await house.set({ timers: { idleCloseAfter: 'P1D', idleReminderBefore: 'PT12H' } });
      const ana = await house.agent('Ana');
      const ticket = await idleWith(house, ana);
      await wait(house, 13 * HOUR + 1);
      await house.errands();
      expect(reminders()).toHaveLength(0);
      expect(await last(ticket)).toMatchObject({ cause: 'reminder_skipped' });
    });

    it('still when it comes an hour late', async () => {
      await house.set({ timers: { idleCloseAfter: 'P1D', idleReminderBefore: 'PT12H' } });
      const ana = await house.agent('Ana');
      await idleWith(house, ana);
      await wait(house, 13 * HOUR);
      await house.errands();
      expect(reminders()).toHaveLength(1);
    });

    it('nobody without a text', async () => {
      await house.set({ texts: { reminder: null } });
      const ana = await house.agent('Ana');
      await idleWith(house, ana);
      expect(await wait(house, 90 * MINUTE)).toBe(0);
    });
  });

  describe('closes any open ticket', () => {
    it('that was created on day 0 and whose customer wrote on day 6: not on day 7, but on day 13, whatever its agent wrote on day 8', async () => {
      await house.set({ timers: { idleAfter: null }, delivery: { windowWarnBefore: null } });
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      await wait(house, 6 * DAY);
      await hears(house, MARIA, 'any news?');
      expect(await wait(house, DAY)).toBe(0);
      await wait(house, DAY);
      await answerTicket(house.desk, { ticketId: ticket.id, by: ana, content: template('soon') });
      await house.errands();
      expect(await wait(house, 5 * DAY - 1)).toBe(0);
      expect(await wait(house, 1)).toBe(1);
      expect(await house.ticket(ticket.id)).toMatchObject({
        status: 'closed',
        stage: 'auto_closed',
        closeCause: 'auto_closed',
        waiting: false,
      });
      expect(await last(ticket)).toMatchObject({
        cause: 'auto_closed',
        row: 'B1',
        decision: {
          rule: 'auto_close',
          facts: {
            countsFrom: ticket.createdAt,
            lastCustomerMessageAt: ticket.createdAt + 6 * DAY,
            autoCloseAfter: 'P7D',
            dueAt: ticket.createdAt + 13 * DAY,
          },
        },
      });
    });

    it('in every status', async () => {
      const ana = await house.agent('Ana');
      const idle = await idleWith(house, ana, '15551001');
      const active = await activeWith(house, ana, '15551002');
      const aside = await activeWith(house, ana, '15551003');
      await setInProgress(house.desk, { ticketId: aside.id, by: ana });
      const proactive = await startTicket(house.desk, {
        by: ana,
        channelId: house.whatsapp.id,
        to: '+15551004',
        content: template('hello'),
      });
      await house.set({ routing: { strategy: 'manual' } });
      const pending = await hears(house, '15551005');
      await wait(house, 7 * DAY);
      const all = await Promise.all([idle, active, aside, proactive, pending].map(({ id }) => house.ticket(id)));
      expect(all.map(({ status, closeCause }) => [status, closeCause])).toEqual(Array(5).fill(['closed', 'auto_closed']));
    });

    it('but none while it is snoozed; it counts from the waking', async () => {
      const ticket = await hears(house);
      await snoozeTicket(house.desk, { ticketId: ticket.id, by: house.admin, until: house.clock.now() + 10 * DAY });
      await wait(house, 9 * DAY);
      expect((await house.ticket(ticket.id)).status).toBe('pending');
      await wait(house, DAY);
      expect(await wait(house, 7 * DAY - 1)).toBe(0);
      expect(await wait(house, 1)).toBe(1);
    });
  });

  describe('returns to the queue', () => {
    it('what was set aside for its time', async () => {
      await house.set({ timers: { inProgressAfter: 'P1D' }, delivery: { windowWarnBefore: null } });
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      await setInProgress(house.desk, { ticketId: ticket.id, by: ana });
      await house.turn(ana, 'offline');
      expect(await wait(house, DAY - 1)).toBe(0);
      await wait(house, 1);
      expect(await house.ticket(ticket.id)).toMatchObject({ status: 'pending', lastAssigneeId: ana.id });
      expect(await last(ticket)).toMatchObject({
        cause: 'in_progress_expired',
        row: 'T7',
        decision: { rule: 'in_progress', facts: { inProgressAfter: 'P1D' } },
      });
    });

    it('and routes it in the same transaction', async () => {
      await house.set({ timers: { inProgressAfter: 'P1D' } });
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      await setInProgress(house.desk, { ticketId: ticket.id, by: ana });
      await wait(house, DAY);
      expect((await story(house, ticket)).slice(-2)).toEqual(['in_progress_expired: pending', 'assigned: active']);
    });

    it('what was snoozed until now, to its last agent first', async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      await snoozeTicket(house.desk, { ticketId: ticket.id, by: ana, until: house.clock.now() + HOUR });
      await house.agent('Luis');
      expect(await wait(house, HOUR - 1)).toBe(0);
      await wait(house, 1);
      expect(await house.ticket(ticket.id)).toMatchObject({ status: 'active', stage: 'open', assigneeId: ana.id, snoozedUntil: null });
      expect((await house.events(ticket.id)).slice(-3)).toMatchObject([
        { type: 'woken', decision: { rule: 'wake', facts: { snoozedUntil: house.clock.now() } } },
        { cause: 'woken', row: 'T7' },
        { cause: 'assigned', decision: { rule: 'last_assignee' } },
      ]);
    });

    it('nothing that sleeps until the customer replies', async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      await snoozeTicket(house.desk, { ticketId: ticket.id, by: ana, until: null });
      await wait(house, 1000 * DAY);
      expect(await house.ticket(ticket.id)).toMatchObject({ status: 'in_progress', stage: 'snoozed' });
    });
  });

  it('closes what nobody came for, as unassignable', async () => {
    await house.set({ timers: { closeUnassignedAfter: 'PT4H' } });
    const ticket = await hears(house);
    await hears(house, MARIA, 'hello?');
    expect(await wait(house, 4 * HOUR - 1)).toBe(0);
    await wait(house, 1);
    expect(await house.ticket(ticket.id)).toMatchObject({ status: 'closed', stage: 'auto_closed', closeCause: 'unassignable' });
    expect(await last(ticket)).toMatchObject({ row: 'B1', decision: { rule: 'unassigned', facts: { pendingSince: ticket.createdAt } } });
  });

  describe('follows the settings', () => {
    it('at once, for open tickets too', async () => {
      const ana = await house.agent('Ana');
      const ticket = await activeWith(house, ana);
      await answers(house, ticket, ana);
      await wait(house, 10 * MINUTE);
      await house.set({ timers: { idleAfter: 'PT10M' } });
      expect(await wait(house, 0)).toBe(1);
      expect((await house.ticket(ticket.id)).status).toBe('idle');
    });

    it('of a channel before those of the workspace', async () => {
      await updateChannel(house.desk, { channelId: house.whatsapp.id, overrides: { timers: { autoCloseAfter: 'P1D' } } });
      const ticket = await hears(house);
      await wait(house, DAY);
      expect((await house.ticket(ticket.id)).status).toBe('closed');
      const next = await hears(house);
      await updateChannel(house.desk, { channelId: house.whatsapp.id, overrides: { timers: { autoCloseAfter: null } } });
      await wait(house, 100 * DAY);
      expect((await house.ticket(next.id)).status).toBe('pending');
    });
  });

  it('loses to a message of the customer that commits between its look and its act', async () => {
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    await answers(house, ticket, ana);
    house.clock.forward(30 * MINUTE);
    const { reads } = house.desk.store;
    const look = reads.dueTickets;
    let spoken = false;
    const store = {
      ...house.desk.store,
      reads: {
        ...reads,
        dueTickets: async (...asked: Parameters<typeof look>) => {
          const due = await look(...asked);
          if (!spoken) await hears(house, MARIA, 'here I am');
          spoken = true;
          return due;
        },
      },
    };
    expect(await sweepTickets({ ...house.desk, store })).toBe(0);
    expect(await house.ticket(ticket.id)).toMatchObject({ status: 'active', waiting: true });
    expect(await story(house, ticket)).toEqual(['customer_wrote: pending', 'assigned: active']);
  });

  describe('spares a ticket excluded from closing', () => {
    const excluded = async (by: Person) => {
      const ticket = await activeWith(house, by);
      await answers(house, ticket, by);
      await updateTicket(house.desk, { ticketId: ticket.id, by, excludeFromClosing: true });
      return ticket;
    };
    const isExcluded = async ({ id }: { id: string }) => (await house.ticket(id)).excludeFromClosing;

    it('from idling and closing', async () => {
      const ana = await house.agent('Ana');
      const ticket = await excluded(ana);
      await wait(house, 100 * DAY);
      expect(await house.ticket(ticket.id)).toMatchObject({ status: 'active', excludeFromClosing: true });
    });

    it('until a person changes its status', async () => {
      const ana = await house.agent('Ana');
      const ticket = await excluded(ana);
      await setInProgress(house.desk, { ticketId: ticket.id, by: ana });
      expect(await isExcluded(ticket)).toBe(false);
      expect(await last(ticket)).toMatchObject({ cause: 'exclusion_lifted' });
    });

    it('until it is released or handed over', async () => {
      const ana = await house.agent('Ana');
      const released = await excluded(ana);
      await releaseTicket(house.desk, { ticketId: released.id, by: ana });
      expect(await isExcluded(released)).toBe(false);
      const luis = await house.agent('Luis');
      await assignTicket(house.desk, { ticketId: released.id, agentId: ana.id, by: house.admin });
      await updateTicket(house.desk, { ticketId: released.id, by: ana, excludeFromClosing: true });
      await transferTicket(house.desk, { ticketId: released.id, agentId: luis.id, note: null, by: ana });
      expect(await isExcluded(released)).toBe(false);
    });

    it('until its agent goes offline, also when it stays theirs', async () => {
      const ana = await house.agent('Ana');
      const idle = await idleWith(house, ana, PEDRO);
      await updateTicket(house.desk, { ticketId: idle.id, by: ana, excludeFromClosing: true });
      const active = await excluded(ana);
      await house.turn(ana, 'offline');
      expect([await isExcluded(active), await isExcluded(idle)]).toEqual([false, false]);
      expect(await house.ticket(idle.id)).toMatchObject({ status: 'idle', assigneeId: ana.id });
    });

    it('for good while the policy keeps exclusions', async () => {
      await house.set({ policy: { keepExclusion: true } });
      const ana = await house.agent('Ana');
      const ticket = await excluded(ana);
      await releaseTicket(house.desk, { ticketId: ticket.id, by: ana });
      await house.turn(ana, 'offline');
      expect(await isExcluded(ticket)).toBe(true);
    });
  });

  describe('goes through many', () => {
    const COUNT = 230;
    const phone = (n: number) => `1556${String(n).padStart(6, '0')}`;

    it('in batches until none is left', async () => {
      await house.hear(...Array.from({ length: COUNT }, (_, n) => says(phone(n), 'hello')));
      expect(await wait(house, 7 * DAY)).toBe(COUNT);
      const { data } = await house.desk.store.reads.tickets({ status: ['pending'], seenBy: null }, '-number', { limit: 10, cursor: null });
      expect(data).toEqual([]);
    });

    it('and stops when it has lost its lease', async () => {
      for (let n = 0; n < 3; n++) await hears(house, phone(n));
      house.clock.forward(7 * DAY);
      expect(await sweepTickets(house.desk, async () => false)).toBe(0);
    });

    it('and one that is broken holds nobody up, on no path', async () => {
      const broken = await hears(house, MARIA);
      const whole = await hears(house, PEDRO);
      await breakTicket(broken.id);
      const errors: unknown[] = [];
      const desk = { ...house.desk, log: { ...house.desk.log, error: (_: string, facts?: object) => void errors.push(facts) } };
      await house.set({ timers: { autoCloseAfter: 'P1D' } });
      house.clock.forward(DAY);
      let asked = 0;
      expect(await sweepTickets(desk, async () => ++asked < 50)).toBe(1);
      expect(asked).toBeLessThan(20);
      expect((await house.ticket(whole.id)).status).toBe('closed');
      expect(errors).toContainEqual(expect.objectContaining({ ticketId: broken.id }));
    });

    async function breakTicket(id: string) {
      const open = await openDatabase(database.url);
      await open.transaction((query) => query("update tickets set tags = 'not json' where id = ?", [id]));
      await open.close();
    }
  });

  it('counts what follows a waking from the waking, however late it came', async () => {
    await house.set({ timers: { closeUnassignedAfter: 'PT1H', autoCloseAfter: 'PT1H' } });
    const ticket = await hears(house);
    await snoozeTicket(house.desk, { ticketId: ticket.id, by: house.admin, until: house.clock.now() + HOUR });
    await wait(house, 3 * HOUR);
    expect((await ticketOf(house)).status).toBe('pending');
    await wait(house, HOUR);
    expect(await story(house, ticket)).toEqual(['customer_wrote: pending', 'snoozed', 'woken', 'auto_closed: closed']);
  });
});
