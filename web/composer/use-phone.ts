import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('(max-width: 767px)');

const join = (wake: () => void) => {
  narrow.addEventListener('change', wake);
  return () => narrow.removeEventListener('change', wake);
};

/** Below 768 px one line is all that the box has. */
export const usePhone = (): boolean => useSyncExternalStore(join, () => narrow.matches);
