import { waitBefore } from './backoff';
import { greetIn } from './greeting';
import { type Line, openLine } from './line';
import { inOrder, newestSaid, unreadIn, withMessages } from './log';
import type { Memory } from './memory';
import { isPassing, type Net, Refused } from './net';
import { isOfOutbox, type Outbox, openOutbox } from './outbox';
import { openPlace, type Place } from './place';
import { openSeat, type Seat, type Seated } from './seat';
import type { Acts, State } from './state';
import { fileTypeOf, openUploads, type Uploads } from './uploads';
import type { Config, Frame, Identity, Message, Messages, Waiting } from './wire';

const PAGE = 100;
const TYPING_LASTS = 6_000;
const TYPING_EACH = 3_000;
const LONGEST_WAIT = 60_000;

/** What the page is told of. */
export type Told =
  | { readonly type: 'open' | 'close' }
  | { readonly type: 'unread'; readonly count: number }
  | { readonly type: 'message'; readonly message: Message };

export interface Chat extends Acts {
  now(): State;
  identify(identity: Identity): Promise<void>;
  signOut(): Promise<void>;
}

interface Given {
  readonly net: Net;
  readonly memory: Memory;
  /** The state is another now. */
  changed(state: State): void;
  tell(told: Told): void;
}

/** What is no bad moment of the network: the desk has answered in between. */
const REFUSALS = 2;

/** Asks the desk for the channel until it answers; null: it does not serve this page. */
export async function readConfig({ net }: Pick<Given, 'net'>): Promise<Config | null> {
  for (let attempt = 0, refusals = 0; ; attempt++) {
    try {
      return await net.config();
    } catch (error) {
      if (!(error instanceof Refused) && (await net.answers())) refusals++;
      if (!isPassing(error) || refusals === REFUSALS) {
        console.warn(`Relaydesk: no chat on this page (${error instanceof Refused ? error.code : 'is this site allowed?'})`);
        return null;
      }
      await new Promise((resolve) => setTimeout(resolve, waitBefore(attempt, LONGEST_WAIT, Math.random)));
    }
  }
}

/** A conversation of this browser with the desk. */
export function openChat(given: Given, config: Config): Chat {
  const parts = {} as Parts;
  let state: State = {
    config,
    open: false,
    greets: false,
    offline: false,
    online: config.online,
    log: new Map(),
    readTo: null,
    older: false,
    waiting: [],
    attached: [],
    typing: null,
    unread: 0,
  };
  const set = (patch: Partial<State>) => {
    state = { ...state, ...patch };
    given.changed(state);
  };
  Object.assign(parts, { ...given, set, now: () => state });
  parts.seat = openSeat(given.net, given.memory, (now, former) => moved(parts, now, former));
  parts.place = openPlace();
  parts.line = lineOf(parts);
  parts.outbox = outboxOf(parts);
  parts.uploads = openUploads({
    seat: parts.seat,
    limits: () => config.limits.file,
    upload: given.net.upload,
    changed: () => set({ attached: parts.uploads.attached() }),
  });
  set({ waiting: parts.outbox.waiting() });
  begin(parts);
  return { ...actsOf(parts), now: () => state, identify: (identity) => identify(parts, identity), signOut: () => signOut(parts) };
}

interface Parts extends Given {
  seat: Seat;
  line: Line;
  outbox: Outbox;
  uploads: Uploads;
  place: Place;
  /** The newest message of the desk that was seen on this page. */
  seenId?: string;
  typingEnds?: ReturnType<typeof setTimeout>;
  set(patch: Partial<State>): void;
  now(): State;
}

/** Takes up what was left by the page before, and begins to watch the network and the other pages of the site. */
function begin(parts: Parts): void {
  const { memory, seat, line, outbox, now, set } = parts;
  const wake = () => {
    if (seat.token() !== null && !seat.visitor()) void join(parts);
    line.wake();
    outbox.wake();
    look(parts);
  };
  addEventListener('online', wake);
  addEventListener('offline', () => set({ offline: true }));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && wake());
  memory.onOther((name, value) => {
    if (isOfOutbox(name) && value === null) outbox.gone(name);
    if (name === 'visitor' && value !== null) seat.adopt(JSON.parse(value));
    if (name === 'seen') count(parts);
  });
  if (seat.token() !== null) void join(parts);
  else if (outbox.waiting().length > 0) outbox.wake();
  const wait = greetIn(now().config, { wrote: seat.token() !== null, greeted: memory.get('greeted') !== null });
  if (wait !== null) setTimeout(() => greet(parts), wait);
  if (memory.get('open') !== null && matchMedia('(min-width: 481px)').matches) parts.set({ open: true });
}

function greet({ memory, seat, now, set }: Parts): void {
  if (now().open || seat.token() !== null || memory.get('greeted') !== null) return;
  memory.set('greeted', '1');
  set({ greets: true });
}

/** Sits down at the desk with the token that is kept, however long the desk takes to answer. */
async function join(parts: Parts, attempt = 0): Promise<void> {
  try {
    await parts.seat.renew();
    parts.set({ offline: false });
    parts.outbox.wake();
  } catch (error) {
    if (!isPassing(error)) return;
    parts.set({ offline: true });
    setTimeout(() => parts.seat.visitor() ?? void join(parts, attempt + 1), waitBefore(attempt, LONGEST_WAIT, Math.random));
  }
}

