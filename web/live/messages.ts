import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { get } from '../api/ask';
import type { Message, Page } from '../api/types';
import { onLive, onReturn, watch } from './link';
import { highestRev, type MessageLog, merged, throughWith, withoutOlder } from './message-log';

/** A chat as far as it was read. */
export interface ChatNow {
  /** Oldest first. */
  readonly messages: MessageLog;
  /** `ready` stays while older pages and what was missed are read. */
  readonly state: 'loading' | 'ready' | 'failed';
  readonly error: unknown;
  /** `none`: the first message of the chat is here. */
  readonly older: 'none' | 'more' | 'loading' | 'failed';
}

interface Kept {
  now: ChatNow;
  cursor: string | null;
  /** Every change up to this `rev` is known. */
  through: number;
  catching: Promise<void> | null;
  shown: number;
  readonly watchers: Set<() => void>;
}

const KEPT = 20;
const PAGE = 50;
const MOST = 200;
/** What changes between our first read and the moment when the server knows that we watch. */
const LOOK_AGAIN = 1_000;
const NOTHING: ChatNow = { messages: [], state: 'loading', error: null, older: 'none' };

const chats = new Map<string, Kept>();
let listening = false;

const kept = (chatId: string): Kept => {
  const chat = chats.get(chatId) ?? {
    now: NOTHING,
    cursor: null,
    through: 0,
    catching: null,
    shown: 0,
    watchers: new Set<() => void>(),
  };
  chats.delete(chatId);
  chats.set(chatId, chat);
  return chat;
};

function become(chat: Kept, change: Partial<ChatNow>): void {
  chat.now = { ...chat.now, ...change };
  for (const wake of chat.watchers) wake();
}

function put(chat: Kept, messages: readonly Message[]): void {
  const fitting = chat.cursor === null ? messages : withoutOlder(chat.now.messages, messages);
  const log = merged(chat.now.messages, fitting);
  if (log !== chat.now.messages) become(chat, { messages: log });
}

type Hear = (message: Message) => void;
const writers = new Set<Hear>();

/** Told of what was written or done on this page, when the server has answered. */
export function onWritten(hear: Hear): () => void {
  writers.add(hear);
  return () => writers.delete(hear);
}

/** Keeps what the server answered here; an older state of a message changes nothing. Chats that nobody has opened are left alone. */
export function putMessages(messages: readonly Message[]): void {
  for (const message of messages) {
    const chat = chats.get(message.chatId);
    if (chat?.now.state !== 'ready') continue;
    put(chat, [message]);
    for (const tell of writers) tell(message);
  }
}

const pageOf = (chatId: string, query: string): Promise<Page<Message>> => get<Page<Message>>(`/chats/${chatId}/messages?${query}`);

async function readFirst(chatId: string, chat: Kept): Promise<void> {
  become(chat, { state: 'loading', error: null });
  try {
    const { data, nextCursor } = await pageOf(chatId, `limit=${PAGE}`);
    chat.cursor = nextCursor;
    chat.through = highestRev(data);
    become(chat, { messages: merged([], data), state: 'ready', older: nextCursor === null ? 'none' : 'more' });
  } catch (error) {
    become(chat, { state: 'failed', error });
  }
}

/** Reads what was written and changed since we knew all, until nothing is left. */
function catchUp(chatId: string, chat: Kept): Promise<void> {
  chat.catching ??= readMissed(chatId, chat)
    .catch(() => undefined)
    .finally(() => {
      chat.catching = null;
    });
  return chat.catching;
}

async function readMissed(chatId: string, chat: Kept): Promise<void> {
  for (;;) {
    const { data } = await pageOf(chatId, `after=${chat.through}&limit=${MOST}`);
    if (data.length === 0) return;
    put(chat, data);
    chat.through = highestRev(data, chat.through);
  }
}

/** Reads the page before the oldest that we have; once at a time. */
async function readOlder(chatId: string, limit: number): Promise<void> {
  const chat = kept(chatId);
  const { cursor } = chat;
  if (cursor === null || chat.now.older === 'loading') return;
  become(chat, { older: 'loading' });
  try {
    const { data, nextCursor } = await pageOf(chatId, `limit=${limit}&cursor=${encodeURIComponent(cursor)}`);
    chat.cursor = nextCursor;
    become(chat, { messages: merged(chat.now.messages, data), older: nextCursor === null ? 'none' : 'more' });
  } catch {
    become(chat, { older: 'failed' });
  }
}

function refresh(chatId: string, chat: Kept): void {
  if (chat.now.state === 'ready') void catchUp(chatId, chat);
  else void readFirst(chatId, chat);
}

function hear(message: Message): void {
  const chat = chats.get(message.chatId);
  if (chat?.now.state !== 'ready') return;
  put(chat, [message]);
  if (chat.shown > 0 && chat.catching === null) chat.through = throughWith(chat.through, message.rev);
}

function listen(): void {
  if (listening) return;
  listening = true;
  onLive<Message>('message.created', hear);
  onLive<Message>('message.updated', hear);
  onReturn(() => {
    for (const [chatId, chat] of chats) if (chat.shown > 0) refresh(chatId, chat);
  });
}

/** Shows a chat: what is announced of it is heard while anybody does. Of those not shown the last twenty are kept. */
function show(chatId: string): () => void {
  listen();
  const chat = kept(chatId);
  chat.shown += 1;
  const unwatch = watch({ chats: [chatId] });
  refresh(chatId, chat);
  const again = setTimeout(() => chat.now.state === 'ready' && void catchUp(chatId, chat), LOOK_AGAIN);
  return () => {
    clearTimeout(again);
    unwatch();
    chat.shown -= 1;
    forgetOldest();
  };
}

function forgetOldest(): void {
  for (const [chatId, { shown }] of chats) {
    if (chats.size <= KEPT) return;
    if (shown === 0) chats.delete(chatId);
  }
}

/** Reads a chat that is likely to be opened next; one that is kept already is left alone. */
export function readAhead(chatId: string): void {
  if (chats.has(chatId)) return;
  listen();
  void readFirst(chatId, kept(chatId));
  forgetOldest();
}

/** What is here of a chat, oldest first. */
export const messagesNow = (chatId: string): MessageLog => chats.get(chatId)?.now.messages ?? [];

export interface OpenChat extends ChatNow {
  /** Reads one page further back. */
  readonly readOlder: (limit?: number) => Promise<void>;
  /** After a failure. */
  readonly again: () => void;
}

/** The messages of a chat, read once and then kept by the live link. */
export function useChat(chatId: string): OpenChat {
  useEffect(() => show(chatId), [chatId]);
  const join = useCallback(
    (wake: () => void) => {
      const { watchers } = kept(chatId);
      watchers.add(wake);
      return () => watchers.delete(wake);
    },
    [chatId],
  );
  const now = useSyncExternalStore(join, () => chats.get(chatId)?.now ?? NOTHING);
  const older = useCallback((limit = PAGE) => readOlder(chatId, limit), [chatId]);
  const again = useCallback(() => refresh(chatId, kept(chatId)), [chatId]);
  return { ...now, readOlder: older, again };
}
