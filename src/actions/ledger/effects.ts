import type { Announcement, Decision, TicketEvent } from '../../domain/events';
import type { Message } from '../../domain/message';
import type { Policy } from '../../domain/policy';
import { nextDue } from '../../domain/targets';
import { type Instant, isOpen, isSnoozed, type Ticket } from '../../domain/ticket';
import { lookAt } from '../../domain/time';
import type { Changes } from '../../ports/store';
import type { Entry } from './journal';

/** The ticket with the moments at which time is to look at it next, its window closes, and its next target is due. */
export function dated(given: Ticket, policy: Policy, windowClosesAt: Instant | null): Ticket {
  if (!isOpen(given)) return { ...given, lookAt: null, dueAt: null, windowClosesAt: null, policyVersion: null };
  const ticket = { ...given, windowClosesAt };
  return { ...ticket, lookAt: lookAt(ticket, policy), dueAt: nextDue(ticket, policy), policyVersion: policy.version };
}

/** What messages said that were taken back in this transaction. */
export const unsaidIn = (messages: readonly Entry<Message>[]): Changes['unsaid'] =>
  messages.flatMap(({ was, now }) =>
    was && was.deletedAt === null && now.deletedAt !== null
      ? [{ messageId: now.id, contents: [was.content, ...(was.former ?? []).map(({ content }) => content)] }]
      : [],
  );

/** Whether a ticket opened, or opened again. */
export const opens = (events: readonly TicketEvent[]): boolean =>
  events.some(({ type, status }) => type === 'created' || status?.from === 'closed');

const RAISED: Readonly<Record<string, readonly Announcement['name'][]>> = {
  target_soon: ['ticket.due_soon'],
  target_missed: ['ticket.overdue'],
  queue_alarm: ['queue.alarm'],
  delivery_late: ['delivery.late'],
  window_soon: ['ticket.window_closing'],
};

/** Under which names an event is announced. */
export function namesOf({ type, cause, status, stage, assignee }: TicketEvent): Announcement['name'][] {
  return [
    ...(type === 'created' ? (['ticket.created'] as const) : []),
    ...(status && type !== 'created' ? (['ticket.status_changed'] as const) : []),
    ...(stage && type !== 'created' ? (['ticket.stage_changed'] as const) : []),
    ...(assignee?.to ? (['ticket.assigned'] as const) : []),
    ...(type === 'decided' ? (RAISED[cause] ?? []) : []),
  ];
}

// biome-ignore format: a list is read in lines
const EVENTED = [
  'status', 'stage', 'assigneeId', 'teamId', 'priority', 'subject', 'tags', 'fields', 'excludeFromClosing', 'snoozedUntil', 'confirmAskedAt', 'told',
] as const;

/** Nothing changes a ticket without an event (LIFECYCLE §1). */
export function mustHaveEvents({ was, now }: Entry<Ticket>, events: readonly TicketEvent[]): void {
  if (!was) return;
  const silent = EVENTED.filter((field) => was[field] !== now[field]);
  if (silent.length > 0 && !events.some(({ ticketId }) => ticketId === now.id)) {
    throw new Error(`ticket ${now.id} changed its ${silent.join(', ')} without an event`);
  }
}

/** Whether routing is to look at it: it became pending, woke as pending, or came to another team. */
export const isToRoute = ({ was, now }: Entry<Ticket>): boolean =>
  now.status === 'pending' && !isSnoozed(now) && (was === null || was.status !== 'pending' || isSnoozed(was) || was.teamId !== now.teamId);

/** The event that tells why a ticket goes on waiting: the one by which it became pending or woke, else its newest; null when it has none. */
export function explained(events: readonly TicketEvent[], ticketId: string, why: Decision): TicketEvent | null {
  const its = events.filter((event) => event.ticketId === ticketId);
  const event = its.findLast(({ type, status }) => status?.to === 'pending' || type === 'woken') ?? its.at(-1);
  return event ? { ...event, decision: event.decision === null ? why : waitingAfter(event.decision, why) } : null;
}

const waitingAfter = (decision: Decision, why: Decision): Decision => ({
  ...decision,
  facts: { ...why.facts, ...decision.facts, waits: why.rule },
  ...(why.passedOver ? { passedOver: why.passedOver } : {}),
});

const HOLDS_ROOM: ReadonlySet<string> = new Set(['active', 'proactive']);
const roomOf = (ticket: Ticket | null): string | null => (ticket && HOLDS_ROOM.has(ticket.status) ? ticket.assigneeId : null);

/** By how many tickets an agent's load differs from what the database counts. */
export const loadChange = (tickets: readonly Entry<Ticket>[], agentId: string): number =>
  tickets.reduce((sum, { was, now }) => sum + Number(roomOf(now) === agentId) - Number(roomOf(was) === agentId), 0);

/** Whether an agent has one ticket less to do. */
export const leftAgent = ({ was, now }: Entry<Ticket>): boolean => roomOf(was) !== null && roomOf(was) !== roomOf(now);
