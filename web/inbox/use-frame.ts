import { useSyncExternalStore } from 'react';

/** The frames of the inbox: one column, list and thread, the same with a wide list, all side by side. */
export type Frame = 'phone' | 'narrow' | 'middle' | 'wide';

const STEPS = [
  ['wide', matchMedia('(min-width: 1240px)')],
  ['middle', matchMedia('(min-width: 1040px)')],
  ['narrow', matchMedia('(min-width: 768px)')],
] as const satisfies readonly (readonly [Frame, MediaQueryList])[];

const frameNow = (): Frame => STEPS.find(([, query]) => query.matches)?.[0] ?? 'phone';

function join(wake: () => void): () => void {
  for (const [, query] of STEPS) query.addEventListener('change', wake);
  return () => {
    for (const [, query] of STEPS) query.removeEventListener('change', wake);
  };
}

export const useFrame = (): Frame => useSyncExternalStore(join, frameNow);
