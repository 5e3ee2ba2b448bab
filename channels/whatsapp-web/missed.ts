import type { LineGiven } from '../../src/ports/channel';
import { type Json, numberOf, timeOf } from '../common/json';
import type { WebClient } from './client';
import type { Speaking } from './speaking';
import type { Telling } from './telling';
import { within } from './time';
import { messageIdOf, withoutWords } from './told';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Clocks differ, and what was told last may not have been all of its minute. */
const OVERLAP = 2 * MINUTE;
const PAGES = [50, 200, 1000, 5000];
const ASKED_WITHIN = MINUTE;

/**
 * Fetches what was written while the line was down. It goes the way of everything else, where what is known already changes
 * nothing; rejects when the page stops answering, and is to be done again from the same moment.
 */
export async function fetchMissed(given: LineGiven, client: WebClient, telling: Telling, speaking: Speaking): Promise<number> {
  const from = telling.heardUpTo();
  if (from === null) return 0;
  const since = from - OVERLAP;
  const chats = await within(given, ASKED_WITHIN, client.chatsSince(Math.floor(since / SECOND)));
  let count = 0;
  /** What became meanwhile of what went out. */
  const tellAck = (message: Json): void => {
    const [id, ack] = [messageIdOf(message.id), numberOf(message.ack) ?? 0];
    if (!id?.fromMe || ack === 0) return;
    const reference = speaking.acked(id.id, ack);
    telling.tell({ event: 'message_ack', args: [withoutWords(message), ack], ...(reference === undefined ? {} : { reference }) });
  };
  for (const chat of chats) {
    const messages = await newestIn(given, client, chat, since);
    for (const message of messages) {
      telling.tell({ event: 'message', args: [message], missed: true });
      tellAck(message);
    }
    count += messages.length;
    await telling.settled();
  }
  return count;
}

/** All of a chat since then, oldest first: more is asked for until it reaches back so far. */
async function newestIn(given: LineGiven, client: WebClient, chat: string, since: number): Promise<Json[]> {
  for (const most of PAGES) {
    const found = await within(given, ASKED_WITHIN, client.messagesIn(chat, most));
    const reachesBack = found.length < most || found.some((message) => at(message) < since);
    if (reachesBack || most === PAGES.at(-1)) return found.filter((message) => at(message) >= since).sort((a, b) => at(a) - at(b));
  }
  return [];
}

const at = ({ timestamp }: Json): number => timeOf(timestamp) ?? 0;
