import { useEffect } from 'react';
import { useWorkspace } from '../api/workspace';
import { useList } from '../inbox/use-list';
import { ProblemLine } from '../parts/problem-line';
import { StatusPill } from '../parts/status-pill';
import { useLanguage, useWords } from '../words';
import { Cards } from './cards';
import type { Column } from './columns';
import { Sketch } from './sketch';
import { useCountsOf } from './use-count';
import type { Moves } from './use-moves';
import { WordLine } from './word-line';

interface Props {
  readonly column: Column;
  readonly moves: Moves;
  /** The only one on the screen: it says what others would. */
  readonly alone: boolean;
}

/** A stage or a status: its name, how many, and its cards. */
export function BoardColumn({ column, moves, alone }: Props) {
  const { board, common } = useWords();
  const { language } = useLanguage();
  const { me } = useWorkspace();
  const { list, shown } = useList(column.query, me.id);
  const counts = useCountsOf(column.query, me.id);
  const count = counts ? counts.open + counts.closed : null;
  const name = column.kind === 'stage' ? column.stage.name : common.statuses[column.status];
  const { lifted, word } = moves;
  const target = lifted !== null && lifted.over === column.key && lifted.from !== column.key;
  const left = shown.gone.size;
  // Who left goes at once, unless somebody has the pointer on the cards: then they wait, greyed.
  useEffect(() => {
    if (left > 0 && !document.querySelector(`[data-column="${CSS.escape(column.key)}"] .cards:hover`)) list.tidy();
  }, [left, list, column.key]);
  return (
    <section className={`colm ${target ? 'target' : ''}`} data-column={column.key} aria-label={board.column(name, count ?? 0)}>
      <header className="colh row">
        {column.kind === 'stage' ? (
          <>
            <span className="swatch" data-color={column.stage.color} />
            <h2 className="cut" dir="auto" title={name}>
              {name}
            </h2>
          </>
        ) : (
          <h2>
            <StatusPill status={column.status} />
          </h2>
        )}
        {count === null ? null : <span className="count">{count.toLocaleString(language)}</span>}
      </header>
      {word && (alone || word.column === column.key) ? <WordLine word={word} onHush={moves.hush} /> : null}
      {shown.error ? (
        <ProblemLine error={shown.error} what={board.notLoaded}>
          <button type="button" className="btn small" onClick={() => void list.again()}>
            {common.problems.again}
          </button>
        </ProblemLine>
      ) : null}
      {shown.phase === 'first' ? shown.error ? null : <Sketch /> : <Cards column={column} list={list} shown={shown} moves={moves} />}
    </section>
  );
}
