import type { Message, Waiting } from './wire';

/** The messages by their ids. */
export type Log = ReadonlyMap<string, Message>;

/** Takes in what came; of two states of a message the newer one stays, in whatever order they come. */
export function withMessages(log: Log, came: readonly Message[]): Log {
  const next = new Map(log);
  for (const message of came) if ((next.get(message.id)?.rev ?? -1) <= message.rev) next.set(message.id, message);
  return next;
}

/** As people read them: an edit leaves a message where it was. */
export const inOrder = (log: Log): readonly Message[] =>
  [...log.values()].sort((one, other) => compare(one.sentAt, other.sentAt) || compare(one.id, other.id));

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Whether somebody has read a message of the visitor, when they have read up to `readTo`. */
export function isRead(log: Log, message: Message, readTo: string | null): boolean {
  const to = readTo === null ? undefined : log.get(readTo);
  return message.state === 'read' || (to !== undefined && message.sentAt <= to.sentAt);
}

/** What the desk has said since `seen`, the time of the newest message that the visitor saw. */
export const unreadIn = (log: Log, seen: string): readonly Message[] =>
  inOrder(log).filter(({ by, sentAt, deletedAt }) => by !== 'visitor' && deletedAt === null && sentAt > seen);

/** The newest message of the desk. */
export const newestSaid = (log: Log): Message | undefined => inOrder(log).findLast(({ by }) => by !== 'visitor');

/** Which of its choices was taken, by the id of the choice, also while that is on its way; null = none yet. */
export function chosenOf(log: Log, waiting: readonly Waiting[], messageId: string): string | null {
  const own = [...log.values()].filter(({ by }) => by === 'visitor');
  for (const { content, replyTo } of [...own, ...waiting]) if (replyTo === messageId && content?.type === 'button_reply') return content.id;
  return null;
}
