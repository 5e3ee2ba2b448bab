import { createHash } from 'node:crypto';

/** Chance that its seed repeats: each part of the script throws dice of its own, so that none depends on who is faster. */
export interface Dice {
  pick<T>(list: readonly T[]): T;
  /** A number from `least` up to `most`. */
  between(least: number, most: number): number;
}

export function diceOf(seed: string): Dice {
  let thrown = 0;
  const next = () => {
    thrown += 1;
    return createHash('sha256').update(`${seed}/${thrown}`).digest().readUInt32BE(0) / 2 ** 32;
  };
  return {
    pick: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number],
    between: (least, most) => least + next() * (most - least),
  };
}
