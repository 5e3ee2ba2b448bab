import { actsOf } from './acts';
import { catchUp, heard } from './follow';
import { greetIn } from './greeting';
import { join } from './join';
import { type Line, openLine } from './line';
import { withMessages } from './log';
import { isOfOutbox, type Outbox, openOutbox } from './outbox';
import type { Given, Parts } from './parts';
import { openPlace } from './place';
import { openSeat, type Seated } from './seat';
import { count, look } from './seen';
import { type Acts, restingState, type State } from './state';
import { openUploads } from './uploads';
import type { Config, Identity, Message } from './wire';

export interface Chat extends Acts {
  now(): State;
  identify(identity: Identity): Promise<void>;
  signOut(): Promise<void>;
}

/** A conversation of this browser with the desk. */
export function openChat(given: Given, config: Config): Chat {
  const parts = {} as Parts;
  let state: State = restingState(config);
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
