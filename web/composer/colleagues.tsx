import { useEffect, useRef } from 'react';
import { Face } from '../parts/face';
import { useWords } from '../words';
import type { Naming } from './use-naming';

/** Keeps the caret in the text while a pointer chooses. */
const keepCaret = (event: { preventDefault: () => void }) => event.preventDefault();

/** The colleagues above the text; the keys stay in the text. */
export function Colleagues({ naming: { id, matches, at, choose, point } }: { readonly naming: Naming }) {
  const { together } = useWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press here must not take the caret
    <div className="menu canned" onPointerDown={keepCaret} onMouseDown={keepCaret}>
      <div className="options" id={id} role="listbox" aria-label={together.agents} ref={list} tabIndex={-1}>
        {matches.map((agent, row) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard where the caret is
          <div
            key={agent.id}
            id={`${id}-${row}`}
            role="option"
            tabIndex={-1}
            aria-selected={row === at}
            className={`it ${row === at ? 'on' : ''}`}
            onPointerMove={() => row === at || point(row)}
            onClick={() => choose(agent)}
          >
            <Face name={agent.name} id={agent.id} size={20} presence={agent.presence} />
            <bdi className="grow cut">{agent.name}</bdi>
          </div>
        ))}
      </div>
      <span className="unseen" role="status">
        {together.found(matches.length)}
      </span>
    </div>
  );
}
