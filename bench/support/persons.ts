import { type Chat, newChat } from '../../src/domain/chat';
import { newContact, newIdentity } from '../../src/domain/contact';
import type { Actor } from '../../src/domain/events';
import type { Message, MessageAuthor } from '../../src/domain/message';
import type { Instant } from '../../src/domain/ticket';
import { nameOf, phoneOf } from './customers';

export type Person = ReturnType<typeof personOf>;

/** Somebody with a chat of their own. */
export function personOf(newId: () => string, channelId: string, n: number, at: Instant) {
  const [contactId, chatId, phone] = [newId(), newId(), phoneOf(n)];
  const chat: Chat = { ...newChat({ id: chatId, channelId, contactId, address: { phone, display: phone }, at }), turn: 1, windowFrom: at };
  return {
    chat,
    contact: newContact({ id: contactId, name: nameOf(n), phone, username: null, at }),
    identity: newIdentity({ channelId, key: `pn:${phone}`, chatId, contactId, at }),
  };
}

interface Saying {
  readonly id: string;
  readonly says: 'customer' | 'agent';
  readonly agent: Actor;
  readonly at: Instant;
  readonly seq: number;
  readonly ticketId: string;
}

export function messageOf({ chat, contact }: Person, { id, says, agent, at, seq, ticketId }: Saying): Message {
  const customer = says === 'customer';
  const author: MessageAuthor = customer
    ? { kind: 'customer', id: contact.id, name: contact.name }
    : { kind: 'agent', id: agent.id, name: agent.name };
  return {
    id,
    chatId: chat.id,
    channelId: chat.channelId,
    ticketId,
    seq,
    rev: seq,
    direction: customer ? 'in' : 'out',
    author,
    content: { type: 'text', text: customer ? 'Where is my order?' : 'It left us this morning.' },
    replyTo: null,
    replyToProvider: null,
    reactions: [],
    sentAt: at,
    heardAt: at,
    editedAt: null,
    deletedAt: null,
    delivery: customer ? null : { status: 'delivered', attempts: 1, error: null, attemptedAt: at, acceptedAt: at },
    providerMessageId: `wamid.LIFE${id}`,
    context: null,
    mentions: null,
    former: null,
    importedAt: null,
  };
}
