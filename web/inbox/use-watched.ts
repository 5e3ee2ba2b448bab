import { useEffect } from 'react';
import { watch } from '../live/link';

/** Tells the live link which tickets are in sight, a moment after scrolling ends. */
export function useWatched(ids: readonly string[]): void {
  const text = ids.join(' ');
  useEffect(() => {
    let end: (() => void) | null = null;
    const timer = setTimeout(() => {
      end = watch({ tickets: text === '' ? [] : text.split(' ') });
    }, 300);
    return () => {
      clearTimeout(timer);
      end?.();
    };
  }, [text]);
}
