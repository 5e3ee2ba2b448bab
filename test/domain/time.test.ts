import type { PartialSettings } from '../../src/domain/settings';
import { OPEN_STATUSES, STATUSES, type Status, type Ticket } from '../../src/domain/ticket';
import { dueNow, lookAt, TIMERS, type TimerKind, timersOf } from '../../src/domain/time';
import { aPolicy, aSnoozedTicket, aTicket, DAYS, HOURS, MINUTES, NOON, SECONDS } from '../support/tickets';

/** Every timer switched on, each with a time of its own. */
const ALL: PartialSettings = {
  timers: {
    idleAfter: 'PT30M',
    idleCloseAfter: 'PT2H',
    idleReminderBefore: 'PT20M',
    autoCloseAfter: 'P7D',
    inProgressAfter: 'P1D',
    closeUnassignedAfter: 'PT4H',
    confirmCloseAfter: 'PT12H',
  },
  texts: { reminder: 'Are you still there?' },
};
const policy = aPolicy(ALL);
const kindsOf = (ticket: Ticket, under = policy): TimerKind[] =>
  timersOf(ticket, under)
    .map(({ kind }) => kind)
    .sort();
const dueOf = (kind: TimerKind, ticket: Ticket, under = policy) => timersOf(ticket, under).find((timer) => timer.kind === kind)?.dueAt;
const only = (kind: string, value: string | null): PartialSettings => ({ ...ALL, timers: { ...ALL.timers, [kind]: value } });

describe('which timers run', () => {
  it.each([
    ['pending', {}, ['auto_close', 'unassigned']],
    ['active', { idleFrom: NOON }, ['auto_close', 'idle']],
    ['active', { idleFrom: null }, ['auto_close']],
    ['proactive', { idleFrom: NOON }, ['auto_close']],
    ['in_progress', { idleFrom: NOON }, ['auto_close', 'in_progress']],
    ['idle', {}, ['auto_close', 'idle_close', 'idle_reminder']],
    ['idle', { confirmAskedAt: NOON, confirmSentAt: NOON }, ['auto_close', 'confirm_close', 'idle_close', 'idle_reminder']],
    ['active', { confirmAskedAt: NOON, confirmSentAt: NOON, lastAgentMessageAt: NOON }, ['auto_close', 'confirm_close']],
    ['active', { confirmAskedAt: NOON, confirmSentAt: NOON, lastAgentMessageAt: NOON + 1 }, ['auto_close']],
    ['active', { confirmAskedAt: NOON, confirmSentAt: NOON, lastCustomerMessageAt: NOON + 1 }, ['auto_close']],
    ['closed', {}, []],
  ] as [Status, Partial<Ticket>, TimerKind[]][])('%s %j: %j', (status, about, kinds) => {
    expect(kindsOf(aTicket({ status, ...about }))).toEqual(kinds);
  });

  it.each(['pending', 'proactive', 'in_progress'] as const)('a snoozed %s ticket only wakes', (status) => {
    expect(timersOf(aSnoozedTicket({ status }), policy)).toEqual([{ kind: 'wake', dueAt: NOON + HOURS }]);
    expect(timersOf(aSnoozedTicket({ status, snoozedUntil: null, snoozeUntilReply: true }), policy)).toEqual([]);
  });

  it.each(OPEN_STATUSES)('an excluded %s ticket neither idles nor closes, but for want of an agent', (status) => {
    const closing = new Set<TimerKind>(['idle', 'idle_close', 'idle_reminder', 'auto_close']);
    expect(kindsOf(aTicket({ status, idleFrom: NOON, excludeFromClosing: true }))).toEqual(
      kindsOf(aTicket({ status, idleFrom: NOON })).filter((kind) => !closing.has(kind)),
    );
  });

  it('keeps the default: idle after half an hour, closed after a week, nothing else', () => {
    const kinds = new Set(STATUSES.flatMap((status) => kindsOf(aTicket({ status, idleFrom: NOON }), aPolicy())));
    expect(kinds).toEqual(new Set(['idle', 'auto_close']));
    expect(dueOf('idle', aTicket({ idleFrom: NOON }), aPolicy())).toBe(NOON + 30 * MINUTES);
    expect(dueOf('auto_close', aTicket(), aPolicy())).toBe(NOON + 7 * DAYS);
  });

  it.each([
    ['idle', 'idleAfter', aTicket({ idleFrom: NOON })],
    ['idle_close', 'idleCloseAfter', aTicket({ status: 'idle' })],
    ['idle_reminder', 'idleReminderBefore', aTicket({ status: 'idle' })],
    ['idle_reminder', 'idleCloseAfter', aTicket({ status: 'idle' })],
    ['auto_close', 'autoCloseAfter', aTicket()],
    ['in_progress', 'inProgressAfter', aTicket({ status: 'in_progress' })],
    ['unassigned', 'closeUnassignedAfter', aTicket({ status: 'pending' })],
  ] as [TimerKind, string, Ticket][])('%s is off while %s is null', (kind, setting, ticket) => {
    expect(dueOf(kind, ticket)).toBeDefined();
    expect(dueOf(kind, ticket, aPolicy(only(setting, null)))).toBeUndefined();
  });
});

