import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type MouseEvent, type PointerEvent, type RefObject, useRef } from 'react';
import { ticketNow } from '../live/tickets';
import type { Column } from './columns';
import { columnAt, dragFrom } from './drag';
import { sideways, stepTo } from './steps';
import type { Moves } from './use-moves';

interface Hands {
  readonly board: RefObject<HTMLDivElement | null>;
  /** The card in the hand. */
  readonly ghost: RefObject<HTMLDivElement | null>;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
}

/** What pointers and keys do on the board: all of it is heard in one place. */
export function useHands(columns: readonly Column[], moves: Moves): Hands {
  const board = useRef<HTMLDivElement>(null);
  const ghost = useRef<HTMLDivElement>(null);
  const now = useRef(moves);
  now.current = moves;
  const go = useNavigate();

  const onPointerDown = (event: PointerEvent) => {
    const card = cardAt(event.target);
    if (!card?.classList.contains('movable') || event.button !== 0 || !board.current) return;
    const grip = card.getBoundingClientRect();
    const [dx, dy] = [event.clientX - grip.left, event.clientY - grip.top];
    const move = (x: number, y: number): void => {
      if (ghost.current) ghost.current.style.transform = `translate(${x - dx}px, ${y - dy}px)`;
      if (ghost.current) ghost.current.style.width = `${grip.width}px`;
      const column = columnAt(x, y);
      if (column !== null) now.current.over(column);
    };
    dragFrom(event.nativeEvent, board.current, {
      lift: () => now.current.lift({ ...standing(card), how: 'pointer' }),
      move: (x, y) => requestAnimationFrame(() => move(x, y)),
      drop: (x, y) => (columnAt(x, y) === null ? now.current.cancel() : now.current.drop(x, y)),
      cancel: () => now.current.cancel(),
    });
  };

  const walk = (event: KeyboardEvent, card: HTMLElement) => {
    const { ticketId, from } = standing(card);
    const idsOf = (key: string) => moves.places.get(key)?.list.now().ids ?? [];
    const at = { column: columns.findIndex(({ key }) => key === from), place: idsOf(from).indexOf(ticketId) };
    const to = stepTo(
      event.key,
      at,
      columns.map(({ key }) => idsOf(key).length),
      isRtl(),
    );
    const column = to && columns[to.column]?.key;
    const id = to && column ? idsOf(column)[to.place] : undefined;
    if (!column || id === undefined) return;
    event.preventDefault();
    moves.places.get(column)?.focus(id);
  };

  const carry = (event: KeyboardEvent, card: HTMLElement, over: string) => {
    const by = sideways(event.key, isRtl());
    const next = columns[columns.findIndex(({ key }) => key === over) + by];
    if (event.key === 'Tab') return moves.cancel();
    event.preventDefault();
    if (event.key === 'Escape') moves.cancel();
    else if (event.key === ' ' || event.key === 'Enter') moves.drop(...below(card));
    else if (by !== 0 && next) {
      moves.over(next.key);
      board.current?.querySelector(`[data-column="${CSS.escape(next.key)}"]`)?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const card = (event.target as HTMLElement).closest<HTMLElement>('a[data-ticket]');
    if (!card || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (moves.lifted) return carry(event, card, moves.lifted.over);
    if (event.key !== ' ') return walk(event, card);
    event.preventDefault();
    if (card.classList.contains('movable')) moves.lift({ ...standing(card), how: 'keys' });
  };

  const onClick = (event: MouseEvent) => {
    const menu = (event.target as HTMLElement).closest<HTMLElement>('[data-menu]');
    if (menu?.dataset.menu) {
      const [x, y] = below(menu);
      return moves.open({ ticketId: menu.dataset.menu, shows: 'card', x, y });
    }
    const id = cardAt(event.target)?.dataset.ticket;
    if (id === undefined || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const view = ticketNow(id)?.status === 'closed' ? 'closed' : 'open';
    void go({ to: '/inbox/$view/{-$ticketId}', params: { view, ticketId: id } });
  };

  return { board, ghost, onPointerDown, onKeyDown, onClick };
}

const cardAt = (target: EventTarget): HTMLElement | null => (target as HTMLElement).closest<HTMLElement>('a[data-ticket]');

const isRtl = (): boolean => document.documentElement.dir === 'rtl';

/** The point where a menu about this begins. */
function below(element: HTMLElement): [x: number, y: number] {
  const { left, bottom } = element.getBoundingClientRect();
  return [left, bottom];
}

function standing(card: HTMLElement): { ticketId: string; from: string; over: string } {
  const column = card.closest<HTMLElement>('[data-column]')?.dataset.column ?? '';
  return { ticketId: card.dataset.ticket ?? '', from: column, over: column };
}
