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

const MANY = 100;

export interface Rules {
  readonly ticket: (id: string) => Ticket | undefined;
  readonly fits: (ticket: Ticket) => boolean;
  readonly compare: Compare;
  /** Whether tickets that newly fit are known to: not in a search. */
  readonly grows: boolean;
}

/** A further page; what is shown already stays where it is. */
export function withPage(state: ListState, page: readonly string[], cursor: string | null): ListState {
  const shown = among(state.ids);
  const more = page.filter((id) => !shown.has(id));
  return { ...state, ids: [...state.ids, ...more], above: without(state.above, more), cursor };
}

/** Tickets have changed: who fits no more is marked, who fits anew waits above, who stands elsewhere now is remembered. Nothing moves. */
export function withChanges(state: ListState, changed: readonly string[], rules: Rules): ListState {
  const shown = among(state.ids);
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

/** Puts everybody into their place. Who fits no more stays, greyed, below whom it stood. */
export function settled(state: ListState, rules: Rules): ListState {
  if (state.above.size === 0 && state.moved.size === 0) return state;
  const moving = new Set([...state.above, ...[...state.moved].filter((id) => !state.gone.has(id))]);
  const ids = state.ids.filter((id) => !moving.has(id) && !state.gone.has(id));
  const all = withLeftOvers(placed(ids, moving, rules), state, moving);
  const same = all.length === state.ids.length && all.every((id, at) => id === state.ids[at]);
  return { ...state, ids: same ? state.ids : all, above: new Set(), moved: new Set() };
}

/** Few go in one by one; for many it is cheaper to sort all. */
function placed(ids: readonly string[], moving: ReadonlySet<string>, rules: Rules): readonly string[] {
  const tickets = [...moving].flatMap((id) => rules.ticket(id) ?? []);
  const all = [...ids];
  if (tickets.length <= MANY) {
    for (const ticket of tickets) all.splice(placeIn(all, ticket, rules), 0, ticket.id);
    return all;
  }
  const known = [...ids.flatMap((id) => rules.ticket(id) ?? []), ...tickets];
  return known.sort(rules.compare).map(({ id }) => id);
}

/** By halving. */
function placeIn(ids: readonly string[], ticket: Ticket, { ticket: find, compare }: Rules): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = find(ids[middle] as string);
    if (other && compare(ticket, other) < 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Each row that fits no more follows the one before it that stays where it is, else the one before it. */
function withLeftOvers(ids: readonly string[], { ids: shown, gone }: ListState, moving: ReadonlySet<string>): readonly string[] {
  if (gone.size === 0) return ids;
  const after = new Map<string | undefined, string[]>();
  let [before, still]: (string | undefined)[] = [];
  for (const id of shown) {
    if (!gone.has(id)) before = id;
    if (!gone.has(id) && !moving.has(id)) still = id;
    if (gone.has(id)) after.set(still ?? before, [...(after.get(still ?? before) ?? []), id]);
  }
  return [...(after.get(undefined) ?? []), ...ids.flatMap((id) => [id, ...(after.get(id) ?? [])])];
}

/** Who fits no more goes. */
export function tidied(state: ListState): ListState {
  if (state.gone.size === 0) return state;
  return { ...state, ids: state.ids.filter((id) => !state.gone.has(id)), gone: new Set(), moved: without(state.moved, [...state.gone]) };
}

/** The same pages were read anew. `free`: things may move; else what is new waits above, and what is gone is greyed. */
export function readAnew(state: ListState, fresh: readonly string[], cursor: string | null, free: boolean): ListState {
  if (free) return { ...NOTHING, ids: fresh, cursor };
  const [now, shown] = [new Set(fresh), among(state.ids)];
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

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The same rows as a set; made once, however often tickets change. */
function among(ids: readonly string[]): ReadonlySet<string> {
  const set = sets.get(ids) ?? new Set(ids);
  sets.set(ids, set);
  return set;
}
