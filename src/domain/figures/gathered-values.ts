import type { Durations } from './columns';

/** Whole seconds of many tickets, four bytes each. */
export interface Values {
  add(seconds: number): void;
  durations(): Durations;
}

export function values(): Values {
  let held = new Int32Array(64);
  let [n, sum] = [0, 0];
  return {
    add(seconds) {
      if (n === held.length) {
        const wider = new Int32Array(n * 2);
        wider.set(held);
        held = wider;
      }
      held[n++] = seconds;
      sum += seconds;
    },
    durations() {
      const sorted = held.subarray(0, n).sort();
      const rank = (part: number): number | null => (n === 0 ? null : (sorted[Math.ceil(n * part) - 1] as number));
      return { n, sum, median: rank(0.5), p90: rank(0.9) };
    },
  };
}
