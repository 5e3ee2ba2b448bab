import { FACT_KINDS, type FactKind } from './kept';
import type { Axis, Sums } from './summing';

/** What each agent, team or channel has to do with the facts of a period. */
export interface Shares {
  readonly ids: readonly string[];
  /** How many facts of each kind, by id. */
  readonly times: ReadonlyMap<string, Record<FactKind, number>>;
}

export function sharesOf({ shares }: Pick<Sums, 'shares'>, by: Axis): Shares {
  const { ids, times } = shares[by];
  const timesOf = (place: number) =>
    Object.fromEntries(FACT_KINDS.map((kind) => [kind, times[kind][place] ?? 0])) as Record<FactKind, number>;
  return { ids: ids.texts, times: new Map(ids.texts.map((id, place) => [id, timesOf(place)])) };
}
