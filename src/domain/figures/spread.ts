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

export const inOrder = (values: readonly number[]): Uint32Array => Uint32Array.from(values).sort();

/** Median and 90th percentile by nearest rank: the smallest value with at least so many of all values at or below it. */
export function spreadOf(ordered: Uint32Array): Spread {
  const n = ordered.length;
  return { n, sum: ordered.reduce((sum, value) => sum + value, 0), median: ranked(ordered, 5), p90: ranked(ordered, 9) };
}

const ranked = (ordered: Uint32Array, tenths: number): number | null => ordered[Math.ceil((ordered.length * tenths) / 10) - 1] ?? null;

/** How many lie at or below each bound and above the one before; the last ones above all. */
export function barsOf(ordered: Uint32Array, bounds: readonly number[]): Bar[] {
  const below = bounds.map((bound) => upTo(ordered, bound));
  return [...bounds, null].map((to, at) => ({ to, n: (below[at] ?? ordered.length) - (below[at - 1] ?? 0) }));
}

/** How many values are not greater. */
export function upTo(ordered: Uint32Array, bound: number): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] as number) <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
