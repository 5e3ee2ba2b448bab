import { pass } from '../../src/domain/passing';
import { changeFor, sameTimes } from '../../src/domain/preview';
import type { PartialSettings } from '../../src/domain/settings';
import { isOpen, OPEN_STATUSES, type Ticket } from '../../src/domain/ticket';
import { dueNow, isAlarm, type TimerKind } from '../../src/domain/time';
import { aPolicy, aSnoozedTicket, aTicket, DAYS, HOURS, MINUTES, NOON } from '../support/tickets';

const REMIND = { texts: { reminder: 'Still there?' } };
const OFF = aPolicy({ timers: { idleAfter: null, autoCloseAfter: null } });
const under = (timers: PartialSettings['timers']) => aPolicy({ ...REMIND, timers: { idleAfter: null, autoCloseAfter: null, ...timers } });

describe('what a change of rules does to a ticket', () => {
  it.each([
    ['an active one turns idle', { status: 'active', idleFrom: NOON }, { idleAfter: 'PT1H' }, 'idle'],
    ['an idle one closes', { status: 'idle' }, { idleCloseAfter: 'PT1H' }, 'idle_close'],
    ['one set aside comes back', { status: 'in_progress' }, { inProgressAfter: 'PT1H' }, 'in_progress'],
    ['one that nobody took closes', { status: 'pending' }, { closeUnassignedAfter: 'PT1H' }, 'unassigned'],
    ['any closes', { status: 'proactive' }, { autoCloseAfter: 'PT1H' }, 'auto_close'],
    ['one that would turn idle and close, closes', { idleFrom: NOON }, { idleAfter: 'PT1H', autoCloseAfter: 'PT90M' }, 'auto_close'],
    [
      'one whose customer was asked closes',
      { status: 'active', confirmAskedAt: NOON, confirmSentAt: NOON },
      { confirmCloseAfter: 'PT1H' },
      'confirm_close',
    ],
    [
      'one whose customer was asked closes, though it would turn idle before',
      { idleFrom: NOON, confirmAskedAt: NOON, confirmSentAt: NOON },
      { idleAfter: 'PT30M', confirmCloseAfter: 'PT1H' },
      'confirm_close',
    ],
    ['an idle one is reminded', { status: 'idle' }, { idleCloseAfter: 'PT3H', idleReminderBefore: 'PT90M' }, 'idle_reminder'],
  ] as [string, Partial<Ticket>, PartialSettings['timers'], TimerKind][])('%s', (_, about, timers, kind) => {
    const change = changeFor(aTicket(about), OFF, under(timers), NOON + 2 * HOURS);
    expect(change).toMatchObject({ moves: { kind } });
  });

  it('moves nothing that time has to move anyway', () => {
    const ticket = aTicket({ status: 'idle' });
    const [before, after] = [under({ idleCloseAfter: 'PT1H' }), under({ idleCloseAfter: 'PT30M' })];
    expect(changeFor(ticket, before, after, NOON + 2 * HOURS)).toEqual({ redated: true });
    expect(changeFor(aSnoozedTicket(), OFF, under({ autoCloseAfter: 'PT1H' }), NOON + 2 * HOURS)).toBeNull();
  });

  it('gives a ticket another time, or none', () => {
    const ticket = aTicket({ status: 'idle' });
    expect(changeFor(ticket, OFF, under({ idleCloseAfter: 'PT3H' }), NOON + 2 * HOURS)).toEqual({ redated: true });
    expect(changeFor(ticket, under({ idleCloseAfter: 'PT3H' }), OFF, NOON + 2 * HOURS)).toEqual({ redated: true });
    expect(changeFor(ticket, OFF, under({ inProgressAfter: 'PT3H' }), NOON + 2 * HOURS)).toBeNull();
  });

  it('sends no reminder that is more than an hour late', () => {
    const after = under({ idleCloseAfter: 'PT4H', idleReminderBefore: 'PT3H' });
    expect(changeFor(aTicket({ status: 'idle' }), OFF, after, NOON + 2 * HOURS)).toMatchObject({ moves: { kind: 'idle_reminder' } });
    expect(changeFor(aTicket({ status: 'idle' }), OFF, after, NOON + 2 * HOURS + 1)).toEqual({ redated: true });
  });
});

it('foretells how a look of the sweep ends, for every kind of ticket and age', () => {
  const policy = under({
    idleAfter: 'PT2H',
    idleCloseAfter: 'PT5H',
    idleReminderBefore: 'PT2H',
    autoCloseAfter: 'PT9H',
    inProgressAfter: 'PT4H',
    closeUnassignedAfter: 'PT7H',
  });
  for (const status of OPEN_STATUSES) {
    for (let minutes = 0; minutes <= 11 * 60; minutes += 20) {
      for (const excludeFromClosing of [true, false]) {
        const ticket = aTicket({ status, idleFrom: NOON, excludeFromClosing });
        const at = NOON + minutes * MINUTES;
        const change = changeFor(ticket, OFF, policy, at);
        expect([status, minutes, change && 'moves' in change ? change.moves.kind : null]).toEqual([status, minutes, swept(ticket, at)]);
      }
    }
  }

  /** The last timer that did something to it. */
  function swept(ticket: Ticket, at: number): TimerKind | null {
    let [now, last]: [Ticket, TimerKind | null] = [ticket, null];
    for (let timer = dueNow(now, policy, at, null); timer && !isAlarm(timer) && isOpen(now); timer = dueNow(now, policy, at, null)) {
      const passed = pass(now, timer, policy, { at, mayWrite: true });
      if (passed.reminds || timer.kind !== 'idle_reminder') last = timer.kind;
      now = passed.ticket;
    }
    return last;
  }
});

it('rules give the same timers when only other settings differ', () => {
  expect(sameTimes(aPolicy(), aPolicy({ policy: { agentsMayClose: false }, texts: { greeting: 'Hi' } }))).toBe(true);
  expect(sameTimes(aPolicy(), aPolicy({ timers: { autoCloseAfter: `P${(8 * DAYS) / DAYS}D` } }))).toBe(false);
  expect(sameTimes(aPolicy(), aPolicy({ timers: { confirmCloseAfter: 'PT12H' } }))).toBe(false);
  expect(sameTimes(aPolicy(), aPolicy(REMIND))).toBe(false);
});
