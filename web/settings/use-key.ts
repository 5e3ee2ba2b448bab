import { useRef } from 'react';
import { freshKey } from '../api/fresh-key';

/** The Idempotency-Key of what is being made: the same words again have the same key, so that a lost answer makes nothing twice. */
export function useKey() {
  const last = useRef({ words: '', key: '' });
  return {
    of: (body: unknown): string => {
      const words = JSON.stringify(body);
      if (last.current.words !== words) last.current = { words, key: freshKey() };
      return last.current.key;
    },
    /** Once it is made, the same words make another. */
    forget: () => {
      last.current = { words: '', key: '' };
    },
  };
}
