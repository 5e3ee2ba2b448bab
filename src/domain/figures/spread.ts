/** How durations spread, in whole seconds; null where there are none. */
export interface Spread {
  readonly n: number;
  readonly sum: number;
  readonly median: number | null;
  readonly p90: number | null;
}

export interface Bar {
  /** Seconds, included; null = longer than all others. */
  readonly to: number | null;
  readonly n: number;
}

/** Values in parts, each in order. */
export type Ordered = readonly Uint32Array[];

interface Grouped {
  /** The group of each value. */
  readonly groups: Uint32Array;
  readonly values: Float64Array;
}

/** The values of each of so many groups in order. All of them lie in one piece of memory, of which each group gets as much as it needs. */
export function orderedIn(groups: number, parts: readonly Grouped[]): Ordered {
  const ends = new Uint32Array(groups + 1);
  for (const part of parts) for (const group of part.groups) ends[group + 1] = (ends[group + 1] as number) + 1;
  for (let group = 0; group < groups; group++) ends[group + 1] = (ends[group + 1] as number) + (ends[group] as number);
  const all = new Uint32Array(ends[groups] as number);
  const next = ends.slice();
  for (const part of parts)
    for (let at = 0; at < part.values.length; at++) {
      const group = part.groups[at] as number;
      all[next[group] as number] = part.values[at] as number;
      next[group] = (next[group] as number) + 1;
    }
  return Array.from({ length: groups }, (_, group) => all.subarray(ends[group], ends[group + 1]).sort());
}

const sizeOf = (parts: Ordered): number => parts.reduce((size, { length }) => size + length, 0);

/** Median and 90th percentile by nearest rank: the smallest value with at least so many of all values at or below it. */
export function spreadOf(parts: Ordered): Spread {
  const n = sizeOf(parts);
  const sum = parts.reduce((sum, part) => part.reduce((sum, value) => sum + value, sum), 0);
  return { n, sum, median: ranked(parts, Math.ceil((n * 5) / 10)), p90: ranked(parts, Math.ceil((n * 9) / 10)) };
}

/** The value with this rank, from 1: between the least and the greatest it is searched by how many are not greater. */
function ranked(parts: Ordered, rank: number): number | null {
  if (rank === 0) return null;
  if (parts.length === 1) return parts[0]?.[rank - 1] ?? null;
  let [low, high] = [0, Math.max(...parts.map((part) => part.at(-1) ?? 0))];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (upTo(parts, middle) >= rank) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many lie at or below each bound and above the one before; the last ones above all. */
export function barsOf(parts: Ordered, bounds: readonly number[]): Bar[] {
  const below = bounds.map((bound) => upTo(parts, bound));
  return [...bounds, null].map((to, at) => ({ to, n: (below[at] ?? sizeOf(parts)) - (below[at - 1] ?? 0) }));
}

/** How many values are not greater. */
export const upTo = (parts: Ordered, bound: number): number => parts.reduce((many, part) => many + upToIn(part, bound), 0);

function upToIn(part: Uint32Array, bound: number): number {
  let [low, high] = [0, part.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((part[middle] as number) <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
