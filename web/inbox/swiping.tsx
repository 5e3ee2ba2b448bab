import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { ticketNow } from '../live/tickets';
import { Icon } from '../parts/icon';
import { useTicketActions } from '../ticket/actions';
import { shown } from '../ticket/calls';
import { useWords } from '../words';
import { rowId } from './row';
import { acts, begins, type Swiped, swiped } from './swipe';

interface Held {
  readonly id: string;
  readonly row: HTMLElement;
  readonly x: number;
  readonly y: number;
}

interface Swipe {
  readonly id: string;
  readonly verb: Swiped;
  readonly top: number;
  readonly far: boolean;
}

/** A finger that moves a row sideways: handlers for the list, and what is to be seen under the row. */
export function useSwiping() {
  const held = useRef<Held | null>(null);
  const moved = useRef(false);
  const [swipe, setSwipe] = useState<Swipe | null>(null);
  const [act, setAct] = useState<{ readonly id: string; readonly verb: Swiped } | null>(null);
  const end = (event: PointerEvent) => {
    const { current } = held;
    held.current = null;
    if (!current) return;
    current.row.style.translate = '';
    if (swipe && event.type === 'pointerup' && acts(event.clientX - current.x)) setAct({ id: swipe.id, verb: swipe.verb });
    setSwipe(null);
  };
  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      moved.current = false;
      const row = (event.target as HTMLElement).closest<HTMLElement>('[role=option]');
      if (event.pointerType === 'touch' && row)
        held.current = { id: row.id.slice(rowId('').length), row, x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent) => {
      const { current } = held;
      if (!current) return;
      const [dx, dy] = [event.clientX - current.x, event.clientY - current.y];
      if (!moved.current && !begins(dx, dy)) return;
      moved.current = true;
      const verb = swiped(dx, document.documentElement.dir === 'rtl', ticketNow(current.id)?.allowedActions ?? []);
      current.row.style.translate = verb ? `${dx}px` : '';
      const next = verb && { id: current.id, verb, top: current.row.offsetTop + topOf(current.row), far: acts(dx) };
      setSwipe((now) => (now?.verb === next?.verb && now?.far === next?.far ? now : next));
    },
    onPointerUp: end,
    onPointerCancel: end,
    /** A swipe is no press. */
    onClickCapture: (event: { preventDefault(): void; stopPropagation(): void }) => {
      if (!moved.current) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
  const under = swipe ? <Under {...swipe} /> : null;
  return { handlers, under, acting: act ? <Act key={act.id} {...act} onDone={() => setAct(null)} /> : null };
}

/** Rows stand where a transform puts them. */
const topOf = (row: HTMLElement): number => new DOMMatrix(getComputedStyle(row).transform).f;

function Under({ verb, top, far }: Swipe) {
  const { row } = useWords().inbox;
  return (
    <div className={`under ${verb} ${far ? 'far' : ''}`} style={{ transform: `translateY(${top}px)` }} aria-hidden="true">
      <Icon name={verb === 'close' ? 'check' : 'snooze'} />
      {row[verb]}
    </div>
  );
}

/** Does it once; the way back stands in a toast, a refusal in the ticket's own line. */
function Act({ id, verb, onDone }: { readonly id: string; readonly verb: Swiped; readonly onDone: () => void }) {
  const { close, snooze } = useTicketActions(id);
  const done = useRef(false);
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    shown(verb === 'close' ? close() : snooze({ for: 'PT1H' }));
    onDone();
  }, [verb, close, snooze, onDone]);
  return null;
}
