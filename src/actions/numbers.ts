import type { Store } from '../ports/store';

/** Ticket numbers for a transaction to open tickets with. They are taken before it begins, for inside it nothing may ask for more. */
export interface Numbers {
  /** `count` numbers that are the caller's alone, however often its transaction begins again. */
  take(count: number): Promise<readonly number[]>;
  /** What a committed transaction did not need is for the next one; what a failed one had is a gap. */
  giveBack(numbers: readonly number[]): void;
}

export function openNumbers(store: Pick<Store, 'takeNumbers'>): Numbers {
  const atHand: number[] = [];
  return {
    async take(count) {
      const taken = atHand.splice(0, count);
      const missing = count - taken.length;
      if (missing === 0) return taken;
      const first = await store.takeNumbers(missing);
      return [...taken, ...Array.from({ length: missing }, (_, n) => first + n)];
    },
    giveBack: (numbers) => void atHand.push(...numbers),
  };
}
