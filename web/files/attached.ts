import { useSyncExternalStore } from 'react';
import type { Adding, Attachment } from './attachment';
import { keyOf } from './kept-under';
import type { AttachmentStore, Notice } from './store';
import type { MediaLimits } from './takes';

const NONE: readonly Attachment[] = [];
const watchers = new Map<string, Set<() => void>>();
let store: AttachmentStore | null = null;
let coming: Promise<AttachmentStore> | null = null;

/** Read with the first file, and where a reload has left some. */
function ready(): Promise<AttachmentStore> {
  coming ??= import('./engine').then(({ openStore }) => {
    store = openStore();
    for (const [ticketId, wakes] of watchers) for (const wake of wakes) tell(store, ticketId, wake);
    return store;
  });
  coming.catch(() => {
    coming = null;
  });
  return coming;
}

function tell(opened: AttachmentStore, ticketId: string, wake: () => void): void {
  opened.watch(ticketId, wake);
  wake();
}

/** What is attached to the replies that are being written in this tab. */
export const attached = {
  now: (ticketId: string): readonly Attachment[] => store?.now(ticketId) ?? NONE,
  add: async (ticketId: string, files: readonly File[], limits: MediaLimits, adding?: Adding) =>
    (await ready()).add(ticketId, files, limits, adding),
  notify: async (ticketId: string, notice: Notice) => (await ready()).notify(ticketId, notice),
  remove: (ticketId: string, id: string) => store?.remove(ticketId, id),
  retry: (ticketId: string, id: string) => store?.retry(ticketId, id),
  move: (ticketId: string, id: string, by: 1 | -1) => store?.move(ticketId, id, by),
  forget: () => store?.forget(),
};

function watch(ticketId: string, wake: () => void): () => void {
  if (store) return store.watch(ticketId, wake);
  const wakes = watchers.get(ticketId) ?? new Set();
  watchers.set(ticketId, wakes.add(wake));
  if (isKept(ticketId)) void ready();
  return () => {
    wakes.delete(wake);
    store?.unwatch(ticketId, wake);
  };
}

function isKept(ticketId: string): boolean {
  try {
    return sessionStorage.getItem(keyOf(ticketId)) !== null;
  } catch {
    return false;
  }
}

const joining = (ticketId: string) => (wake: () => void) => watch(ticketId, wake);

export function useAttached(ticketId: string): readonly Attachment[] {
  return useSyncExternalStore(joining(ticketId), () => attached.now(ticketId));
}

/** Why the last thing was not attached. */
export function useNotice(ticketId: string): Notice | null {
  return useSyncExternalStore(joining(ticketId), () => store?.notice(ticketId) ?? null);
}
