import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { List, Shown } from '../inbox/lists';
import { useWords } from '../words';
import { Card } from './card';
import type { Column } from './columns';
import type { Moves } from './use-moves';

interface Props {
  readonly column: Column;
  readonly list: List;
  readonly shown: Shown;
  readonly moves: Moves;
}

const HEIGHT = 95;
/** How many cards before the end the next page is asked for. */
const AHEAD = 20;

/** The cards of one column: one stop of Tab, arrows inside. Only those in sight are there, and the one with the focus. */
export function Cards({ column, list, shown: { ids, gone, cursor, phase }, moves }: Props) {
  const { board } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [atId, setAt] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);
  const { lifted, places } = moves;
  const stays = [ids.indexOf(atId ?? ''), ids.indexOf(lifted?.ticketId ?? '')].filter((index) => index >= 0);
  const cards = useVirtualizer({
    count: ids.length,
    getScrollElement: () => box.current,
    estimateSize: () => HEIGHT,
    overscan: 4,
    getItemKey: (index) => ids[index] ?? index,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), ...stays])].sort((one, other) => one - other),
  });
  const seen = cards.getVirtualItems();
  const last = seen.at(-1)?.index ?? 0;
  useEffect(() => {
    if (!column.ended && cursor !== null && last >= ids.length - AHEAD) list.more();
  }, [column.ended, list, last, ids.length, cursor]);
  useEffect(() => {
    const focus = (id: string) => {
      wanted.current = id;
      setAt(id);
      const index = list.now().ids.indexOf(id);
      if (index >= 0) cards.scrollToIndex(index);
      cardOf(box.current, id)?.focus();
    };
    places.set(column.key, { list, focus });
    return () => void places.delete(column.key);
  }, [places, column.key, list, cards]);
  // What is to have the focus may only now be there.
  useEffect(() => {
    const card = wanted.current === null ? null : cardOf(box.current, wanted.current);
    if (!card) return;
    wanted.current = null;
    card.focus({ preventScroll: true });
  });
  const stop = ids.includes(atId ?? '') ? atId : ids[0];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer only holds the cards still
    <div
      ref={box}
      className="cards"
      onPointerEnter={() => list.free(false)}
      onPointerLeave={() => {
        list.free(true);
        list.tidy();
      }}
      onFocus={(event) => setAt((event.target as HTMLElement).closest('li')?.querySelector('a')?.dataset.ticket ?? null)}
    >
      {ids.length === 0 ? <p className="mute sm none">{board.none}</p> : null}
      <ul style={{ height: cards.getTotalSize() }} aria-busy={phase === 'more'}>
        {seen.map(({ index, start }) => {
          const id = ids[index] ?? '';
          return (
            <Card
              key={id}
              id={id}
              top={start}
              place={index + 1}
              of={cursor === null ? ids.length : -1}
              at={id === stop}
              lifted={lifted?.ticketId === id}
              gone={gone.has(id)}
              movable={column.kind === 'stage'}
            />
          );
        })}
      </ul>
      {column.ended && cursor !== null ? (
        <button type="button" className="btn small older" disabled={phase === 'more'} onClick={list.more}>
          {board.older}
        </button>
      ) : null}
    </div>
  );
}

const cardOf = (box: HTMLElement | null, id: string): HTMLElement | null =>
  box?.querySelector<HTMLElement>(`a[data-ticket="${CSS.escape(id)}"]`) ?? null;
