import { useEffect, useRef, useState } from 'react';

const APART = 5_000;

/** The same words for who hears the page instead of seeing it: they change at most every five seconds. */
export function useCalmly(says: string): string {
  const [said, say] = useState('');
  const at = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (says === said) return;
    const timer = setTimeout(
      () => {
        at.current = performance.now();
        say(says);
      },
      Math.max(0, at.current + APART - performance.now()),
    );
    return () => clearTimeout(timer);
  }, [says, said]);
  return said;
}
