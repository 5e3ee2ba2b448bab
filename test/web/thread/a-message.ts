import type { Message, TicketEvent } from '../../../web/api/types';

const BEGAN = Date.parse('2026-11-23T10:00:00.000Z');

export const at = (minutes: number): string => new Date(BEGAN + minutes * 60_000).toISOString();

export const CUSTOMER = { kind: 'customer', id: 'c1', name: 'Elena Vidal' } as const;
export const BOT = { kind: 'bot', id: 'b1', name: 'Front door bot' } as const;
export const MARTA = { kind: 'agent', id: 'a1', name: 'Marta Oliveira' } as const;

/** A message of ticket t1, so many minutes after ten o'clock. */
export function aMessage(seq: number, minutes: number, more: Partial<Message> = {}): Message {
  const author = more.author ?? CUSTOMER;
  return {
    id: `m${seq}`,
    seq,
    rev: seq,
    chatId: 'chat',
    ticketId: 't1',
    direction: author.kind === 'customer' ? 'in' : 'out',
    author,
    content: { type: 'text', text: `message ${seq}` },
    context: null,
    replyTo: null,
    reactions: [],
    sentAt: at(minutes),
    heardAt: at(minutes),
    editedAt: null,
    deletedAt: null,
    deletedBy: null,
    importedAt: null,
    delivery: null,
    providerMessageId: null,
    ...more,
  };
}

export function anEvent(seq: number, minutes: number, more: Partial<TicketEvent> = {}): TicketEvent {
  return {
    seq,
    type: 'status_changed',
    cause: 'assigned',
    actor: { kind: 'system', id: null, name: null },
    at: at(minutes),
    from: null,
    to: null,
    status: null,
    stage: null,
    assignee: null,
    decision: null,
    data: null,
    ...more,
  };
}
