import type { TicketEvent } from '../events';
import type { Instant } from '../ticket';
import { NEW } from './hearing';
import { type Outcome, outcomeOf } from './outcome';
import type { Course, Stretch } from './record';

/** One ticket, as it went and as it would have gone. */
export interface Pair {
  /** null: it exists only in the replay. */
  readonly ticketId: string | null;
  readonly before: Outcome | null;
  readonly after: Outcome | null;
  /** The first moment of the period that differs; null when none does. */
  readonly since: Instant | null;
  readonly estimated: boolean;
}

/** What is compared of an event: what it did, and when. */
function shown({ ticketId, cause, at, status, stage, assignee }: TicketEvent): string {
  return JSON.stringify([ticketId, cause, at, status, stage, assignee]);
}

const tells = ({ status, stage, assignee }: TicketEvent): boolean => status !== null || stage !== null || assignee !== null;

/** The first moment at which two stories differ in status, stage or assignee; null when they are one. */
export function differSince(some: readonly TicketEvent[], others: readonly TicketEvent[]): Instant | null {
  const [one, other] = [some.filter(tells), others.filter(tells)];
  const length = Math.max(one.length, other.length);
  for (let at = 0; at < length; at++) {
    const [a, b] = [one[at], other[at]];
    if (!a || !b || shown(a) !== shown(b)) return Math.min(a?.at ?? Number.POSITIVE_INFINITY, b?.at ?? Number.POSITIVE_INFINITY);
  }
  return null;
}

/** Each ticket of two courses of one chat that was open in the period in either. */
export function pairsOf(before: Course, after: Course, period: Stretch): Pair[] {
  const [was, is] = [byTicket(before), byTicket(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => {
    const [some, others] = [was.get(id) ?? [], is.get(id) ?? []];
    const [one, other] = [outcomeOf(some, before.waited.get(id) ?? [], period), outcomeOf(others, after.waited.get(id) ?? [], period)];
    if (!one && !other) return [];
    const ticketId = id.startsWith(NEW) ? null : id;
    return [{ ticketId, before: one, after: other, since: differSince(some, others), estimated: after.estimated.has(id) }];
  });
}

function byTicket({ events }: Course): Map<string, TicketEvent[]> {
  const found = new Map<string, TicketEvent[]>();
  for (const event of events) {
    const its = found.get(event.ticketId);
    if (its) its.push(event);
    else found.set(event.ticketId, [event]);
  }
  return found;
}

/** A chat as its record tells it, for one that can't be reproduced. */
export const recorded = (events: readonly TicketEvent[], until: Instant): Course => ({
  events: events.filter(({ at }) => at < until),
  waited: new Map(),
  back: [],
  estimated: new Set(),
  blind: [],
  queuedAt: new Set(),
});
