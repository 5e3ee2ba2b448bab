import type { Message } from '../api/types';

/** The words of one's own last message here; null when there are none. `messages`: oldest first. */
export function lastOwn(messages: readonly Message[], me: string): string | null {
  const found = messages.findLast(
    ({ direction, author, content, deletedAt }) =>
      direction === 'out' && author.kind === 'agent' && author.id === me && content.type === 'text' && deletedAt === null,
  );
  return found?.content.type === 'text' ? found.content.text : null;
}
