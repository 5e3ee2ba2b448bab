import { type FocusEvent, useState } from 'react';
import type { Status } from '../../api/types';
import { ProblemLine } from '../../parts/problem-line';
import { StatusPill } from '../../parts/status-pill';
import { useLanguage, useWords } from '../../words';
import { CardOfThen } from './card-then';
import { type BoardThen, type CardThen, type ColumnThen as Column, useFurther } from './read';
import { useClock } from './use-clock';

interface Props {
  readonly board: BoardThen;
  readonly column: Column;
  readonly filters: string;
  readonly onLook: (card: CardThen) => void;
}

/** A stage as it was called then, or a status, with its cards; a stage that was deleted since stands dashed. */
export function ColumnThen({ board, column, filters, onLook }: Props) {
  const { language, words } = useLanguage();
  const { board: says, common } = words;
  const [all, showAll] = useState(false);
  const [stop, setStop] = useState<string | null>(null);
  const { stage, key, tickets } = column;
  const further = useFurther(board, key, filters, all);
  const first = new Set(column.cards.map(({ id }) => id));
  const cards = [...column.cards, ...(further.data?.pages.flatMap(({ data }) => data) ?? []).filter(({ id }) => !first.has(id))];
  const at = cards.some(({ id }) => id === stop) ? stop : cards[0]?.id;
  const name = stage?.name ?? common.statuses[key as Status];
  const more = () => (all ? void further.fetchNextPage() : showAll(true));
  const onFocus = ({ target }: FocusEvent) => setStop((target as HTMLElement).dataset.ticket ?? null);
  return (
    <section className={`colm then ${stage?.deletedAt ? 'gone' : ''}`} aria-label={says.column(name, tickets)}>
      <header className="colh">
        <span className="row">
          {stage ? <span className="swatch" data-color={stage.color} /> : null}
          <h2 className={stage ? 'cut' : undefined} dir="auto" title={stage ? name : undefined}>
            {stage ? name : <StatusPill status={key as Status} />}
          </h2>
          <span className="count">{tickets.toLocaleString(language)}</span>
        </span>
        <Below column={column} />
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only learns which of its cards has the focus */}
      <div className="cards" onFocus={onFocus}>
        {tickets === 0 ? <p className="mute sm none">{says.none}</p> : null}
        <ul>
          {cards.map((card) => (
            <li key={card.id}>
              <CardOfThen card={card} at={card.id === at} by={board.by} onLook={onLook} />
            </li>
          ))}
        </ul>
        {further.error ? <ProblemLine error={further.error} what={says.notLoaded} /> : null}
        {cards.length < tickets && (!all || further.hasNextPage || further.isFetching) ? (
          <button type="button" className="btn small older" disabled={further.isFetching} onClick={more}>
            {cards.length === 0 ? says.past.list(tickets) : says.past.more(tickets - cards.length)}
          </button>
        ) : null}
      </div>
    </section>
  );
}

/** How long its tickets had been in it, and what became of the stage. */
function Below({ column: { stage, medianSeconds } }: { readonly column: Column }) {
  const { board, common } = useWords();
  const { says } = useClock();
  const median = medianSeconds === null ? '' : board.past.median(common.lasting(medianSeconds * 1000));
  if (stage?.deletedAt) return <span className="sm mute block">{board.past.deleted(says.date(Date.parse(stage.deletedAt)))}</span>;
  if (!stage?.renamedTo) return <span className="sm mute block">{median}</span>;
  return (
    <span className="sm mute block cut" title={board.past.renamed(stage.renamedTo)}>
      {median ? `${median} · ` : ''}
      <bdi>{board.past.renamed(stage.renamedTo)}</bdi>
    </span>
  );
}
