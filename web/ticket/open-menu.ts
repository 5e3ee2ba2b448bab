import { useSyncExternalStore } from 'react';

type Name = 'snooze' | 'transfer' | 'more' | 'stage' | 'events';

let open: Name | null = null;
const watchers = new Set<() => void>();

/** Keys open the menu that a pointer would: at most one is open. */
export function openMenu(name: Name | null): void {
  open = name;
  for (const wake of watchers) wake();
}

const join = (wake: () => void) => {
  watchers.add(wake);
  return () => watchers.delete(wake);
};

export function useMenu(name: Name): readonly [boolean, (next: boolean) => void] {
  const opened = useSyncExternalStore(join, () => open === name);
  return [opened, (next) => (next || open === name ? openMenu(next ? name : null) : undefined)];
}
