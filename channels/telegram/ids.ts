import { idOf } from '../common/json';

/** Telegram counts the messages of each chat from one, so ours has both; null when either is missing. */
export function messageId(chat: unknown, message: unknown): string | null {
  const [chatId, number] = [idOf(chat), idOf(message)];
  return chatId === null || number === null ? null : `${chatId}:${number}`;
}

/** A tap on a button of a message, which has an id of its own. */
export const tapId = (message: string, query: string): string => `${message}:tap:${query}`;

/** By which the tap is answered; null for any other message. */
export const queryIn = (id: string): string | null => /^-?\d+:\d+:tap:(.+)$/.exec(id)?.[1] ?? null;

/** What the network calls the message within its chat: of a tap, the message with the button. */
export function numberIn(id: string): number | string {
  const number = /^-?\d+:(\d+)(?::|$)/.exec(id)?.[1];
  return number === undefined ? id : Number(number);
}
