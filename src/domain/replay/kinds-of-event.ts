import type { TicketEvent } from '../events';
import { TIMERS, type TimerKind } from '../time';

/** What fired, by its decision record. */
export interface Fired {
  readonly kind: TimerKind;
  readonly dueAt: number;
}

const TIMED: ReadonlySet<string> = new Set([
  'customer_silent',
  'idle_expired',
  'auto_closed',
  'in_progress_expired',
  'unassignable',
  'confirmation_expired',
  'reminded',
  'reminder_skipped',
  'woken',
]);

/** What time did; null for everything else. */
export function firedBy({ type, cause, actor, decision, row }: TicketEvent): Fired | null {
  if (actor.kind !== 'system' || !decision || !TIMED.has(cause)) return null;
  const isRest = type === 'status_changed' && cause === 'woken';
  const kind = TIMERS.find((one) => one === decision.rule);
  return kind && !isRest && row !== undefined ? { kind, dueAt: Number(decision.facts.dueAt) } : null;
}

/** Causes that follow from what a customer writes, or from the step before. */
const FOLLOWS: ReadonlySet<string> = new Set([
  'customer_wrote',
  'customer_replied',
  'customer_returned',
  'confirmed',
  'close_declined',
  'echo',
  'exclusion_lifted',
]);

/** Whether it is worked out anew from something else, rather than done by somebody. */
export function follows({ type, cause, actor }: TicketEvent, before: TicketEvent | undefined, at: number): boolean {
  if (FOLLOWS.has(cause)) return true;
  if (type === 'woken') return actor.kind === 'customer' || actor.kind === 'system' || cause === 'assigned';
  if (cause === 'woken') return true;
  return cause === 'assignee_unavailable' && before?.cause === 'customer_replied' && before.at === at;
}

/** What becomes of a presence that changed: it is told from there. */
export const isOfPresence = ({ cause }: TicketEvent): boolean => cause === 'assignee_unavailable' || cause === 'agent_removed';
