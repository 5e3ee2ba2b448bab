import { useEffect, useRef, useState } from 'react';
import { Icon } from '../parts/icon';
import { useWords } from '../words';

const PAUSE = 250;

interface Props {
  readonly q: string | undefined;
  readonly onLook: (q: string) => void;
}

/** Looks a moment after the last key. */
export function Search({ q = '', onLook }: Props) {
  const { contacts } = useWords();
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
  return (
    <div className="finding">
      <label className="input searchbox">
        <Icon name="search" />
        <span className="unseen">{contacts.search}</span>
        <input
          type="search"
          value={text}
          placeholder={contacts.searchHint}
          dir="auto"
          maxLength={256}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
    </div>
  );
}
