import type { Store } from '../ports/store';

/** Ticket numbers, taken before a transaction begins and handed out inside it. What a rolled-back run took is a gap. */
export interface Numbers {
  /** Makes sure that `count` numbers are at hand. */
  ensure(count: number): Promise<void>;
  /** Throws when fewer were ensured. */
  next(): number;
}

export function openNumbers(store: Pick<Store, 'takeNumbers'>): Numbers {
  const atHand: number[] = [];
  return {
    async ensure(count) {
      const missing = count - atHand.length;
      if (missing <= 0) return;
      const first = await store.takeNumbers(missing);
      for (let n = 0; n < missing; n++) atHand.push(first + n);
    },
    next() {
      const number = atHand.shift();
      if (number === undefined) throw new Error('no ticket number at hand');
      return number;
    },
  };
}
