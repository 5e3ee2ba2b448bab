/** The tickets that people have chosen to do one thing to. */
export interface Chosen {
  readonly ids: ReadonlySet<string>;
  /** Where a range begins. */
  readonly anchor: string | null;
  /** Rows are chosen by a press: asked for, or begun by choosing one. */
  readonly on: boolean;
}

export const NONE: Chosen = { ids: new Set(), anchor: null, on: false };

/** One more, or one less; without any the choosing is over. */
export function toggled({ ids }: Chosen, id: string): Chosen {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id, on: next.size > 0 };
}

/** All from the last one that was chosen up to this one, in the order of the list, beside those that are chosen. */
export function ranged({ ids, anchor }: Chosen, list: readonly string[], id: string): Chosen {
  const [from, to] = [list.indexOf(anchor ?? id), list.indexOf(id)];
  if (to < 0) return { ids, anchor, on: ids.size > 0 };
  const range = from < 0 ? [id] : list.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...ids, ...range]), anchor: from < 0 ? id : anchor, on: true };
}

/** These and no others. */
export const only = (ids: readonly string[]): Chosen => (ids.length === 0 ? NONE : { ids: new Set(ids), anchor: ids[0] ?? null, on: true });
