import { useEffect, useState } from 'react';

/** What a browser's timer takes at most. */
const LONGEST = 2 ** 31 - 1;

/** Draws whoever asks once more at this moment; null = not at all. */
export function useDrawnAt(at: number | null): void {
  const [, draw] = useState(0);
  useEffect(() => {
    if (at === null) return;
    const timer = setTimeout(() => draw((times) => times + 1), Math.min(LONGEST, Math.max(0, at - Date.now()) + 20));
    return () => clearTimeout(timer);
  }, [at]);
}
