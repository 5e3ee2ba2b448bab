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

/** Values in order, and of each the place at which it lay before. */
export interface Sorted {
  readonly values: Uint32Array;
  readonly places: Uint32Array;
}

/** Whole numbers are put in order eleven bits at a time. */
const BITS = 11;
const DIGITS = 1 << BITS;

export function sorted(values: Uint32Array): Sorted {
  const places = new Uint32Array(values.length);
  let most = 0;
  for (let at = 0; at < values.length; at++) {
    places[at] = at;
    most = Math.max(most, values[at] as number);
  }
  let done: Sorted = { values, places };
  for (let shift = 0; shift < 32 && most >>> shift > 0; shift += BITS) done = byDigit(done, shift);
  return done;
}

/** Values that are alike in these bits stay as they lie. */
function byDigit({ values, places }: Sorted, shift: number): Sorted {
  const next = new Uint32Array(DIGITS + 1);
  for (let at = 0; at < values.length; at++) {
    const above = (((values[at] as number) >>> shift) & (DIGITS - 1)) + 1;
    next[above] = (next[above] as number) + 1;
  }
  for (let digit = 0; digit < DIGITS; digit++) next[digit + 1] = (next[digit + 1] as number) + (next[digit] as number);
  const put = { values: new Uint32Array(values.length), places: new Uint32Array(values.length) };
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    const digit = (value >>> shift) & (DIGITS - 1);
    const to = next[digit] as number;
    next[digit] = to + 1;
    put.values[to] = value;
    put.places[to] = places[at] as number;
  }
  return put;
}

/** The values of each of so many groups, still in order; `groupOf`: by the place at which a value lay before. */
export function partsOf({ values, places }: Sorted, groups: number, groupOf: Uint32Array): Uint32Array[] {
  const ends = new Uint32Array(groups + 1);
  for (let at = 0; at < groupOf.length; at++) {
    const above = (groupOf[at] as number) + 1;
    ends[above] = (ends[above] as number) + 1;
  }
  for (let group = 0; group < groups; group++) ends[group + 1] = (ends[group + 1] as number) + (ends[group] as number);
  const [all, next] = [new Uint32Array(values.length), ends.slice()];
  for (let at = 0; at < values.length; at++) {
    const group = groupOf[places[at] as number] as number;
    const to = next[group] as number;
    next[group] = to + 1;
    all[to] = values[at] as number;
  }
  return Array.from({ length: groups }, (_, group) => all.subarray(ends[group], ends[group + 1]));
}

/** Of values in order. Median and 90th percentile by nearest rank: the smallest value with at least so many of all values at or below it. */
export function spreadOf(values: Uint32Array): Spread {
  const n = values.length;
  let sum = 0;
  for (let at = 0; at < n; at++) sum += values[at] as number;
  const ranked = (rank: number): number | null => values[rank - 1] ?? null;
  return { n, sum, median: ranked(Math.ceil((n * 5) / 10)), p90: ranked(Math.ceil((n * 9) / 10)) };
}

/** How many lie at or below each bound and above the one before; the last ones above all. */
export function barsOf(values: Uint32Array, bounds: readonly number[]): Bar[] {
  const below = bounds.map((bound) => upTo(values, bound));
  return [...bounds, null].map((to, at) => ({ to, n: (below[at] ?? values.length) - (below[at - 1] ?? 0) }));
}

/** How many values, in order, are not greater. */
export function upTo(values: Uint32Array, bound: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
