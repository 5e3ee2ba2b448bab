import type { Message } from '../api/types';

/** Messages as people read them, oldest first: by when they were sent, then by the order in which the chat heard them. */
export type MessageLog = readonly Message[];

export const inOrder = (a: Message, b: Message): number => (a.sentAt === b.sentAt ? a.seq - b.seq : a.sentAt < b.sentAt ? -1 : 1);

/** The log with these in it: nothing is doubled, and of two states of a message the newer `rev` stays. The same log when nothing is new. */
export function merged(log: MessageLog, messages: readonly Message[]): MessageLog {
  const known = new Map(log.map((message) => [message.id, message]));
  const news = messages.filter((message) => isNewer(message, known.get(message.id)));
  if (news.length === 0) return log;
  for (const message of news) if (isNewer(message, known.get(message.id))) known.set(message.id, message);
  return [...known.values()].sort(inOrder);
}

const isNewer = (message: Message, known: Message | undefined): boolean => known === undefined || message.rev > known.rev;

/** Without what is older than everything that was read: it comes with its page, and before that would leave a hole. */
export function withoutOlder(log: MessageLog, messages: readonly Message[]): Message[] {
  const oldest = log[0];
  const known = new Set(log.map(({ id }) => id));
  return messages.filter((message) => known.has(message.id) || !oldest || inOrder(oldest, message) < 0);
}

export const highestRev = (messages: readonly Message[], floor = 0): number => messages.reduce((top, { rev }) => Math.max(top, rev), floor);

/** Up to which `rev` all is known once this one was heard. What was passed over is left for the next reading. */
export const throughWith = (through: number, rev: number): number => (rev === through + 1 ? rev : through);
