import { type KeyboardEvent, type MouseEvent, useEffect, useMemo } from 'react';
import { rowUnder } from '../press';
import { choose, chosenNow, useChosen } from './choosing';
import { NONE, only, ranged, toggled } from './chosen';

/** How X, Shift and a press choose rows of a list; each answers whether it was meant so. */
export function useChoosing(list: unknown, ids: readonly string[]) {
  const chosen = useChosen();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen goes with its list
  useEffect(() => () => choose(NONE), [list]);
  return useMemo(() => ({ chosen, press: (event: MouseEvent) => pressed(event, ids), key: keyed(ids) }), [chosen, ids]);
}

function pressed(event: MouseEvent, ids: readonly string[]): boolean {
  const id = rowUnder(event);
  if (id === undefined || event.button !== 0 || event.ctrlKey || event.metaKey || event.altKey) return false;
  const now = chosenNow();
  if (!event.shiftKey && !now.on) return false;
  event.preventDefault();
  choose(event.shiftKey ? ranged(now, ids, id) : { ...toggled(now, id), on: true });
  return true;
}

/** `at`: the row where the arrows stand, `next`: where the key would lead. */
const keyed =
  (ids: readonly string[]) =>
  (event: KeyboardEvent, at: string | undefined, next: string | undefined): boolean => {
    const now = chosenNow();
    const then = chosenBy(event, now, { ids, at, next });
    if (!then) return false;
    if (!event.shiftKey) event.preventDefault();
    if (event.key === 'Escape') event.stopPropagation();
    choose(then);
    return event.key !== 'Escape' && !event.shiftKey;
  };

interface Place {
  readonly ids: readonly string[];
  readonly at: string | undefined;
  readonly next: string | undefined;
}

function chosenBy(event: KeyboardEvent, now: typeof NONE, { ids, at, next }: Place): typeof NONE | null {
  const mod = event.ctrlKey || event.metaKey;
  if (event.altKey) return null;
  if (mod) return event.code === 'KeyA' && now.on ? only(ids) : null;
  if (event.key === 'Escape') return now.on ? NONE : null;
  if (event.shiftKey && next !== undefined && at !== undefined)
    return ranged(now.anchor === null ? { ...now, anchor: at } : now, ids, next);
  const toggles = event.code === 'KeyX' || (event.key === ' ' && now.on);
  return toggles && !event.shiftKey && at !== undefined ? toggled(now, at) : null;
}
