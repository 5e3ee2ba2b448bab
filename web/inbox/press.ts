import type { MouseEvent } from 'react';
import { rowId } from './row';

/** A press keeps the keyboard in the list, at the pressed row. */
export function keepFocus(event: MouseEvent, box: HTMLDivElement | null, setAt: (id: string) => void): void {
  const row = (event.target as HTMLElement).closest('[role=option]');
  if (!row || event.button !== 0) return;
  event.preventDefault();
  box?.focus({ preventScroll: true });
  setAt(row.id.slice(rowId('').length));
}

/** Whose row is there. */
export const rowUnder = ({ target }: { readonly target: EventTarget }): string | undefined =>
  (target as HTMLElement).closest('[role=option]')?.id.slice(rowId('').length);

/** A plain press opens in place; with a key held, or by another button, it is a link as any other. */
export function openPressed(event: MouseEvent, open: (id: string) => void): void {
  const row = (event.target as HTMLElement).closest('[role=option]');
  if (!row || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  open(row.id.slice(rowId('').length));
}
