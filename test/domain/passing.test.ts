import { pass } from '../../src/domain/passing';
import type { Status, Ticket } from '../../src/domain/ticket';
import { dueNow, type Timer, type TimerKind } from '../../src/domain/time';
import { aPolicy, aSnoozedTicket, aTicket, DAYS, HOURS, MINUTES, NOON } from '../support/tickets';

const policy = aPolicy(
  {
    timers: { idleCloseAfter: 'PT2H', idleReminderBefore: 'PT20M', inProgressAfter: 'P1D', closeUnassignedAfter: 'PT4H' },
    texts: { reminder: 'Are you still there?' },
  },
  ['parts'],
);
const LATER = NOON + 30 * DAYS;
const passing = (kind: TimerKind, ticket: Ticket, at = LATER) => pass(ticket, { kind, dueAt: NOON }, policy, { at, mayWrite: true });

describe('what time does when it is due', () => {
  // biome-ignore format: a table is read in columns
  it.each([
    ['idle',        aTicket({ idleFrom: NOON }),          'idle',    'open',        'T3',  'customer_silent',     { acceptedAt: NOON, idleAfter: 'PT30M' }],
    ['idle_close',  aTicket({ status: 'idle' }),          'closed',  'auto_closed', 'T10', 'idle_expired',        { idleSince: NOON, lastAgentMessageAt: null, idleCloseAfter: 'PT2H' }],
    ['auto_close',  aTicket(),                            'closed',  'auto_closed', 'B1',  'auto_closed',         { countsFrom: NOON, lastCustomerMessageAt: null, autoCloseAfter: 'P7D' }],
    ['in_progress', aTicket({ status: 'in_progress' }),   'pending', 'open',        'T7',  'in_progress_expired', { setAsideAt: NOON, inProgressAfter: 'P1D' }],
    ['unassigned',  aTicket({ status: 'pending' }),       'closed',  'auto_closed', 'B1',  'unassignable',        { pendingSince: NOON, closeUnassignedAfter: 'PT4H' }],
    ['wake',        aSnoozedTicket({ stageBeforeSnooze: 'parts' }), 'pending', 'parts', 'T7', 'woken',             { snoozedUntil: NOON + HOURS }],
  ] as [TimerKind, Ticket, Status, string, string, string, object][])('%s', (kind, ticket, status, stage, row, cause, facts) => {
    const passed = passing(kind, ticket);
    expect(passed).toMatchObject({ ticket: { status, stage }, reminds: false });
    expect(passed.events.at(-1)).toMatchObject({ row, cause, actor: { kind: 'system' }, at: LATER });
    for (const { decision } of passed.events) expect(decision).toEqual({ rule: kind, facts: { ...facts, dueAt: NOON } });
  });

  it('reminds, and says so once', () => {
    const idle = aTicket({ status: 'idle' });
    const timer = dueNow(idle, policy, NOON + 100 * MINUTES, null) as Timer;
    const { ticket, events, reminds } = pass(idle, timer, policy, { at: NOON + 100 * MINUTES, mayWrite: true });
    expect([timer.kind, reminds, ticket.status, ticket.reminded]).toEqual(['idle_reminder', true, 'idle', true]);
    expect(events).toMatchObject([
      { cause: 'reminded', decision: { rule: 'idle_reminder', facts: { idleSince: NOON, idleReminderBefore: 'PT20M' } } },
    ]);
    expect(dueNow(ticket, policy, NOON + 100 * MINUTES, null)).toBeNull();
  });

  it.each([
    [HOURS, true, 'reminded'],
    [HOURS + 1, false, 'reminder_skipped'],
  ])('a reminder that is %d ms late is sent: %s', (late, reminds, cause) => {
    const passed = passing('idle_reminder', aTicket({ status: 'idle' }), NOON + late);
    expect(passed).toMatchObject({ reminds, ticket: { reminded: true }, events: [{ cause }] });
  });
});