describe('when they are due', () => {
  const SPOKE = NOON + 3 * HOURS;

  it.each([
    ['idle: from when the provider took the agent’s message', 'idle', { idleFrom: SPOKE, lastAgentMessageAt: NOON }, SPOKE + 30 * MINUTES],
    ['idle close: from when it became idle', 'idle_close', { status: 'idle', statusSince: SPOKE }, SPOKE + 2 * HOURS],
    [
      'idle close: again from what the agent writes meanwhile',
      'idle_close',
      { status: 'idle', lastAgentMessageAt: SPOKE },
      SPOKE + 2 * HOURS,
    ],
    [
      'idle close: not from what the agent wrote before',
      'idle_close',
      { status: 'idle', statusSince: SPOKE, lastAgentMessageAt: NOON },
      SPOKE + 2 * HOURS,
    ],
    ['reminder: before that', 'idle_reminder', { status: 'idle', statusSince: SPOKE }, SPOKE + 100 * MINUTES],
    ['auto-close: from its opening, reopening or waking', 'auto_close', { aliveSince: SPOKE }, SPOKE + 7 * DAYS],
    ['auto-close: from the last customer message if later', 'auto_close', { lastCustomerMessageAt: SPOKE }, SPOKE + 7 * DAYS],
    ['auto-close: not from an older one', 'auto_close', { aliveSince: SPOKE, lastCustomerMessageAt: NOON }, SPOKE + 7 * DAYS],
    [
      'auto-close: not from what an agent writes',
      'auto_close',
      { lastAgentMessageAt: SPOKE, updatedAt: SPOKE, idleFrom: null },
      NOON + 7 * DAYS,
    ],
    ['set aside: from when it was', 'in_progress', { status: 'in_progress', statusSince: SPOKE }, SPOKE + DAYS],
    ['unassigned: from when it became pending', 'unassigned', { status: 'pending', statusSince: SPOKE }, SPOKE + 4 * HOURS],
    ['unassigned: from its waking, when it slept in the queue', 'unassigned', { status: 'pending', aliveSince: SPOKE }, SPOKE + 4 * HOURS],
    [
      'closing question: from when the provider took it',
      'confirm_close',
      { confirmAskedAt: NOON, confirmSentAt: SPOKE, lastAgentMessageAt: NOON },
      SPOKE + 12 * HOURS,
    ],
  ] as [string, TimerKind, Partial<Ticket>, number][])('%s', (_, kind, about, due) => {
    expect(dueOf(kind, aTicket(about))).toBe(due);
  });

  it('is not a millisecond early and not a millisecond late', () => {
    for (const [kind, ticket] of everyKind()) {
      const due = dueOf(kind, ticket) as number;
      const alone = { ...ticket, ...(kind === 'auto_close' ? { idleFrom: null } : {}) };
      expect(dueNow(alone, policy, due - 1, null)?.kind).not.toBe(kind);
      expect(dueNow(alone, policy, due, null)).toEqual({ kind, dueAt: due });
    }
  });

  it('reminds once in an idle spell', () => {
    expect(dueOf('idle_reminder', aTicket({ status: 'idle', reminded: true }))).toBeUndefined();
  });

  it('has nothing to remind of without a text', () => {
    expect(dueOf('idle_reminder', aTicket({ status: 'idle' }), aPolicy({ ...ALL, texts: { reminder: null } }))).toBeUndefined();
  });

  it('spares a ticket whose customer wrote on day 6, whatever the agent wrote on day 8, until day 13', () => {
    const ticket = aTicket({ aliveSince: NOON, lastCustomerMessageAt: NOON + 6 * DAYS, lastAgentMessageAt: NOON + 8 * DAYS });
    const closes = (at: number) => dueNow(ticket, aPolicy(), at, null)?.kind === 'auto_close';
    expect([7 * DAYS, 8 * DAYS, 13 * DAYS - 1, 13 * DAYS].map((after) => closes(NOON + after))).toEqual([false, false, false, true]);
  });
});

