import type { Message } from '../../domain/chat';
import { record } from '../../domain/record';
import { clean } from '../../domain/text';
import type { Desk, Person } from '../desk';
import { type Asked, type InHand, withTicket } from './in-hand';

/** Leaves a note that the customer never sees. It postpones no timer. */
export function writeNote(desk: Desk, asked: Asked & { readonly text: string }): Promise<Message> {
  return withTicket(desk, 'note', asked, async (hand) => addNote(hand, asked.by, asked.text));
}

/** The same for a ticket in hand. */
export function addNote({ ledger, ticket, actor, at }: InHand, by: Person, text: string): Message {
  const author = { kind: 'agent' as const, id: by.id, name: by.name };
  const note = ledger.addMessage(ticket.chatId, {
    direction: 'note',
    author,
    content: { type: 'text', text: clean(text) },
    ticketId: ticket.id,
  });
  ledger.apply(record(ticket, { type: 'noted', cause: 'noted', actor, at, data: { messageId: note.id } }));
  return note;
}
