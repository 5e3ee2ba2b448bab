import { useSyncExternalStore } from 'react';

/** What a page found changed after the link had been gone. */
interface Returned {
  readonly changed: number;
  readonly show: () => void;
}

let told: Returned | null = null;
const watchers = new Set<() => void>();

const join = (wake: () => void) => {
  watchers.add(wake);
  return () => watchers.delete(wake);
};

/** The strip above the page says it, and leads there; null: nothing more to say. */
export function tellReturned(returned: Returned | null): void {
  told = returned;
  for (const wake of watchers) wake();
}

export const useReturned = (): Returned | null => useSyncExternalStore(join, () => told);
