import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from 'react';

interface Lifting {
  readonly from: number;
  readonly to: number;
}

interface Asked {
  /** The element whose children are the things, in order. */
  readonly list: RefObject<HTMLElement | null>;
  readonly count: number;
  readonly onLift: (at: number) => void;
  readonly onMove: (from: number, to: number) => void;
  readonly onDrop: (from: number, to: number) => void;
  readonly onCancel: (at: number) => void;
}

/** Things of a list put in order by their handles: dragged, or lifted by Space, moved by arrows, dropped by Space, put back by Esc. */
export function useLifting({ list, count, onLift, onMove, onDrop, onCancel }: Asked) {
  const [lifted, lift] = useState<Lifting | null>(null);
  const now = useRef<Lifting | null>(null);
  const become = (next: Lifting | null) => {
    now.current = next;
    lift(next);
  };
  const begin = (at: number) => {
    become({ from: at, to: at });
    onLift(at);
  };
  const move = (to: number) => {
    const held = now.current;
    const place = Math.max(0, Math.min(count - 1, to));
    if (!held || held.to === place) return;
    become({ ...held, to: place });
    onMove(held.from, place);
  };
  const end = (drops: boolean) => {
    const held = now.current;
    if (!held) return;
    become(null);
    if (drops) onDrop(held.from, held.to);
    else onCancel(held.from);
  };
  const down = (event: PointerEvent<HTMLElement>, at: number) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    begin(at);
  };
  const press = (event: KeyboardEvent<HTMLElement>, at: number) => {
    const act = actFor(event.key, now.current, at, { begin, move, end });
    if (!act) return;
    event.preventDefault();
    act();
  };
  const handle = (at: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => down(event, at),
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (now.current && event.currentTarget.hasPointerCapture(event.pointerId)) move(placeUnder(event.clientY, list.current));
    },
    onPointerUp: () => end(true),
    onPointerCancel: () => end(false),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => press(event, at),
    onBlur: () => now.current?.from === at && end(false),
  });
  return { lifted, handle };
}

interface Acts {
  readonly begin: (at: number) => void;
  readonly move: (to: number) => void;
  readonly end: (drops: boolean) => void;
}

function actFor(key: string, held: Lifting | null, at: number, { begin, move, end }: Acts): (() => void) | null {
  if (key === ' ' || key === 'Enter') return held ? () => end(true) : () => begin(at);
  if (!held) return null;
  if (key === 'ArrowUp') return () => move(held.to - 1);
  if (key === 'ArrowDown') return () => move(held.to + 1);
  if (key === 'Home') return () => move(0);
  if (key === 'End') return () => move(Number.POSITIVE_INFINITY);
  return key === 'Escape' ? () => end(false) : null;
}

/** The place of the row at a height of the window, by where the rows are drawn. */
function placeUnder(y: number, list: HTMLElement | null): number {
  const middles = [...(list?.children ?? [])]
    .map((row) => row.getBoundingClientRect())
    .map(({ top, height }) => top + height / 2)
    .sort((one, other) => one - other);
  const nearest = middles.map((middle) => Math.abs(middle - y));
  return nearest.indexOf(Math.min(...nearest));
}
