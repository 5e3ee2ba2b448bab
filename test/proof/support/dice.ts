import { figure } from './size';

/** Chance that its seed repeats. */
export interface Dice {
  /** 0 ≤ n < 1 */
  next(): number;
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
}

/** Throws dice for `work`, and names the seed when it fails; PROOF_SEED repeats one. */
export async function withDice(work: (dice: Dice) => Promise<void>): Promise<void> {
  const seed = Number(process.env.PROOF_SEED) || 1 + Math.floor(Math.random() * 2 ** 31);
  try {
    await work(diceOf(seed));
    figure(`PROOF_SEED=${seed}`);
  } catch (error) {
    if (error instanceof Error) error.message += `\n\nPROOF_SEED=${seed}`;
    throw error;
  }
}

export function diceOf(seed: number): Dice {
  const next = mulberry(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: <T>(list: readonly T[]) => list[below(list.length)] as T,
    shuffled: <T>(list: readonly T[]) =>
      list
        .map((one) => ({ one, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one),
  };
}

/** mulberry32: small, and good enough to shuffle with. */
function mulberry(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
