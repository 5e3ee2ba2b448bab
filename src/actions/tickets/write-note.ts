import type { Message } from '../../domain/message';
import { record } from '../../domain/record';
import { clean } from '../../domain/text';
import type { Desk, Person } from '../desk';
import { endDraft } from '../personal/drafts';
import { type Asked, type InHand, withTicket } from './in-hand';
import { mentioned, tellMentioned } from './mentions';

interface Note extends Asked {
  readonly text: string;
  /** Ids of agents whom it names. */
  readonly mentions?: readonly string[];
}

/** Leaves a note that the customer never sees, and tells whom it names. It postpones no timer. */
export function writeNote(desk: Desk, asked: Note): Promise<Message> {
  const { by, text, ticketId, mentions = [] } = asked;
  const named = (looked: Pick<InHand, 'tx' | 'ledger' | 'ticket'>) => mentioned(looked, mentions, by);
  return withTicket(
    desk,
    'note',
    asked,
    async (hand) => {
      const note = addNote(hand, by, text, await named(hand));
      await tellMentioned(hand, note, by);
      await endDraft(hand.tx, hand.ledger, { agentId: by.id, ticketId, note: true }, text);
      return note;
    },
    async (looked) => void (await named(looked)),
  );
}

/** The same for a ticket in hand. */
export function addNote({ ledger, ticket, actor, at }: InHand, by: Person, text: string, mentions: Message['mentions'] = null): Message {
  const author = { kind: 'agent' as const, id: by.id, name: by.name };
  const note = ledger.addMessage(ticket.chatId, {
    direction: 'note',
    author,
    content: { type: 'text', text: clean(text) },
    ticketId: ticket.id,
    mentions,
  });
  ledger.apply(record(ticket, { type: 'noted', cause: 'noted', actor, at, data: { messageId: note.id } }));
  return note;
}
