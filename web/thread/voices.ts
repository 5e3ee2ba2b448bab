import type { Message } from '../api/types';

/** The customer and the bot speak from the left; everybody of the house from the right. */
export const isOurs = ({ author }: Pick<Message, 'author'>): boolean => author.kind !== 'customer' && author.kind !== 'bot';

/** The classes of a message: whose voice, and whether it is a note. */
export function voiceClass({ author, direction }: Pick<Message, 'author' | 'direction'>): string {
  if (direction === 'note') return 'out note';
  if (author.kind === 'bot') return 'bot';
  if (author.kind === 'system') return 'out sys';
  return author.kind === 'customer' ? '' : 'out';
}

/** Theirs needs a time only where a run or a minute ends; ours has its own ticks each. */
export function showsTime(message: Message, next: Message | null): boolean {
  if (message.delivery !== null || message.direction !== 'in' || next === null) return true;
  if (message.editedAt !== null || message.deletedAt !== null) return true;
  return message.sentAt.slice(0, 16) !== next.sentAt.slice(0, 16);
}
