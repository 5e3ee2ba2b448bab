import { type Chat, newChat } from '../chat';
import { chatAfter, tookAlong } from '../conversation';
import type { TicketEvent } from '../events';
import { factsOf } from '../figures/trace';
import type { Message } from '../message';
import { type Instant, isOpen, type Ticket } from '../ticket';
import type { Step } from '../transitions';
import type { ChatRecord, Course, Rules, Staff, Stretch } from './record';

const TAKEN_ALONG = { messages: 500, ms: 30 * 24 * 60 * 60_000 } as const;

/** A chat on the virtual clock. Changed in place: one replay has it for itself. */
export interface Scene {
  readonly record: ChatRecord;
  readonly rules: Rules;
  readonly staff: Staff;
  chat: Chat;
  open: Ticket | null;
  /** The newest state of its tickets. */
  readonly tickets: Map<string, Ticket>;
  /** What was said since the last close and belongs to no ticket. */
  loose: Message[];
  /** Answers since the customer's last words that the network took: when. */
  accepted: Map<string, Instant>;
  /** What a customer wrote since the last close was counted as a return. */
  returned: boolean;
  readonly events: TicketEvent[];
  readonly waits: Map<string, Instant | null>;
  readonly waited: Map<string, Stretch[]>;
  readonly back: Instant[];
  readonly estimated: Set<string>;
  readonly blind: Stretch[];
  readonly queuedAt: Set<Instant>;
}

export function sceneOf(record: ChatRecord, rules: Rules, staff: Staff): Scene {
  const at = record.messages[0]?.heardAt ?? record.events[0]?.at ?? 0;
  const [first] = record.tickets;
  return {
    record,
    rules,
    staff,
    chat: {
      ...newChat({ ...record.chat, address: { display: '' } as Chat['address'], at }),
      lastTicketId: first?.previousTicketId ?? null,
    },
    open: null,
    tickets: new Map(),
    loose: [],
    accepted: new Map(),
    returned: true,
    events: [],
    waits: new Map(),
    waited: new Map(),
    back: [],
    estimated: new Set(),
    blind: [],
    queuedAt: new Set(),
  };
}

/** Saves a step as the ledger does: what it does to the chat, and what a ticket that opens takes along. */
export function apply(scene: Scene, { ticket, events }: Step, at: Instant): Ticket {
  for (const event of events) {
    scene.chat = chatAfter(scene.chat, ticket, event);
    scene.events.push(event);
    if (event.status?.to === 'pending') scene.queuedAt.add(event.at);
  }
  const opens = events.some(({ type, status }) => type === 'created' || status?.from === 'closed');
  return keep(scene, opens ? tookAlong(ticket, taken(scene, at)) : ticket, at);
}

/** Saves facts of the ticket that leave no event. */
export function keep(scene: Scene, ticket: Ticket, at: Instant): Ticket {
  const { waitingFrom } = factsOf(ticket);
  const before = scene.waits.get(ticket.id) ?? null;
  if (before !== waitingFrom) endWait(scene, ticket.id, before, at);
  scene.waits.set(ticket.id, waitingFrom);
  scene.tickets.set(ticket.id, ticket);
  if (isOpen(ticket)) scene.open = ticket;
  else if (scene.open?.id === ticket.id) [scene.open, scene.loose, scene.returned] = [null, [], false];
  return ticket;
}

export function endWait(scene: Scene, ticketId: string, from: Instant | null, to: Instant): void {
  if (from === null || from >= to) return;
  scene.waited.set(ticketId, [...(scene.waited.get(ticketId) ?? []), { from, to }]);
}

function taken(scene: Scene, at: Instant): Message[] {
  const { loose } = scene;
  scene.loose = [];
  return loose.filter(({ heardAt }) => heardAt > at - TAKEN_ALONG.ms).slice(-TAKEN_ALONG.messages);
}

/** What came of it, up to a moment. */
export function courseOf(scene: Scene, until: Instant): Course {
  for (const [ticketId, from] of scene.waits) endWait(scene, ticketId, from, until);
  const { events, waited, back, estimated, blind, queuedAt } = scene;
  return { events, waited, back, estimated, blind, queuedAt };
}
