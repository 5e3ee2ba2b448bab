import type { Chat } from './chat';
import type { Told } from './parts';
import type { Identity } from './wire';

type EventName = 'ready' | 'open' | 'close' | 'unread' | 'message';

/** `window.Relaydesk`: what a page can do with the chat. What it does before the chat is there is done then. */
export interface PageApi {
  open(): void;
  close(): void;
  /** Resolves once the desk knows them; rejects when it does not believe the signature. */
  identify(identity: Identity): Promise<void>;
  signOut(): Promise<void>;
  /** Returns what stops it. */
  on(event: EventName, then: (told?: unknown) => void): () => void;
  /** Does something with the API now; before the script has come, `window.Relaydesk` may be an array of such functions. */
  push(act: (api: PageApi) => void): void;
}

/** `tell` passes on what has happened; what a page throws then is its own business. */
export function openPageApi(chat: Promise<Chat>): { readonly api: PageApi; tell(told: Told | { readonly type: 'ready' }): void } {
  const listeners = new Map<EventName, Set<(told?: unknown) => void>>();
  const tell = (told: Told | { readonly type: 'ready' }) => {
    for (const then of listeners.get(told.type) ?? []) queueMicrotask(() => then(saidOf(told)));
  };
  const api: PageApi = {
    open: () => void chat.then((one) => one.open()),
    close: () => void chat.then((one) => one.close()),
    identify: async (identity) => (await chat).identify(identity),
    signOut: async () => (await chat).signOut(),
    on(event, then) {
      const those = listeners.get(event) ?? new Set();
      listeners.set(event, those.add(then));
      return () => void those.delete(then);
    },
    push: (act) => act(api),
  };
  return { api, tell };
}

function saidOf(told: Told | { readonly type: 'ready' }): unknown {
  if (told.type === 'unread') return told.count;
  if (told.type !== 'message') return undefined;
  const { id, by, name, content } = told.message;
  return { id, by, name, text: content?.type === 'text' ? content.text : null };
}
