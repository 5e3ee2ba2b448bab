import { FACT_KINDS, type FactKind } from './kept';
import type { Gathered, Sums } from './summing';

/** Where in a key of facts stands who has a share. */
const PLACES = { channel: 1, team: 2, agent: 3 } as const;

/** What each agent, team or channel has to do with the facts of a period. */
export interface Shares {
  readonly ids: readonly string[];
  /** How many facts of each kind, by id. */
  readonly times: ReadonlyMap<string, Record<FactKind, number>>;
  /** Of a kind: for the number of each key the place of its id. */
  readonly placeOfKey: Readonly<Record<FactKind, Uint32Array>>;
}

export function sharesOf({ gathered }: Pick<Sums, 'gathered'>, by: keyof typeof PLACES): Shares {
  const places = new Map<string, number>();
  const times = new Map<string, Record<FactKind, number>>();
  const placed = FACT_KINDS.map((kind) => {
    const its = gathered.get(kind) as Gathered;
    const placeOf = (text: string, key: number): number => {
      const id = text.split(' ')[PLACES[by]] ?? '';
      const place = places.get(id) ?? places.size;
      places.set(id, place);
      const known = times.get(id) ?? (Object.fromEntries(FACT_KINDS.map((one) => [one, 0])) as Record<FactKind, number>);
      known[kind] += its.times[key] as number;
      times.set(id, known);
      return place;
    };
    return [kind, Uint32Array.from(its.keys.texts.map(placeOf))];
  });
  return { ids: [...places.keys()], times, placeOfKey: Object.fromEntries(placed) };
}
