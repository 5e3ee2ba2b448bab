import { useSyncExternalStore } from 'react';
import { type Chosen, NONE } from './chosen';
import type { Outcome } from './outcome';

/** A value that the list and the bar over it share. */
function shared<Value>(first: Value) {
  let now = first;
  const watchers = new Set<() => void>();
  const join = (wake: () => void) => {
    watchers.add(wake);
    return () => watchers.delete(wake);
  };
  return {
    now: () => now,
    become(next: Value): void {
      if (next === now) return;
      now = next;
      for (const wake of watchers) wake();
    },
    use: () => useSyncExternalStore(join, () => now),
  };
}

/** What is chosen belongs to the list that is on the screen: another list begins without any. */
export const { now: chosenNow, become: choose, use: useChosen } = shared<Chosen>(NONE);

/** What is said of the last deed, until it is hidden or another one is begun. */
export const { become: keepOutcome, use: useOutcome } = shared<Outcome | null>(null);
