import { answerTicket } from '../../src/actions/tickets/answer-ticket';
import { closeTicket } from '../../src/actions/tickets/close-ticket';
import { reopenTicket } from '../../src/actions/tickets/reopen-ticket';
import { snoozeTicket } from '../../src/actions/tickets/snooze-ticket';
import { updateTicket } from '../../src/actions/tickets/update-ticket';
import { sweepTickets } from '../../src/actions/time/sweep-tickets';
import { saveTargets } from '../../src/actions/workspace/save-targets';
import type { Target } from '../../src/domain/targets';
import type { Ticket } from '../../src/domain/ticket';
import { activeWith, answers, hears, MARIA, PEDRO, story, text, wait } from '../support/acts';
import { databases } from '../support/database';
import { DAY, HOUR, MINUTE } from '../support/desk';
import { freshDesk } from '../support/fresh-desk';

const target = (about: Partial<Target>): Target => ({
  teamId: null,
  priority: null,
  firstAnswer: null,
  nextAnswer: null,
  resolution: null,
  ...about,
});

describe.each(databases())('targets, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const aim = (...targets: Partial<Target>[]) => saveTargets(house.desk, { targets: targets.map(target) });
  const said = async (ticket: Pick<Ticket, 'id'>) => (await story(house, ticket)).filter((cause) => /^(target|queue)_/.test(cause));
  const dueIn = async (ticket: Pick<Ticket, 'id'>) => {
    const { dueAt } = await house.ticket(ticket.id);
    return dueAt && dueAt - house.clock.now();
  };

  it('are warned of and then said to be missed, each once and to whoever listens', async () => {
    await house.set({ delivery: { windowWarnBefore: null } });
    await aim({ firstAnswer: 'PT1H' });
    const ticket = await hears(house);
    expect(await dueIn(ticket)).toBe(HOUR);
    expect(await wait(house, 45 * MINUTE - 1)).toBe(0);
    house.announced.length = 0;
    expect(await wait(house, 1)).toBe(1);
    expect(house.announced.map(({ name }) => name)).toContain('ticket.due_soon');
    expect(await wait(house, 15 * MINUTE)).toBe(1);
    expect(house.announced.map(({ name }) => name)).toContain('ticket.overdue');
    expect(await wait(house, DAY)).toBe(0);
    expect(await said(ticket)).toEqual(['target_soon', 'target_missed']);
    expect((await house.events(ticket.id)).at(-1)).toMatchObject({
      type: 'decided',
      actor: { kind: 'system' },
      status: null,
      decision: {
        rule: 'target_missed',
        facts: {
          target: 'first_answer',
          within: 'PT1H',
          countsFrom: ticket.createdAt,
          dueAt: ticket.createdAt + HOUR,
          inWorkingHours: false,
        },
      },
    });
  });

  it('are quiet of what was answered in time, and late answers are late', async () => {
    await aim({ firstAnswer: 'PT1H' });
    const ana = await house.agent('Ana');
    const [inTime, late] = [await activeWith(house, ana), await activeWith(house, ana, PEDRO)];
    await answers(house, inTime, ana);
    await wait(house, 2 * HOUR);
    await answers(house, late, ana);
    expect(await wait(house, HOUR)).toBe(1);
    expect([await said(inTime), await said(late)]).toEqual([[], ['target_missed']]);
    expect([await dueIn(inTime), await dueIn(late)]).toEqual([null, null]);
  });

  it('count the next answer from the first message that nobody has answered, anew each time', async () => {
    await aim({ nextAnswer: 'PT1H' });
    await house.set({ timers: { idleAfter: null } });
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    expect(await dueIn(ticket)).toBeNull();
    await answers(house, ticket, ana);
    await hears(house);
    await wait(house, 30 * MINUTE);
    await hears(house);
    expect(await dueIn(ticket)).toBe(30 * MINUTE);
    await wait(house, 30 * MINUTE);
    expect(await said(ticket)).toEqual(['target_missed']);
    await answers(house, ticket, ana);
    expect(await dueIn(ticket)).toBeNull();
    await hears(house);
    await wait(house, HOUR);
    expect(await said(ticket)).toEqual(['target_missed', 'target_missed']);
    expect((await house.ticket(ticket.id)).told).toHaveLength(1);
  });

  it('wait again for an answer that failed, as if it had never been, and say nothing twice', async () => {
    await aim({ nextAnswer: 'PT1H' });
    await house.set({ timers: { idleAfter: null } });
    const ana = await house.agent('Ana');
    const ticket = await activeWith(house, ana);
    await answers(house, ticket, ana);
    await hears(house);
    await wait(house, HOUR);
    house.graph.behave(() => ({ status: 400, body: { error: { code: 131026, message: 'undeliverable' } } }));
    await answerTicket(house.desk, { ticketId: ticket.id, by: ana, content: text('sorry') });
    expect(await dueIn(ticket)).toBeNull();
    await house.errands();
    expect(await house.ticket(ticket.id)).toMatchObject({ waiting: true, unansweredSince: house.clock.now() - HOUR });
    expect([await dueIn(ticket), await wait(house, HOUR)]).toEqual([0, 0]);
    expect(await said(ticket)).toEqual(['target_missed']);
  });

  it('count the end from the creation, and from a reopening; a snooze does not stop them', async () => {
    await aim({ resolution: 'P1D' });
    const ticket = await hears(house);
    await wait(house, HOUR);
    await snoozeTicket(house.desk, { ticketId: ticket.id, by: house.admin, until: house.clock.now() + HOUR });
    await wait(house, HOUR);
    expect(await dueIn(ticket)).toBe(22 * HOUR);
    await closeTicket(house.desk, { ticketId: ticket.id, by: house.admin });
    expect(await house.ticket(ticket.id)).toMatchObject({ dueAt: null, unansweredSince: null });
    await reopenTicket(house.desk, { ticketId: ticket.id, by: house.admin });
    expect(await dueIn(ticket)).toBe(DAY);
  });

  it('move with the priority, and say at once what that has made late', async () => {
    await aim({ firstAnswer: 'PT8H' }, { priority: 'urgent', firstAnswer: 'PT15M' });
    const ticket = await hears(house);
    await wait(house, HOUR);
    expect(await dueIn(ticket)).toBe(7 * HOUR);
    await updateTicket(house.desk, { ticketId: ticket.id, by: house.admin, priority: 'urgent' });
    expect(await dueIn(ticket)).toBe(-45 * MINUTE);
    expect(await wait(house, 0)).toBe(1);
    expect(await said(ticket)).toEqual(['target_missed']);
  });

  it('reach open tickets when they change, and when working hours do', async () => {
    const ticket = await hears(house);
    expect(await dueIn(ticket)).toBeNull();
    await aim({ firstAnswer: 'PT1H' });
    await sweepTickets(house.desk);
    expect(await dueIn(ticket)).toBe(HOUR);
    const never = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
    await house.set({ routing: { hours: { timeZone: 'UTC', days: never, holidays: [] } } });
    await sweepTickets(house.desk);
    expect(await dueIn(ticket)).toBeNull();
  });

  it('change no timer and postpone nothing', async () => {
    const ticket = await hears(house);
    const before = await house.ticket(ticket.id);
    await aim({ firstAnswer: 'PT1H', resolution: 'P1D' });
    await wait(house, 2 * DAY);
    expect(await said(ticket)).toEqual(['target_missed', 'target_missed']);
    const after = await house.ticket(ticket.id);
    expect([after.aliveSince, after.statusSince, after.lastMessage]).toEqual([before.aliveSince, before.statusSince, before.lastMessage]);
    await wait(house, 5 * DAY);
    expect(await house.ticket(ticket.id)).toMatchObject({
      status: 'closed',
      closeCause: 'auto_closed',
      closedAt: ticket.createdAt + 7 * DAY,
    });
  });

  it('refuse two rows for the same, and keep the former list', async () => {
    await aim({ firstAnswer: 'PT1H' });
    await expect(aim({ firstAnswer: 'PT2H' }, { resolution: 'P1D' })).rejects.toMatchObject({ code: 'invalid' });
    expect((await house.desk.house.refresh()).targets).toEqual([target({ firstAnswer: 'PT1H' })]);
  });
});

