/** How often something happened: in all, and in each bucket of a period. */
export interface Times {
  readonly total: number;
  readonly series: readonly number[];
}

/** Counts by name, bucket by bucket. */
export interface Tally {
  /** Where to count what has this name: a place for each bucket. */
  place(name: string): Float64Array;
  /** Those that happened, the most frequent first. */
  named(): (Times & { readonly name: string })[];
  of(name: string): Times;
  all(): Times;
}

export function tallyOver(buckets: number): Tally {
  const places = new Map<string, Float64Array>();
  return {
    place(name) {
      const known = places.get(name);
      if (known) return known;
      const place = new Float64Array(buckets);
      places.set(name, place);
      return place;
    },
    named: () =>
      [...places]
        .map(([name, times]) => ({ name, ...timesOf(times) }))
        .filter(({ total }) => total > 0)
        .sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1)),
    of: (name) => timesOf(places.get(name) ?? new Float64Array(buckets)),
    all() {
      const sum = new Float64Array(buckets);
      for (const times of places.values()) for (let at = 0; at < buckets; at++) add(sum, at, times[at] as number);
      return timesOf(sum);
    },
  };
}

/** Counts once more, or so often. */
export function add(times: Float64Array, bucket: number, often = 1): void {
  times[bucket] = (times[bucket] as number) + often;
}

const timesOf = (times: Float64Array): Times => ({ total: times.reduce((sum, often) => sum + often, 0), series: [...times] });