describe('what is next', () => {
  it('lists the soonest first, and looks at the ticket then', () => {
    const ticket = aTicket({ status: 'idle' });
    expect(timersOf(ticket, policy).map(({ kind }) => kind)).toEqual(['idle_reminder', 'idle_close', 'auto_close']);
    expect(lookAt(ticket, policy)).toBe(NOON + 100 * MINUTES);
  });

  it('never looks at a closed one, or at one for which every timer is off', () => {
    expect(lookAt(aTicket({ status: 'closed' }), policy)).toBeNull();
    expect(lookAt(aTicket(), aPolicy({ timers: { autoCloseAfter: null } }))).toBeNull();
  });

  it('fires the oldest of those due', () => {
    const ticket = aTicket({ status: 'idle' });
    expect(dueNow(ticket, policy, NOON + 30 * DAYS, null)?.kind).toBe('idle_reminder');
    expect(dueNow({ ...ticket, reminded: true }, policy, NOON + 30 * DAYS, null)?.kind).toBe('idle_close');
  });

  it('answers nothing when nothing is due', () => {
    expect(dueNow(aTicket(), policy, NOON, null)).toBeNull();
  });
});

describe('catching up after a downtime', () => {
  const AWAY = NOON + 30 * DAYS;
  const held = new Set<TimerKind>(['idle', 'idle_close', 'auto_close', 'unassigned', 'confirm_close']);

  it.each(TIMERS)('holds back what idles or closes, and nothing else: %s', (kind) => {
    const ticket = everyKind().find(([which]) => which === kind)?.[1] as Ticket;
    const due = dueOf(kind, ticket) as number;
    expect(dueNow(ticket, policy, due, due + 1)?.kind === kind).toBe(!held.has(kind));
    expect(dueNow(ticket, policy, due, due)?.kind).toBe(kind);
  });

  it('goes past what is held to what is not', () => {
    const ticket = aTicket({ status: 'in_progress' });
    expect(timersOf(ticket, aPolicy({ timers: { autoCloseAfter: 'PT1H', inProgressAfter: 'PT2H' } })).map(({ kind }) => kind)).toEqual([
      'auto_close',
      'in_progress',
    ]);
    expect(dueNow(ticket, aPolicy({ timers: { autoCloseAfter: 'PT1H', inProgressAfter: 'PT2H' } }), AWAY, AWAY + 10 * MINUTES)?.kind).toBe(
      'in_progress',
    );
  });

  it('holds to the millisecond', () => {
    const ticket = aTicket({ idleFrom: NOON });
    expect(dueNow(ticket, policy, AWAY + 10 * MINUTES - 1, AWAY + 10 * MINUTES)).toBeNull();
    expect(dueNow(ticket, policy, AWAY + 10 * MINUTES, AWAY + 10 * MINUTES)?.kind).toBe('idle');
  });
});

it('changes at once with the settings', () => {
  const ticket = aTicket({ idleFrom: NOON });
  expect(lookAt(ticket, aPolicy({ timers: { idleAfter: 'PT1S' } }))).toBe(NOON + SECONDS);
});

/** For each timer a ticket on which it is the next one due. */
function everyKind(): [TimerKind, Ticket][] {
  return [
    ['idle', aTicket({ idleFrom: NOON })],
    ['idle_close', aTicket({ status: 'idle', reminded: true })],
    ['idle_reminder', aTicket({ status: 'idle' })],
    ['auto_close', aTicket()],
    ['in_progress', aTicket({ status: 'in_progress' })],
    ['wake', aSnoozedTicket()],
    ['unassigned', aTicket({ status: 'pending' })],
    ['confirm_close', aTicket({ confirmAskedAt: NOON, confirmSentAt: NOON, idleFrom: null })],
  ];
}
