import { isObject, type Json, listOf, objectOf, wordOf } from '../common/json';

/**
 * An event of whatsapp-web.js as the line tells it: its name and arguments in plain JSON, and what only the line knows.
 * Recordings of a whole log-in are a `sequence` of such.
 */
export interface Told {
  readonly event: string;
  readonly args: readonly unknown[];
  /** The two names of whom the event concerns, as WhatsApp says that they belong together; absent: not known. */
  readonly names?: Names;
  /** Our own name of the message, when the line has sent it. */
  readonly reference?: string;
  /** It was written while the line was down. */
  readonly missed?: boolean;
}

/** A person's number (`…@c.us`) and their hidden number (`…@lid`): either may be unknown. */
export interface Names {
  readonly lid?: string | undefined;
  readonly pn?: string | undefined;
}

/** The single events of what was told, whatever it is. */
export const eventsIn = (told: unknown): readonly unknown[] => (isObject(told) && Array.isArray(told.sequence) ? told.sequence : [told]);

export interface MessageId {
  readonly fromMe: boolean;
  /** The chat. */
  readonly remote: string;
  /** What both sides call the message, whichever name the chat has: the key of its dedupe. */
  readonly id: string;
}

/** null when it names no message. */
export function messageIdOf(given: unknown): MessageId | null {
  const { fromMe, remote, id } = objectOf(given);
  const chat = wordOf(remote) ?? wordOf(objectOf(remote)._serialized);
  const name = wordOf(id);
  return chat === null || name === null ? null : { fromMe: fromMe === true, remote: chat, id: name };
}

/** The chat that an event is about; null when it is about none. */
export function chatOf({ event, args }: Pick<Told, 'event' | 'args'>): string | null {
  const first = objectOf(args[0]);
  return messageIdOf(event === 'message_reaction' ? first.msgId : first.id)?.remote ?? null;
}

/** A message by its name alone: what is told about it does not say it again, so that words that are taken back are nowhere else. */
export const withoutWords = (message: unknown): Json => {
  const { id, ack, from, to, type, timestamp, protocolMessageKey } = objectOf(message);
  return Object.fromEntries(Object.entries({ id, ack, from, to, type, timestamp, protocolMessageKey }).filter(([, part]) => part != null));
};

export const isPerson = (chat: string): boolean => /^\d{5,20}@(?:c\.us|lid)$/.test(chat);

export const ofTold = (given: Json): Told => ({ ...(given as unknown as Told), args: listOf(given.args) });
