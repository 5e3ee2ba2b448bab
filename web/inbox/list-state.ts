import type { Ticket } from '../api/types';
import type { Compare } from './order';

/** One list as it stands on the screen. */
export interface ListState {
  readonly ids: readonly string[];
  /** Still shown, though they fit no more; they go when one leaves or tidies up. */
  readonly gone: ReadonlySet<string>;
  /** They fit, and wait until nothing would move under the reader. */
  readonly above: ReadonlySet<string>;
  /** Shown, and their place is another one by now. */
  readonly moved: ReadonlySet<string>;
  /** Where the next page begins; null: all are here. */
  readonly cursor: string | null;
}

export const NOTHING: ListState = { ids: [], gone: new Set(), above: new Set(), moved: new Set(), cursor: null };

export interface Rules {
  readonly ticket: (id: string) => Ticket | undefined;
  readonly fits: (ticket: Ticket) => boolean;
  readonly compare: Compare;
  /** Whether tickets that newly fit are known to: not in a search. */
  readonly grows: boolean;
}

/** A further page; what is shown already stays where it is. */
export function withPage(state: ListState, page: readonly string[], cursor: string | null): ListState {
  const shown = new Set(state.ids);
  const more = page.filter((id) => !shown.has(id));
  return { ...state, ids: [...state.ids, ...more], above: without(state.above, more), cursor };
}

/** Tickets have changed: who fits no more is marked, who fits anew waits above, who stands elsewhere now is remembered. Nothing moves. */
export function withChanges(state: ListState, changed: readonly string[], rules: Rules): ListState {
  const shown = new Set(state.ids);
  const [gone, above, moved] = [new Set(state.gone), new Set(state.above), new Set(state.moved)];
  for (const id of changed) {
    const ticket = rules.ticket(id);
    const belongs = ticket !== undefined && rules.fits(ticket);
    if (shown.has(id)) {
      if (belongs) gone.delete(id);
      else gone.add(id);
      if (belongs) moved.add(id);
    } else if (belongs && rules.grows && !isBeyond(state, ticket, rules)) above.add(id);
    else above.delete(id);
  }
  return { ...state, gone, above, moved };
}

/** A ticket of a page that is not loaded yet comes with that page. */
function isBeyond({ ids, cursor, gone }: ListState, ticket: Ticket, { ticket: find, compare }: Rules): boolean {
  if (cursor === null) return false;
  const last = find(ids.findLast((id) => !gone.has(id)) ?? '');
  return last !== undefined && compare(ticket, last) > 0;
}

/** Puts everybody into their place. Who fits no more stays, greyed. */
export function settled(state: ListState, rules: Rules): ListState {
  if (state.above.size === 0 && state.moved.size === 0) return state;
  const placed = [...state.above, ...[...state.moved].filter((id) => !state.gone.has(id))];
  const leaving = new Set(placed);
  const ids = state.ids.filter((id) => !leaving.has(id));
  for (const id of placed) {
    const ticket = rules.ticket(id);
    if (ticket) ids.splice(placeIn(ids, ticket, state.gone, rules), 0, id);
  }
  const same = ids.length === state.ids.length && ids.every((id, at) => id === state.ids[at]);
  return { ...state, ids: same ? state.ids : ids, above: new Set(), moved: new Set() };
}

/** By halving; who fits no more stands where it stood and says nothing about the order. */
function placeIn(ids: readonly string[], ticket: Ticket, gone: ReadonlySet<string>, { ticket: find, compare }: Rules): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    let at = middle;
    while (at > low && gone.has(ids[at] as string)) at -= 1;
    const other = gone.has(ids[at] as string) ? undefined : find(ids[at] as string);
    if (other && compare(ticket, other) < 0) high = at;
    else low = middle + 1;
  }
  return low;
}

/** Who fits no more goes. */
export function tidied(state: ListState): ListState {
  if (state.gone.size === 0) return state;
  return { ...state, ids: state.ids.filter((id) => !state.gone.has(id)), gone: new Set(), moved: without(state.moved, [...state.gone]) };
}

/** The same pages were read anew. `free`: things may move; else what is new waits above, and what is gone is greyed. */
export function readAnew(state: ListState, fresh: readonly string[], cursor: string | null, free: boolean): ListState {
  if (free) return { ...NOTHING, ids: fresh, cursor };
  const [now, shown] = [new Set(fresh), new Set(state.ids)];
  return {
    ids: state.ids,
    gone: new Set(state.ids.filter((id) => !now.has(id))),
    above: new Set(fresh.filter((id) => !shown.has(id))),
    moved: new Set(fresh.filter((id) => shown.has(id))),
    cursor,
  };
}

const without = (set: ReadonlySet<string>, some: readonly string[]): ReadonlySet<string> =>
  some.some((id) => set.has(id)) ? new Set([...set].filter((id) => !some.includes(id))) : set;
