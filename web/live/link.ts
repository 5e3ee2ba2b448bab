import { useSyncExternalStore } from 'react';
import { io, type Socket } from 'socket.io-client';
import { get, isProblem } from '../api/ask';

/** `since`: milliseconds on this computer's clock. */
export interface Link {
  readonly state: 'connecting' | 'live' | 'offline';
  readonly since: number;
}

/** What one part of the page shows, and so wants to hear of. */
export interface Interest {
  readonly lists?: readonly {
    readonly assignee?: readonly string[];
    readonly status?: readonly string[];
    readonly stage?: readonly string[];
    readonly team?: readonly string[];
    readonly channel?: readonly string[];
  }[];
  readonly tickets?: readonly string[];
  readonly chats?: readonly string[];
  readonly counts?: true;
}

/** Every change of a ticket is told as `ticket.updated`; its other names would only tell it twice. */
const HEARD = [
  'ticket.updated',
  'message.created',
  'message.updated',
  'agent.presence_changed',
  'channel.state_changed',
  'channel.health_changed',
  'report.changed',
  'report.ready',
] as const;

let socket: Socket | null = null;
let link: Link = { state: 'connecting', since: Date.now() };
/** By how much the desk's clock is ahead of this computer's. */
let ahead = 0;
let asked = false;
const watchers = new Set<() => void>();
const interests = new Map<symbol, Interest>();
const handlers = new Map<string, Set<(payload: never) => void>>();
const returns = new Set<(goneFor: number) => void>();
const firsts = new Set<() => void>();

/** Opens the one live link of this page. It comes back by itself; whoever shows something reads anew after a gap. */
export function openLink(): void {
  if (socket) return;
  socket = io({ path: '/socket.io', transports: ['websocket', 'polling'], reconnectionDelay: 500, reconnectionDelayMax: 5_000 });
  socket.on('connect', () => {
    const { state, since } = link;
    become('live');
    announceInterests();
    if (state === 'offline') for (const back of returns) back(Date.now() - since);
    else for (const begin of firsts) begin();
  });
  socket.on('disconnect', (reason) => {
    become('offline');
    // Ended by the desk: nobody comes back from that by themselves.
    if (reason === 'io server disconnect') void isStillIn().then((isIn) => isIn && tryNow());
  });
  socket.on('connect_error', () => {
    become('offline');
    void isStillIn();
  });
  socket.on('hello', ({ serverTime }: { readonly serverTime: string }) => {
    ahead = Date.parse(serverTime) - Date.now();
  });
  socket.onAny((name: string, payload: unknown) => {
    for (const hear of handlers.get(name) ?? []) hear(payload as never);
  });
}

export function closeLink(): void {
  socket?.disconnect();
  socket = null;
  become('connecting');
}

let looking: Promise<boolean> | null = null;

/** A link that is refused does not say why: whether the session is over, the API tells, and everybody who listens to it. */
function isStillIn(): Promise<boolean> {
  looking ??= get('/me')
    .then(
      () => true,
      (problem) => !isProblem(problem, 'unauthenticated'),
    )
    .finally(() => {
      looking = null;
    });
  return looking;
}

/** Asks again now instead of at the next turn. */
export function tryNow(): void {
  // While it waits for its next turn, `connect` alone would wait too.
  socket?.disconnect().connect();
}

function become(state: Link['state']): void {
  if (link.state === state) return;
  link = { state, since: Date.now() };
  for (const wake of watchers) wake();
}

export function useLink(): Link {
  return useSyncExternalStore(
    (wake) => {
      watchers.add(wake);
      return () => watchers.delete(wake);
    },
    () => link,
  );
}

/** Hears one of the announced events (docs/api.md, Live). */
export function onLive<Payload>(name: string, hear: (payload: Payload) => void): () => void {
  const set = handlers.get(name) ?? new Set();
  handlers.set(name, set.add(hear as (payload: never) => void));
  return () => set.delete(hear as (payload: never) => void);
}

/** Told when the link is back, with how long it was gone, in milliseconds. */
export function onReturn(back: (goneFor: number) => void): () => void {
  returns.add(back);
  return () => returns.delete(back);
}

/** Told when the link stands for the first time. */
export function onFirst(begin: () => void): () => void {
  firsts.add(begin);
  return () => firsts.delete(begin);
}

/** Says what is on the screen; the server sends that and no more. Give back what you took. */
export function watch(interest: Interest): () => void {
  const mine = Symbol('interest');
  interests.set(mine, interest);
  announceInterests();
  return () => {
    interests.delete(mine);
    announceInterests();
  };
}

/** Says something to the desk, if it hears us now. */
export function say(name: string, payload: unknown): void {
  if (link.state === 'live') socket?.emit(name, payload);
}

/** The time by the desk's clock, in milliseconds. */
export const deskNow = (): number => Date.now() + ahead;

/** By which the desk knows this page; undefined while it has no link. */
export const socketId = (): string | undefined => (link.state === 'live' ? socket?.id : undefined);

/** Several parts of a page change at once; one word about it is enough. */
function announceInterests(): void {
  if (asked) return;
  asked = true;
  queueMicrotask(() => {
    asked = false;
    if (link.state === 'live') socket?.emit('watch', { ...together([...interests.values()]), events: HEARD });
  });
}

function together(all: readonly Interest[]) {
  return {
    lists: all.flatMap(({ lists = [] }) => lists),
    tickets: [...new Set(all.flatMap(({ tickets = [] }) => tickets))].slice(0, 200),
    chats: [...new Set(all.flatMap(({ chats = [] }) => chats))].slice(0, 20),
    counts: all.some(({ counts }) => counts),
  };
}
