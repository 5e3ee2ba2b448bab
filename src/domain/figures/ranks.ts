import type { Instant } from '../ticket';

/** Nearest rank: the place, from 0, of the smallest of `n` values with at least this share of them at or below it. */
export const rankOf = (share: number, n: number): number => Math.max(0, Math.ceil(share * n) - 1);

/** What of a sorted list must be read to know what stands at one place of it, when some are taken from it and others come in. */
export interface Window {
  /** The first place. */
  readonly from: number;
  readonly length: number;
}

/** `place` is that in the list as it will be. */
export const windowAt = (place: number, gone: number, come: number): Window => {
  const from = Math.max(0, place - come);
  return { from, length: place + gone - from + 1 };
};

interface Corrected {
  readonly place: number;
  readonly window: Window;
  /** The list inside the window, the greatest first. */
  readonly read: readonly Instant[];
  readonly gone: readonly Instant[];
  readonly come: readonly Instant[];
}

/** What stands at a place, the greatest first, once these are gone from the list and those have come; null when the list is shorter. */
export function standingAt({ place, window, read, gone, come }: Corrected): Instant | null {
  const first = window.from > 0 ? (read[0] ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
  const inside = [...read];
  let before = window.from;
  for (const since of gone) {
    const found = inside.indexOf(since);
    if (found >= 0) inside.splice(found, 1);
    else if (since >= first) before -= 1;
  }
  const among = come.filter((since) => since <= first);
  before += come.length - among.length;
  return [...inside, ...among].sort((a, b) => b - a)[place - before] ?? null;
}
