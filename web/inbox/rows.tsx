import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../words';
import { LeftOver, NewAbove, OnlyChanged } from './above';
import { useChoosing } from './bulk/use-choosing';
import type { List, Shown } from './lists';
import { nextPlace } from './moves';
import { keepFocus, openPressed, rowUnder } from './press';
import { Row, rowId } from './row';
import { SkeletonRow } from './skeleton';
import { useSwiping } from './swiping';
import { useAhead } from './use-ahead';
import { useCalm } from './use-calm';
import { useFrame } from './use-frame';
import { useWatched } from './use-watched';

interface Props {
  readonly list: List;
  readonly shown: Shown;
  readonly view: string;
  readonly openId: string | undefined;
  readonly onOpenByKey: () => void;
}

/** How many rows before the end the next page is asked for. */
const AHEAD = 25;

/** The tickets: one stop of Tab, arrows inside. Only those in sight are there. */
export function Rows({ list, shown, view, openId, onOpenByKey }: Props) {
  const { inbox } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const [atId, setAt] = useState<string | null>(null);
  const [byKeys, setByKeys] = useState(false);
  const { gone, cursor, above, only } = shown;
  const ids = useMemo(() => (only ? shown.ids.filter((id) => only.has(id)) : shown.ids), [shown.ids, only]);
  const height = useFrame() === 'phone' ? 92 : 80;
  const at = Math.max(0, ids.indexOf(atId ?? openId ?? ''));
  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 6,
    getItemKey: (index) => ids[index] ?? index,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row of another height is another place for all
  useEffect(() => rows.measure(), [rows, height]);
  const openAt = openId === undefined ? -1 : ids.indexOf(openId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another ticket leads there, not another place of the same
  useEffect(() => {
    if (openAt >= 0) rows.scrollToIndex(openAt);
  }, [openId]);
  const seen = rows.getVirtualItems();
  const last = seen.at(-1)?.index ?? 0;
  useEffect(() => {
    if (cursor !== null && !only && last >= ids.length - AHEAD) list.more();
  }, [list, last, ids.length, cursor, only]);
  useWatched(seen.map(({ index }) => ids[index] ?? ''));
  const calm = useCalm(list);
  const { handlers, under, acting } = useSwiping();
  const ahead = useAhead();
  const choosing = useChoosing(list, ids);
  const go = useNavigate();
  const suffix = useRouterState({ select: ({ location }) => location.searchStr });
  const open = (id: string) => void go({ to: '/inbox/$view/{-$ticketId}', params: { view, ticketId: id }, search: true });
  const onKeyDown = (event: KeyboardEvent) => {
    const id = ids[at];
    if (event.key === 'Enter' && id !== undefined) {
      event.preventDefault();
      onOpenByKey();
      return open(id);
    }
    const next =
      event.altKey || event.ctrlKey || event.metaKey ? null : nextPlace(event.key, at, ids.length, rows.scrollRect?.height ?? 0, height);
    if (choosing.key(event, id, ids[next ?? -1]) || next === null) return;
    event.preventDefault();
    setAt(ids[next] ?? null);
    setByKeys(true);
    ahead(ids[next]);
    rows.scrollToIndex(next);
  };
  return (
    <div className="rowsbox">
      {only ? <OnlyChanged count={ids.length} onShowAll={list.showAll} /> : null}
      {above.size > 0 ? <NewAbove count={above.size} onShow={() => toTop(list, box.current)} /> : null}
      <div
        ref={box}
        className={`rows ${byKeys ? 'bykeys' : ''}`}
        role="listbox"
        aria-label={inbox.list}
        aria-multiselectable={choosing.chosen.on || undefined}
        aria-busy={shown.phase === 'more'}
        aria-activedescendant={ids[at] === undefined ? undefined : rowId(ids[at])}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerOver={(event) => event.pointerType === 'mouse' && ahead(rowUnder(event))}
        onFocus={({ target }) => setByKeys(target.matches(':focus-visible'))}
        onMouseDown={(event) => {
          keepFocus(event, box.current, setAt);
          setByKeys(false);
        }}
        onClick={(event) => choosing.press(event) || openPressed(event, open)}
        {...handlers}
        {...calm}
      >
        <div className="all" style={{ height: rows.getTotalSize() + (cursor === null ? 0 : height) }}>
          {under}
          {seen.map(({ index, start, key }) => (
            <Row
              key={key}
              id={ids[index] ?? ''}
              href={`/inbox/${view}/${ids[index]}${suffix}`}
              place={index + 1}
              of={cursor === null ? ids.length : -1}
              open={ids[index] === openId}
              chosen={choosing.chosen.on ? choosing.chosen.ids.has(ids[index] ?? '') : null}
              at={index === at}
              gone={gone.has(ids[index] ?? '')}
              top={start}
              queued={view === 'queue'}
            />
          ))}
          {cursor !== null ? <SkeletonRow top={ids.length * height} /> : null}
        </div>
      </div>
      {acting}
      {gone.size > 0 ? <LeftOver count={gone.size} onTidy={list.tidy} /> : null}
    </div>
  );
}

function toTop(list: List, box: HTMLDivElement | null): void {
  list.settle();
  box?.scrollTo({ top: 0 });
}
