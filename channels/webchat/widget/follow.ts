import { join } from './join';
import { inOrder, withMessages } from './log';
import { isPassing } from './net';
import type { Parts } from './parts';
import { look } from './seen';
import type { Frame, Message, Messages } from './wire';

const PAGE = 100;
const TYPING_LASTS = 6_000;

/** Asks what has come since. */
export async function catchUp(parts: Parts): Promise<void> {
  const { place } = parts;
  try {
    await place.follow(async (still) => {
      for (let more = true; more; ) {
        const rev = place.rev();
        const page = await read(parts, rev === undefined ? '' : `&after=${encodeURIComponent(rev)}`);
        if (!still()) return;
        place.reached(page.rev);
        parts.set({ readTo: page.readTo, ...(rev === undefined ? { older: page.more } : {}) });
        takeIn(parts, page.messages, rev !== undefined);
        more = rev !== undefined && page.more;
      }
    });
    parts.set({ offline: false });
  } catch (error) {
    if (isPassing(error)) parts.set({ offline: true });
  }
}

/** Brings what was said before the first message that is here; once at a time. */
export async function older(parts: Parts): Promise<void> {
  const [first] = inOrder(parts.now().log);
  if (!parts.now().older || !first) return;
  parts.set({ older: false });
  try {
    const page = await read(parts, `&before=${encodeURIComponent(first.id)}`);
    parts.set({ log: withMessages(parts.now().log, page.messages), older: page.more });
  } catch {
    parts.set({ older: true });
  }
}

export function heard(parts: Parts, frame: Frame): void {
  if (frame.type === 'messages') {
    parts.place.pushed(frame.rev);
    takeIn(parts, frame.messages, true);
  }
  if (frame.type === 'read') parts.set({ readTo: frame.to });
  if (frame.type === 'hello') {
    parts.set({ online: frame.online });
    // What was said between the answer to our asking and this word is in neither.
    if (frame.rev !== parts.place.rev()) void catchUp(parts);
  }
  if (frame.type === 'online') parts.set({ online: frame.on });
  if (frame.type === 'bye') void join(parts);
  if (frame.type === 'typing') {
    clearTimeout(parts.typingEnds);
    parts.set({ typing: frame.on ? (frame.name ?? '') : null });
    if (frame.on) parts.typingEnds = setTimeout(() => parts.set({ typing: null }), TYPING_LASTS);
  }
}

function takeIn(parts: Parts, came: readonly Message[], isNews: boolean): void {
  const before = parts.now().log;
  const fresh = came.filter((message) => message.by !== 'visitor' && !before.has(message.id));
  for (const { clientId } of came) if (clientId !== null) parts.outbox.gone(`out:${clientId}`);
  parts.set({ log: withMessages(before, came), ...(fresh.length > 0 ? { typing: null } : {}) });
  look(parts);
  if (isNews) for (const message of fresh) parts.tell({ type: 'message', message });
}

const read = ({ seat, net }: Parts, query: string): Promise<Messages> =>
  seat.with((token) => net.ask<Messages>(token, 'GET', `/messages?limit=${PAGE}${query}`));
