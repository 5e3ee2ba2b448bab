import type { Message } from '../../domain/chat';
import type { MessageJson } from '../schemas/message';
import { contextJson } from './message-context';
import { iso, isoOrNull } from './time';

export function messageJson(message: Message): MessageJson {
  const { id, seq, rev, chatId, ticketId, direction, author, replyTo, providerMessageId, delivery } = message;
  return {
    id,
    seq,
    rev,
    chatId,
    ticketId,
    direction,
    author: { kind: author.kind, id: author.id, name: author.name },
    content: message.content as MessageJson['content'],
    context: message.deletedAt === null ? contextJson(message.context) : null,
    replyTo,
    reactions: message.reactions.filter(({ emoji }) => emoji !== '').map(({ by, emoji, at }) => ({ by, emoji, at: iso(at) })),
    sentAt: iso(message.sentAt),
    heardAt: iso(message.heardAt),
    editedAt: isoOrNull(message.editedAt),
    deletedAt: isoOrNull(message.deletedAt),
    delivery: delivery && { status: delivery.status, attempts: delivery.attempts, error: delivery.error },
    providerMessageId,
    ...(direction === 'note' ? { mentions: (message.mentions ?? []).map(({ id: agent, name }) => ({ id: agent, name })) } : {}),
  };
}
