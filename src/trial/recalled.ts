import { type Content, wordsOf } from '../domain/content';
import type { Message } from '../domain/message';

/** A message of the desk as the twin recalls it; null for what never reached the phone. */
export function recalled(message: Message): Record<string, unknown> | null {
  const { direction, providerMessageId, content, sentAt, editedAt, deletedAt, delivery } = message;
  if (direction === 'note' || providerMessageId === null) return null;
  if (direction === 'out' && delivery?.status === 'failed') return null;
  return {
    id: providerMessageId,
    by: direction === 'in' ? 'customer' : 'business',
    at: sentAt,
    text: wordsOf(content),
    ...choicesOf(content),
    edited: editedAt !== null,
    deleted: deletedAt !== null,
    reference: direction === 'out' ? message.id : null,
    progress: 'read',
  };
}

function choicesOf(content: Content): Record<string, unknown> {
  if (content.type === 'buttons') return { choices: content.buttons };
  if (content.type === 'list') return { choices: content.sections.flatMap(({ rows }) => rows), button: content.button };
  return {};
}