describe.each(databases())('the alarm of the queue, on $name,', ({ create }) => {
  const house = freshDesk(create);
  const alarms = async (ticket: Pick<Ticket, 'id'>) => (await story(house, ticket)).filter((cause) => cause === 'queue_alarm').length;
  beforeEach(() => house.set({ routing: { queueAlarmAfter: 'PT10M' } }));

  it('rings once for a ticket that waits too long, with the facts', async () => {
    const ticket = await hears(house);
    await wait(house, 10 * MINUTE - 1);
    expect(await alarms(ticket)).toBe(0);
    house.announced.length = 0;
    await wait(house, 1);
    await wait(house, HOUR);
    expect(await alarms(ticket)).toBe(1);
    expect(house.announced.filter(({ name }) => name === 'queue.alarm')).toHaveLength(1);
    expect((await house.events(ticket.id)).at(-1)?.decision).toEqual({
      rule: 'queue_alarm',
      facts: { waitingSince: ticket.statusSince, queueAlarmAfter: 'PT10M', dueAt: ticket.statusSince + 10 * MINUTE, inWorkingHours: false },
    });
  });

  it('rings again when the ticket comes back to the queue', async () => {
    const ticket = await hears(house);
    await wait(house, 10 * MINUTE);
    const ana = await house.agent('Ana');
    await answers(house, ticket, ana);
    await house.turn(ana, 'away');
    expect((await house.ticket(ticket.id)).status).toBe('pending');
    await wait(house, 10 * MINUTE);
    expect(await alarms(ticket)).toBe(2);
  });

  it('is silent for what was taken, what sleeps, and while it is off', async () => {
    const sleeping = await hears(house, MARIA);
    await snoozeTicket(house.desk, { ticketId: sleeping.id, by: house.admin, until: house.clock.now() + DAY });
    const taken = await hears(house, PEDRO);
    await house.agent('Ana', 'online', 1);
    await house.errands();
    await wait(house, HOUR);
    const waiting = await hears(house, '15550003');
    await house.set({ routing: { queueAlarmAfter: null } });
    await wait(house, HOUR);
    expect([await alarms(sleeping), await alarms(taken), await alarms(waiting)]).toEqual([0, 0, 0]);
    expect((await house.ticket(waiting.id)).status).toBe('pending');
  });
});
