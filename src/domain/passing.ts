import { type Alarm, raise } from './alarms';
import { type Decision, SYSTEM } from './events';
import type { Policy } from './policy';
import { record } from './record';
import { wake } from './stages';
import type { Instant, Ticket } from './ticket';
import { isAlarm, type Timer, type TimerKind } from './time';
import { type Cause, move, type Step } from './transitions';

const HOUR = 60 * 60 * 1000;

export interface Passed extends Step {
  /** The customer is to be reminded now. */
  readonly reminds: boolean;
}

interface Moment {
  readonly at: Instant;
  /** Whether the network takes words of the desk now. */
  readonly mayWrite: boolean;
}

/** What a timer or an alarm does to a ticket when it is due, with the facts that it saw. */
export function pass(ticket: Ticket, timer: Timer | Alarm, policy: Policy, { at, mayWrite }: Moment): Passed {
  if (isAlarm(timer)) return { ...raise(ticket, timer, policy, at), reminds: false };
  const decision: Decision = { rule: timer.kind, facts: { ...FACTS[timer.kind](ticket, policy), dueAt: timer.dueAt } };
  if (timer.kind === 'idle_reminder') return remind(ticket, timer, decision, { at, mayWrite });
  if (timer.kind === 'wake') return { ...wake(ticket, { actor: SYSTEM, at, policy, decision }), reminds: false };
  return { ...move(ticket, { cause: CAUSES[timer.kind], actor: SYSTEM, at, decision }), reminds: false };
}

const CAUSES: Record<Exclude<TimerKind, 'wake' | 'idle_reminder'>, Cause> = {
  idle: 'customer_silent',
  idle_close: 'idle_expired',
  auto_close: 'auto_closed',
  in_progress: 'in_progress_expired',
  unassigned: 'unassignable',
  confirm_close: 'confirmation_expired',
};

/** Once per idle spell; one that is more than an hour late, or that the network would not take, is not sent (LIFECYCLE §5). */
function remind(ticket: Ticket, { dueAt }: Timer, decision: Decision, { at, mayWrite }: Moment): Passed {
  const why = at - dueAt > HOUR ? 'late' : mayWrite ? null : 'window_closed';
  return {
    ...record(ticket, {
      type: 'updated',
      cause: why ? 'reminder_skipped' : 'reminded',
      actor: SYSTEM,
      at,
      decision: why ? { ...decision, facts: { ...decision.facts, why } } : decision,
      patch: { reminded: true },
    }),
    reminds: why === null,
  };
}

type Facts = (ticket: Ticket, policy: Policy) => Readonly<Record<string, unknown>>;

// biome-ignore format: a table is read in columns
const FACTS: Record<TimerKind, Facts> = {
  idle:          (t, p) => ({ acceptedAt: t.idleFrom, idleAfter: p.settings.timers.idleAfter }),
  idle_close:    (t, p) => ({ idleSince: t.statusSince, lastAgentMessageAt: t.lastAgentMessageAt, idleCloseAfter: p.settings.timers.idleCloseAfter }),
  idle_reminder: (t, p) => ({ idleSince: t.statusSince, idleReminderBefore: p.settings.timers.idleReminderBefore }),
  auto_close:    (t, p) => ({ countsFrom: t.aliveSince, lastCustomerMessageAt: t.lastCustomerMessageAt, autoCloseAfter: p.settings.timers.autoCloseAfter }),
  in_progress:   (t, p) => ({ setAsideAt: t.statusSince, inProgressAfter: p.settings.timers.inProgressAfter }),
  wake:          (t)    => ({ snoozedUntil: t.snoozedUntil }),
  unassigned:    (t, p) => ({ pendingSince: t.statusSince, closeUnassignedAfter: p.settings.timers.closeUnassignedAfter }),
  confirm_close: (t, p) => ({ askedAt: t.confirmSentAt, confirmCloseAfter: p.settings.timers.confirmCloseAfter }),
};
