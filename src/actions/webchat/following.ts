import { counts } from '../../domain/delivery';
import type { Message } from '../../domain/message';
import type { Thread, Visitor } from '../../ports/store';
import type { Desk } from '../desk';
import { keyOf, type Page } from './visitors';

/** How far somebody has followed each of their chats: the change counter, and the `seq` of the newest message. */
type Places = ReadonlyMap<string, { readonly rev: number; readonly seq: number }>;

/** What somebody may see of their chats. */
export interface Followed {
  readonly messages: readonly Message[];
  /** How far that goes (`rev` of the protocol): opaque to pages. */
  readonly rev: string;
  readonly more: boolean;
  /** Up to which of their own messages somebody of the desk has read: by chat. */
  readonly read: ReadonlyMap<string, Pick<Message, 'id' | 'seq' | 'sentAt'>>;
}

export const threadsOf = (desk: Desk, page: Page, visitor: Visitor): Promise<Thread[]> =>
  desk.store.reads.threads(page.channel.id, keyOf(page, visitor));

/** The newest, oldest first; with `before`, those in front of that message. */
export async function newestFor(
  desk: Desk,
  page: Page,
  visitor: Visitor,
  ask: { limit: number; before: string | null },
): Promise<Followed> {
  const threads = await threadsOf(desk, page, visitor);
  const ids = threads.map(({ chatId }) => chatId);
  const before = ask.before === null ? null : await desk.store.reads.message(ask.before);
  const found = before && !ids.includes(before.chatId) ? [] : await desk.store.reads.saidIn(ids, before, ask.limit + 1);
  const messages = found.slice(0, ask.limit).filter(isTheirs).reverse();
  return { messages, rev: revOf(threads), more: found.length > ask.limit, read: await readIn(desk, threads) };
}

/** What has come or changed since, by chat and change counter. */
export async function changedFor(desk: Desk, page: Page, visitor: Visitor, ask: { limit: number; after: string }): Promise<Followed> {
  const threads = await threadsOf(desk, page, visitor);
  const places = placesIn(ask.after);
  const followed = new Map<string, { rev: number; seq: number }>();
  const messages: Message[] = [];
  let more = false;
  for (const { chatId, rev, seq } of threads) {
    const from = placeIn(places, chatId, rev);
    const room = ask.limit - messages.length;
    const found = rev > from.rev && room > 0 ? await changesIn(desk, chatId, from.rev, room) : { data: [], more: rev > from.rev };
    more ||= found.more;
    messages.push(...found.data.filter(isTheirs));
    followed.set(
      chatId,
      found.more
        ? reached(from, found.data)
        : { rev: Math.max(rev, from.rev, ...found.data.map((one) => one.rev)), seq: Math.max(seq, from.seq) },
    );
  }
  const rev = revOf([...followed].map(([chatId, place]) => ({ chatId, ...place })));
  return { messages, rev, more, read: await readIn(desk, threads) };
}

/** Who is ahead of the desk followed one that was there before it was restored: they are told everything once more. */
function placeIn(places: Places, chatId: string, rev: number): { rev: number; seq: number } {
  const place = places.get(chatId);
  return place && place.rev <= rev ? { ...place } : { rev: 0, seq: 0 };
}

async function changesIn(desk: Desk, chatId: string, since: number, limit: number): Promise<{ data: readonly Message[]; more: boolean }> {
  const { data, nextCursor } = await desk.store.reads.messages({ chatId }, { limit, cursor: null }, since);
  return { data, more: nextCursor !== null };
}

const reached = (from: { rev: number; seq: number }, found: readonly Message[]) => ({
  rev: Math.max(from.rev, ...found.map(({ rev }) => rev)),
  seq: Math.max(from.seq, ...found.map(({ seq }) => seq)),
});

async function readIn(desk: Desk, threads: readonly Thread[]): Promise<Followed['read']> {
  const read = new Map<string, Pick<Message, 'id' | 'seq' | 'sentAt'>>();
  for (const { chatId, unread } of threads) {
    const message = await desk.store.reads.readIn(chatId, unread);
    if (message) read.set(chatId, message);
  }
  return read;
}

/** Never a note, nor what did not go out to them, or not yet. */
export const isTheirs = ({ direction, delivery }: Message): boolean => direction === 'in' || (direction === 'out' && counts(delivery));

/** `chat.rev.seq`, several of them parted by `~`; nothing said yet is `0`. */
export const revOf = (places: readonly { readonly chatId: string; readonly rev: number; readonly seq: number }[]): string =>
  places.map(({ chatId, rev, seq }) => [chatId, rev.toString(36), seq.toString(36)].join('.')).join('~') || '0';

/** What is none of it counts as the beginning: the page is told everything once more. */
export function placesIn(rev: string): Places {
  const parts = rev.split('~').map((part) => /^([\w-]{1,32})\.([0-9a-z]{1,9})\.([0-9a-z]{1,9})$/.exec(part));
  return new Map(
    parts.flatMap((part) =>
      part ? [[part[1] ?? '', { rev: Number.parseInt(part[2] ?? '', 36), seq: Number.parseInt(part[3] ?? '', 36) }] as const] : [],
    ),
  );
}
