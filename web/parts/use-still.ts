import { useSyncExternalStore } from 'react';

const asked = window.matchMedia('(prefers-reduced-motion: reduce)');

const join = (wake: () => void) => {
  asked.addEventListener('change', wake);
  return () => asked.removeEventListener('change', wake);
};

/** Whether this person wants nothing to move by itself. */
export const useStill = (): boolean => useSyncExternalStore(join, () => asked.matches);
