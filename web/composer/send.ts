import type { AskedContent } from '../../src/domain/content';
import { ask, get, isProblem } from '../api/ask';
import type { Message, Ticket } from '../api/types';
import { putMessages } from '../live/messages';
import { putTickets } from '../live/tickets';
import { keyFor, refused, stored } from './attempts';

/** What people can write here; the API checks it against the channel. */
export type Sayable = Extract<AskedContent, { type: 'text' | 'buttons' | 'list' | 'template' | 'location' | 'contacts' }> | SayableFile;
/** A file that the desk has. */
type SayableFile = Extract<AskedContent, { mediaId: string }>;

/** What its writer had on the screen; `confirmed`: they were asked. */
interface Seen {
  readonly seen?: number;
  readonly confirmed?: true;
}

/** Writes to the customer. Resolves when it is stored, not when it is delivered. */
export async function sendReply(ticketId: string, content: Sayable, replyTo: string | null, seen: Seen = {}): Promise<Message> {
  try {
    return await write(`/tickets/${ticketId}/messages`, { content, replyTo, ...seen });
  } catch (error) {
    if (isProblem(error, 'window_closed')) void lookAgain(ticketId);
    throw error;
  }
}

/** The desk knows of a window that has closed, and this screen did not: it shows then what is possible instead. */
async function lookAgain(ticketId: string): Promise<void> {
  const ticket = await get<Ticket>(`/tickets/${ticketId}`).catch(() => null);
  if (ticket) putTickets([ticket]);
}

export const addNote = (ticketId: string, text: string, mentions: readonly string[]): Promise<Message> =>
  write(`/tickets/${ticketId}/notes`, { text, ...(mentions.length > 0 ? { mentions } : {}) });

async function write(path: string, body: object): Promise<Message> {
  const print = JSON.stringify(body);
  try {
    const message = await ask<Message>('POST', path, { body, key: keyFor(path, print) });
    stored(path);
    putMessages([message]);
    return message;
  } catch (error) {
    refused(path, print, error);
    throw error;
  }
}

const TYPING_EVERY = 10_000;
const told = new Map<string, number>();

/** Shows the customer that somebody writes, every ten seconds at most; the desk knows which networks have such a thing. */
export function tellTyping(ticketId: string, now: number): void {
  if (now - (told.get(ticketId) ?? Number.NEGATIVE_INFINITY) < TYPING_EVERY) return;
  told.set(ticketId, now);
  ask('POST', `/tickets/${ticketId}/typing`, { body: {} }).catch(() => undefined);
}
