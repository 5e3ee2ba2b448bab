import type { KeyboardEvent } from 'react';
import { stepTo } from '../steps';

/** Arrows go from card to card, over the columns. */
export function useWalk(): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    const card = (event.target as HTMLElement).closest<HTMLElement>('.bc');
    if (!card || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const columns = [...event.currentTarget.querySelectorAll('.colm')].map((column) => [...column.querySelectorAll<HTMLElement>('.bc')]);
    const column = columns.findIndex((cards) => cards.includes(card));
    const at = { column, place: columns[column]?.indexOf(card) ?? 0 };
    const to = stepTo(
      event.key,
      at,
      columns.map(({ length }) => length),
      document.documentElement.dir === 'rtl',
    );
    if (!to) return;
    event.preventDefault();
    columns[to.column]?.[to.place]?.focus();
  };
}
