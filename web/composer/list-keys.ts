import type { KeyboardEvent } from 'react';

interface Acts {
  readonly at: number;
  readonly count: number;
  readonly point: (at: number) => void;
  readonly dismiss: () => void;
  readonly choose: () => void;
}

/** What a key does to a list that is open above a text in which the caret stays; null: it is not for the list. */
export function keyOfList(
  { key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent,
  { at, count, point, dismiss, choose }: Acts,
): (() => void) | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === 'Escape') return dismiss;
  if (count === 0) return null;
  if (key === 'ArrowDown') return () => point((at + 1) % count);
  if (key === 'ArrowUp') return () => point((at + count - 1) % count);
  return (key === 'Enter' || key === 'Tab') && !shiftKey ? choose : null;
}
