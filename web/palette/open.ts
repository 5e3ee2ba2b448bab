import { useSyncExternalStore } from 'react';

let open = false;
const watchers = new Set<() => void>();

function set(next: boolean): void {
  open = next;
  for (const wake of watchers) wake();
}

export const openPalette = (): void => set(true);
export const closePalette = (): void => set(false);

export function usePaletteOpen(): boolean {
  return useSyncExternalStore(
    (wake) => {
      watchers.add(wake);
      return () => watchers.delete(wake);
    },
    () => open,
  );
}
