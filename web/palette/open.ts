import { useSyncExternalStore } from 'react';

/** What the palette begins with; null while it is closed. */
let begun: string | null = null;
const watchers = new Set<() => void>();

function set(next: string | null): void {
  begun = next;
  for (const wake of watchers) wake();
}

export const openPalette = (): void => set('');
/** With words typed already: `Set stage`. */
export const openPaletteWith = (text: string): void => set(text);
export const closePalette = (): void => set(null);

export function usePalette(): string | null {
  return useSyncExternalStore(
    (wake) => {
      watchers.add(wake);
      return () => watchers.delete(wake);
    },
    () => begun,
  );
}
