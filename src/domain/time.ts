import { type Alarm, alarmsOf } from './alarms';
import { unansweredQuestionSince } from './closing-question';
import type { Policy } from './policy';
import { type Instant, isOpen, isSnoozed, type Ticket } from './ticket';

export const TIMERS = ['idle', 'idle_close', 'idle_reminder', 'auto_close', 'in_progress', 'wake', 'unassigned', 'confirm_close'] as const;
export type TimerKind = (typeof TIMERS)[number];

export interface Timer {
  readonly kind: TimerKind;
  readonly dueAt: Instant;
}

/** What of a ticket its timers depend on. */
export type Timed = Pick<
  Ticket,
  | 'status'
  | 'statusSince'
  | 'stage'
  | 'snoozedUntil'
  | 'excludeFromClosing'
  | 'lastCustomerMessageAt'
  | 'lastAgentMessageAt'
  | 'idleFrom'
  | 'reminded'
  | 'aliveSince'
  | 'confirmAskedAt'
  | 'confirmSentAt'
>;

type Due = (ticket: Timed, policy: Policy) => Instant | null;

/** What time will do to a ticket, and when (LIFECYCLE §5). A row gives the due time, or null while it does not run. */
// biome-ignore format: a table is read in columns
const DUE: Record<TimerKind, Due> = {
  idle:          (t, p) => (t.status === 'active' && !t.excludeFromClosing ? after(t.idleFrom, p.idleAfter) : null),
  idle_close:    (t, p) => (t.status === 'idle' && !t.excludeFromClosing ? after(idleSpellFrom(t), p.idleCloseAfter) : null),
  idle_reminder: (t, p) => (t.reminded || p.settings.texts.reminder === null || p.idleReminderBefore === null ? null : before(DUE.idle_close(t, p), p.idleReminderBefore)),
  auto_close:    (t, p) => (t.excludeFromClosing || isSnoozed(t) ? null : after(Math.max(t.aliveSince, t.lastCustomerMessageAt ?? 0), p.autoCloseAfter)),
  in_progress:   (t, p) => (t.status === 'in_progress' && !isSnoozed(t) ? after(t.statusSince, p.inProgressAfter) : null),
  wake:          (t)    => (isSnoozed(t) ? t.snoozedUntil : null),
  unassigned:    (t, p) => (t.status === 'pending' && !isSnoozed(t) ? after(Math.max(t.statusSince, t.aliveSince), p.closeUnassignedAfter) : null),
  confirm_close: (t, p) => (t.status === 'active' || t.status === 'idle' ? after(unansweredQuestionSince(t), p.confirmCloseAfter) : null),
};

const after = (from: Instant | null, ms: number | null): Instant | null => (from === null || ms === null ? null : from + ms);
const before = (due: Instant | null, ms: number): Instant | null => (due === null ? null : due - ms);

/** An agent's message sent while idle starts the spell again. */
const idleSpellFrom = (ticket: Timed): Instant => Math.max(ticket.statusSince, ticket.lastAgentMessageAt ?? 0);

/** Timers that idle or close: after a downtime they wait, so that the provider can deliver first what was written meanwhile. */
export const HELD_WHILE_CATCHING_UP: ReadonlySet<TimerKind> = new Set(['idle', 'idle_close', 'auto_close', 'unassigned', 'confirm_close']);

/** What time will do to this ticket under these rules, soonest first; empty for a closed one. */
export function timersOf(ticket: Timed, policy: Policy): Timer[] {
  if (!isOpen(ticket)) return [];
  return TIMERS.flatMap((kind) => {
    const dueAt = DUE[kind](ticket, policy);
    return dueAt === null ? [] : [{ kind, dueAt }];
  }).sort((a, b) => a.dueAt - b.dueAt);
}

/** The same, with what the desk is to say at a time. */
const allOf = (ticket: Ticket, policy: Policy): (Timer | Alarm)[] =>
  isOpen(ticket) ? [...alarmsOf(ticket, policy), ...timersOf(ticket, policy)].sort((a, b) => a.dueAt - b.dueAt) : [];

/** The earliest moment at which time could change this ticket, the end of its answer window among them; null when it never will. */
export function lookAt(ticket: Ticket, policy: Policy): Instant | null {
  const [next] = allOf(ticket, policy);
  const moments = [next?.dueAt ?? null, isOpen(ticket) ? ticket.windowClosesAt : null].filter((moment) => moment !== null);
  return moments.length === 0 ? null : Math.min(...moments);
}

/** The timer or alarm that is to fire now: the oldest of those due that the catching-up does not hold back; null when none. */
export function dueNow(ticket: Ticket, policy: Policy, now: Instant, catchUpUntil: Instant | null): Timer | Alarm | null {
  const catchingUp = catchUpUntil !== null && now < catchUpUntil;
  const isHeld = (one: Timer | Alarm) => catchingUp && !isAlarm(one) && HELD_WHILE_CATCHING_UP.has(one.kind);
  return allOf(ticket, policy).find((one) => one.dueAt <= now && !isHeld(one) && !isTooLate(one, now)) ?? null;
}

/** A window that closed while nobody looked does not close soon. */
const isTooLate = (one: Timer | Alarm, now: Instant): boolean => isAlarm(one) && one.kind === 'window_closing' && one.since <= now;

export const isAlarm = (one: Timer | Alarm): one is Alarm => 'about' in one;
