import { useEffect, useRef, useState } from 'react';
import { Icon } from '../parts/icon';
import { useWords } from '../words';
import { useAddress, useNarrow } from './use-address';

const PAUSE = 250;

/** Looks everywhere for a number, a name, a phone, an @name or words, a moment after the last key. */
export function SearchBox({ onLeave }: { readonly onLeave: () => void }) {
  const { search } = useAddress();
  const narrow = useNarrow();
  const { inbox } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(search.q ?? '');
  const told = useRef(search.q ?? '');
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if ((search.q ?? '') === told.current) return;
    told.current = search.q ?? '';
    setText(told.current);
  }, [search.q]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the pause
  useEffect(() => {
    const q = text.trim();
    if (q === told.current) return;
    const timer = setTimeout(() => {
      told.current = q;
      narrow({ q: q || undefined });
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <label className="input searchbox">
      <Icon name="search" />
      <span className="unseen">{inbox.search}</span>
      <input
        ref={field}
        type="search"
        value={text}
        placeholder={inbox.searchHint}
        dir="auto"
        maxLength={256}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          if (text === '') onLeave();
          else setText('');
        }}
      />
    </label>
  );
}
