import type { Chat } from '../../../src/domain/chat';
import { replay, type TicketEvent } from '../../../src/domain/events';
import type { Message } from '../../../src/domain/message';
import { isOpen, isSnoozed, type Ticket } from '../../../src/domain/ticket';
import { lookAt } from '../../../src/domain/time';
import { TRANSITIONS } from '../../../src/domain/transitions';
import { grouped, policyIn, type Truth } from './truth';

/** Everything in which a desk's memory contradicts LIFECYCLE or itself, in words; empty when all is well. */
export function wrongs(truth: Truth): string[] {
  const [messages, events, tickets] = [
    grouped(truth.messages, (one) => one.chatId),
    grouped(truth.events, (one) => one.ticketId),
    grouped(truth.tickets, (one) => one.chatId),
  ];
  return [
    ...truth.chats.flatMap((chat) => chatWrongs(chat, messages.get(chat.id) ?? [], tickets.get(chat.id) ?? [])),
    ...truth.tickets.flatMap((ticket) => [...ticketWrongs(truth, ticket), ...historyWrongs(ticket, events.get(ticket.id) ?? [])]),
    ...truth.events.flatMap(eventWrongs),
  ];
}

function chatWrongs(chat: Chat, messages: readonly Message[], tickets: readonly Ticket[]): string[] {
  const its = new Set(tickets.map(({ id }) => id));
  const revs = new Set(messages.map(({ rev }) => rev));
  return said(`chat ${chat.id}`, [
    [tickets.filter(isOpen).length <= 1, 'has more than one open ticket'],
    [messages.every(({ seq }, at) => seq === at + 1), 'has gaps in its order'],
    [chat.seq === messages.length, `counts ${chat.seq} messages, has ${messages.length}`],
    [revs.size === messages.length, 'has two messages of one rev'],
    [messages.every(({ rev }) => rev <= chat.rev), 'has a message newer than itself'],
    [messages.every(({ ticketId }) => ticketId === null || its.has(ticketId)), "has a message of another chat's ticket"],
  ]);
}

function ticketWrongs(truth: Truth, ticket: Ticket): string[] {
  const policy = policyIn(truth, ticket);
  const dated = isOpen(ticket)
    ? ticket.policyVersion === policy.version && ticket.lookAt === lookAt(ticket, policy)
    : ticket.lookAt === null && ticket.policyVersion === null;
  const asleep = isSnoozed(ticket) && (ticket.status === 'active' || ticket.status === 'idle');
  return said(`ticket ${ticket.id}`, [
    [truth.openIn.get(ticket.id) === (isOpen(ticket) ? ticket.chatId : null), 'does not hold its chat as it should'],
    [isOpen(ticket) === !['closed', 'auto_closed'].includes(ticket.stage), `is ${ticket.status} in stage ${ticket.stage}`],
    [!asleep, `is ${ticket.status} and snoozed`],
    [dated, `will be looked at ${ticket.lookAt} under ${ticket.policyVersion}, not ${lookAt(ticket, policy)} under ${policy.version}`],
  ]);
}

function historyWrongs(ticket: Ticket, events: readonly TicketEvent[]): string[] {
  const told = replay(events);
  return said(`ticket ${ticket.id}`, [
    [
      events.every(({ seq }, at) => seq === at + 1) && events.length === ticket.eventSeq,
      `has ${events.length} events, counts ${ticket.eventSeq}`,
    ],
    [told.status === ticket.status, `is ${ticket.status}, its events say ${told.status}`],
    [told.stage === ticket.stage, `is in ${ticket.stage}, its events say ${told.stage}`],
    [told.assigneeId === ticket.assigneeId, `is ${ticket.assigneeId}'s, its events say ${told.assigneeId}`],
    ...events.map((event, at) => [follows(event, events.slice(0, at)), `has an event ${event.seq} that does not follow`] as const),
  ]);
}

function follows({ status, stage, assignee }: TicketEvent, before: readonly TicketEvent[]): boolean {
  const then = replay(before);
  return (
    (!status || status.from === then.status) && (!stage || stage.from === then.stage) && (!assignee || assignee.from === then.assigneeId)
  );
}

function eventWrongs({ ticketId, seq, type, cause, row, status, actor, decision }: TicketEvent): string[] {
  const fits = TRANSITIONS.some(
    (one) =>
      one.row === row &&
      one.from.some((from) => from === status?.from) &&
      one.to === status?.to &&
      one.causes.some((known) => known === cause) &&
      one.by.includes(actor.kind),
  );
  const routed = actor.kind === 'system' && cause === 'assigned' && type === 'status_changed';
  const { load, capacity } = (decision?.facts ?? {}) as { load?: number; capacity?: number };
  return said(`event ${seq} of ${ticketId}`, [
    [type === 'created' || !status || fits, `is no row of the table: ${row} ${status?.from} → ${status?.to} by ${cause} of ${actor.kind}`],
    [!routed || (load !== undefined && capacity !== undefined && load < capacity), `was routed to ${load} of ${capacity}`],
    [actor.kind !== 'system' || !status || decision !== null, `was done by the desk without a reason (${cause})`],
  ]);
}

const said = (who: string, checks: readonly (readonly [boolean, string])[]): string[] =>
  checks.filter(([right]) => !right).map(([, what]) => `${who} ${what}`);
