import { useSyncExternalStore } from 'react';
import type { Action } from '../api/types';

/** What can be refused about a ticket: its actions, and changes of what people decide about it. */
export type Asked = Action | 'stage' | 'change' | 'read';

export interface Refused {
  readonly asked: Asked;
  readonly error: unknown;
}

const known = new Map<string, Refused>();
const watchers = new Set<() => void>();

/** Keeps the last refusal of a ticket until something else is done with it; null forgets it. */
export function keepRefusal(ticketId: string, refused: Refused | null): void {
  if (refused === null && !known.has(ticketId)) return;
  if (refused) known.set(ticketId, refused);
  else known.delete(ticketId);
  for (const wake of watchers) wake();
}

const join = (wake: () => void) => {
  watchers.add(wake);
  return () => watchers.delete(wake);
};

export const useRefusal = (ticketId: string): Refused | undefined => useSyncExternalStore(join, () => known.get(ticketId));
