import type { Policy } from './policy';
import type { Instant, Status } from './ticket';
import { type Timed, type Timer, type TimerKind, timersOf } from './time';

const HOUR = 60 * 60 * 1000;
const CLOSES: ReadonlySet<TimerKind> = new Set(['idle_close', 'auto_close', 'unassigned', 'confirm_close']);

/** What a change of rules does to an open ticket: time moves it at once, or will act on it at another moment; null when neither. */
export type Change = { readonly moves: Timer } | { readonly redated: true } | null;

/** `moves` only for what these rules do and the former ones would not have done by now. */
export function changeFor(ticket: Timed, before: Policy, after: Policy, now: Instant): Change {
  const [was, is] = [timersOf(ticket, before), timersOf(ticket, after)];
  const moves = lastToFire(is, now);
  if (moves && moves.kind !== lastToFire(was, now)?.kind) return { moves };
  return sameTimers(was, is) ? null : { redated: true };
}

/** Of all that one look fires, what the ticket ends with: a close whatever else is due with it, else the oldest. */
function lastToFire(timers: readonly Timer[], now: Instant): Timer | null {
  const due = timers.filter((timer) => timer.dueAt <= now && !isSkipped(timer, now));
  return due.find(({ kind }) => CLOSES.has(kind)) ?? due[0] ?? null;
}

/** A reminder that is more than an hour late is not sent (LIFECYCLE §5). */
const isSkipped = ({ kind, dueAt }: Timer, now: Instant): boolean => kind === 'idle_reminder' && now - dueAt > HOUR;

const sameTimers = (some: readonly Timer[], others: readonly Timer[]): boolean =>
  some.length === others.length && some.every(({ kind, dueAt }, i) => others[i]?.kind === kind && others[i]?.dueAt === dueAt);

const TIMES = [
  'idleAfter',
  'idleCloseAfter',
  'idleReminderBefore',
  'autoCloseAfter',
  'inProgressAfter',
  'closeUnassignedAfter',
  'confirmCloseAfter',
] as const;

/** Whether two sets of rules give every ticket the same timers. */
export const sameTimes = (one: Policy, other: Policy): boolean =>
  TIMES.every((name) => one[name] === other[name]) && (one.settings.texts.reminder === null) === (other.settings.texts.reminder === null);

const LEADS_TO: Partial<Record<TimerKind, Status>> = {
  idle: 'idle',
  idle_close: 'closed',
  auto_close: 'closed',
  unassigned: 'closed',
  confirm_close: 'closed',
  in_progress: 'pending',
};

/** Where a timer takes a ticket of a status; a reminder leaves it, and waking takes what was set aside to the queue. */
export const statusAfter = (kind: TimerKind, status: Status): Status =>
  LEADS_TO[kind] ?? (kind === 'wake' && status === 'in_progress' ? 'pending' : status);
