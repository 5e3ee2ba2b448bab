import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useWorkspace } from '../api/workspace';
import { ProblemLine } from '../parts/problem-line';
import { useWords } from '../words';
import type { Picker } from './use-picker';

/** Keeps the caret in the text while a pointer chooses. */
const keepCaret = (event: { preventDefault: () => void }) => event.preventDefault();

/** The canned replies above the text; the keys stay in the text. */
export function Canned({ picker }: { readonly picker: Picker }) {
  const { canned } = useWords().composer;
  const { role } = useWorkspace().me;
  const { matches, some, error } = picker;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press here must not take the caret
    <div className="menu canned" onPointerDown={keepCaret} onMouseDown={keepCaret}>
      {error ? <ProblemLine error={error} what={canned.failed} /> : null}
      {error || matches.length > 0 ? null : <p className="soft nothing">{some ? canned.none : canned.nothing}</p>}
      {matches.length > 0 ? <Options picker={picker} /> : null}
      <span className="unseen" role="status">
        {matches.length > 0 ? canned.found(matches.length) : ''}
      </span>
      {role === 'admin' ? (
        <Link className="link sm manage" to="/settings/{-$section}" params={{ section: 'canned' }}>
          {canned.manage}
        </Link>
      ) : null}
    </div>
  );
}

function Options({ picker: { id, matches, at, wordsOf, choose, point } }: { readonly picker: Picker }) {
  const { canned } = useWords().composer;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <div className="options" id={id} role="listbox" aria-label={canned.label} ref={list} tabIndex={-1}>
      {matches.map((reply, row) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard where the caret is
        <div
          key={reply.id}
          id={`${id}-${row}`}
          role="option"
          tabIndex={-1}
          aria-selected={row === at}
          className={`it ${row === at ? 'on' : ''}`}
          title={wordsOf(reply)}
          onPointerMove={() => row === at || point(row)}
          onClick={() => choose(reply)}
        >
          <span className="grow">
            <span className="block cut">
              <bdi>
                <b>{reply.title}</b>
              </bdi>{' '}
              <bdi className="mute">/{reply.shortcut}</bdi>
            </span>
            <bdi className="soft sm block cut">{wordsOf(reply)}</bdi>
          </span>
        </div>
      ))}
    </div>
  );
}
