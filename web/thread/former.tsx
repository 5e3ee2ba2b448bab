import { useId, useState } from 'react';
import type { Message } from '../api/types';
import { useWords } from '../words';
import { useTimes } from '../words/times';
import { saidBy } from './said';

/** What a message said before it was edited, for who asks. */
export function Former({ former }: { readonly former: NonNullable<Message['former']> }) {
  const words = useWords();
  const times = useTimes();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { show, hide, until } = words.thread.wordings;
  return (
    <div className="former">
      <button type="button" className="btn quiet small" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {open ? hide : show}
      </button>
      <ol id={id} hidden={!open}>
        {former.map((one) => (
          <li key={one.until}>
            <bdi>{saidBy(one.content, words)}</bdi> <span className="sm mute nw">{until(times.clock(one.until))}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