/** Another visitor has another conversation: nothing of the former stays on the screen. One who is known now may have more than one. */
function moved(parts: Parts, now: Seated, former: Seated | null): void {
  if (former) {
    if (former.visitor.id !== now.visitor.id) parts.memory.set('seen', null);
    parts.place.anew();
    parts.set({ log: new Map(), readTo: null, older: false, typing: null, unread: 0 });
  }
  parts.line.again();
}

function lineOf(parts: Parts): Line {
  return openLine({
    url: parts.net.liveUrl,
    token: () => (parts.seat.visitor() ? parts.seat.token() : null),
    watched: () => parts.now().open && document.visibilityState === 'visible',
    up: () => {
      parts.set({ offline: false });
      parts.outbox.wake();
      void catchUp(parts);
    },
    ask: () => void catchUp(parts),
    heard: (frame) => heard(parts, frame),
  });
}

/** Asks what has come since. */
async function catchUp(parts: Parts): Promise<void> {
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

const read = ({ seat, net }: Parts, query: string): Promise<Messages> =>
  seat.with((token) => net.ask<Messages>(token, 'GET', `/messages?limit=${PAGE}${query}`));

/** Brings what was said before the first message that is here; once at a time. */
async function older(parts: Parts): Promise<void> {
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

function heard(parts: Parts, frame: Frame): void {
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

/** Tells the desk what was seen, when somebody can see it. */
function look(parts: Parts): void {
  const { now, memory, line, net, seat } = parts;
  const { open, log } = now();
  const newest = newestSaid(log);
  const isNews = newest && (newest.sentAt > (memory.get('seen') ?? '') || (parts.seenId ?? newest.id) !== newest.id);
  if (isNews && open && document.visibilityState === 'visible') {
    memory.set('seen', newest.sentAt);
    parts.seenId = newest.id;
    const rev = parts.place.shown() ?? '';
    if (!line.say({ type: 'seen', rev })) void seat.with((token) => net.ask(token, 'POST', '/seen', { rev })).catch(() => undefined);
  }
  count(parts);
}

function count({ now, memory, set, tell }: Parts): void {
  const unread = unreadIn(now().log, memory.get('seen') ?? '').length;
  if (unread === now().unread) return;
  set({ unread });
  tell({ type: 'unread', count: unread });
}

function outboxOf(parts: Parts): Outbox {
  return openOutbox({
    memory: parts.memory,
    send: ({ clientId, content, replyTo }) =>
      parts.seat.with((token) =>
        parts.net.ask<Message>(token, 'POST', '/messages', { clientId, content, ...(replyTo === null ? {} : { replyTo }) }),
      ),
    sent: (message) => {
      parts.set({ log: withMessages(parts.now().log, [message]), waiting: parts.outbox.waiting() });
      parts.line.wake();
    },
    changed: () => parts.set({ waiting: parts.outbox.waiting() }),
    heard: (answered) => parts.set({ offline: !answered }),
    later: (then, ms) => void setTimeout(then, ms),
    random: Math.random,
  });
}

const identify = ({ seat }: Parts, identity: Identity): Promise<void> => seat.identify(identity);

async function signOut(parts: Parts): Promise<void> {
  parts.outbox.clear();
  parts.memory.set('draft', null);
  await parts.seat.signOut();
}

const put = ({ outbox }: Parts, said: Pick<Waiting, 'content' | 'fileName'>, replyTo: string | null = null): void =>
  outbox.put({ ...said, clientId: crypto.randomUUID(), replyTo, at: Date.now(), failed: null });

function actsOf(parts: Parts): Acts {
  const { set, memory, outbox, uploads, line, seat, net, now, tell } = parts;
  let typed = 0;
  return {
    open() {
      if (now().open) return;
      memory.set('greeted', '1');
      memory.set('open', '1');
      set({ open: true, greets: false });
      tell({ type: 'open' });
      line.wake();
      look(parts);
    },
    close() {
      if (!now().open) return;
      memory.set('open', null);
      set({ open: false });
      tell({ type: 'close' });
    },
    say(text) {
      for (const { mediaId, mime, fileName } of uploads.take())
        put(parts, { content: { type: fileTypeOf(mime), mediaId }, ...(fileName ? { fileName } : {}) });
      if (text.trim() !== '') put(parts, { content: { type: 'text', text: text.trim() } });
    },
    choose: (messageId, { id, title }) => put(parts, { content: { type: 'button_reply', id, title } }, messageId),
    retry: outbox.retry,
    drop: outbox.drop,
    attach: uploads.add,
    detach: uploads.drop,
    reattach: uploads.retry,
    types() {
      if (Date.now() - typed < TYPING_EACH || !line.say({ type: 'typing' })) return;
      typed = Date.now();
    },
    older: () => void older(parts),
    dismissGreeting: () => set({ greets: false }),
    file: (mediaId, preview) => seat.with((token) => net.file(token, `/files/${encodeURIComponent(mediaId)}${preview ? '/preview' : ''}`)),
    draft: () => memory.get('draft') ?? '',
    keepDraft: (text) => memory.set('draft', text === '' ? null : text),
  };
}
