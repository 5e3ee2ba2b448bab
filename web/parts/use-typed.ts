import { useEffect, useRef, useState } from 'react';

const PAUSE = 250;

/**
 * What stands in a search box, and how it is changed: a moment after the last key it is looked for, and
 * at once when nothing is left of it: who leaves right then leaves no filter behind. It follows an address that changes by itself.
 */
export function useTyped(q: string, onLook: (q: string) => void): readonly [string, (text: string) => void] {
  const [text, setText] = useState(q);
  const told = useRef(q);
  useEffect(() => {
    if (q === told.current) return;
    told.current = q;
    setText(q);
  }, [q]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the pause
  useEffect(() => {
    const next = text.trim();
    if (next === told.current) return;
    const timer = setTimeout(() => {
      told.current = next;
      onLook(next);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const change = (typed: string) => {
    setText(typed);
    if (typed !== '' || told.current === '') return;
    told.current = '';
    onLook('');
  };
  return [text, change];
}
