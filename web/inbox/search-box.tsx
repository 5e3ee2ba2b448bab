import { useEffect, useRef } from 'react';
import { Icon } from '../parts/icon';
import { useTyped } from '../parts/use-typed';
import { useWords } from '../words';
import { useAddress, useNarrow } from './use-address';

/** Looks everywhere for a number, a name, a phone, an @name or words, a moment after the last key. */
export function SearchBox({ onLeave }: { readonly onLeave: () => void }) {
  const { search } = useAddress();
  const narrow = useNarrow();
  const { inbox } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useTyped(search.q ?? '', (q) => narrow({ q: q || undefined }));
  useEffect(() => field.current?.focus(), []);
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
