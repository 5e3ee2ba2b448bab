import type { Followed } from '../../actions/webchat/following';
import { type Content, isMedia } from '../../domain/content';
import type { Message } from '../../domain/message';
import { iso, isoOrNull } from './time';

const BY = { customer: 'visitor', agent: 'agent', bot: 'bot', system: 'system', channel_app: 'agent' } as const;

/** A message as the person who writes in the chat may read it: nothing of the desk's own affairs. */
export function pageMessage(message: Message, read: Followed['read']) {
  const { id, rev, author, replyTo, sentAt, editedAt, deletedAt } = message;
  return {
    id,
    rev,
    by: BY[author.kind],
    // What a bot is called is between the people who work here.
    name: author.kind === 'agent' ? author.name : null,
    content: deletedAt === null ? contentFor(message.content) : null,
    replyTo,
    sentAt: iso(sentAt),
    editedAt: isoOrNull(editedAt),
    deletedAt: isoOrNull(deletedAt),
    clientId: clientIdOf(message),
    state: stateOf(message, read),
  };
}

export const pageMessages = ({ messages, rev, more, read }: Followed) => ({
  messages: messages.map((message) => pageMessage(message, read)),
  rev,
  more,
  readTo: readTo(read),
});

/** The newest of their own messages that somebody has read. */
const readTo = (read: Followed['read']): string | null =>
  [...read.values()].reduce(
    (newest, one) => (newest === null || one.sentAt >= newest.sentAt ? one : newest),
    null as null | { id: string; sentAt: number },
  )?.id ?? null;

function contentFor(content: Content): unknown {
  if (isMedia(content)) {
    const { type, mediaId, mime, bytes, fileName, caption, width, height, state, preview = false } = content;
    return { type, mediaId, mime, bytes, fileName, caption, width, height, state, preview };
  }
  return content.type === 'unsupported' ? { type: 'unsupported' } : content;
}

/** What the page itself called it: behind the visitor, in the name that its network has for it. */
const clientIdOf = ({ direction, providerMessageId }: Message): string | null =>
  direction === 'in' && providerMessageId ? providerMessageId.slice(providerMessageId.indexOf('.') + 1) : null;

function stateOf({ direction, chatId, seq, ticketId }: Message, read: Followed['read']): 'sent' | 'read' | null {
  if (direction !== 'in') return null;
  return ticketId !== null && seq <= (read.get(chatId)?.seq ?? -1) ? 'read' : 'sent';
}
