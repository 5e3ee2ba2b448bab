/**
 * How far the page has followed its conversation. What the desk pushes moves it on only while nothing before that is missing: a page
 * that asks just now, or asked in vain, asks on from where it was.
 */
export interface Place {
  /** From where to ask on; undefined: from the newest. */
  rev(): string | undefined;
  /** Up to where anything was shown, also behind what is missing. */
  shown(): string | undefined;
  /** Asks; `still` is whether it is the same conversation yet. */
  follow(ask: (still: () => boolean) => Promise<void>): Promise<void>;
  reached(rev: string): void;
  pushed(rev: string): void;
  /** Another conversation begins: what was asked before is of the former. */
  anew(): void;
}

export function openPlace(): Place {
  let rev: string | undefined;
  let shown: string | undefined;
  let conversation = {};
  let asking = 0;
  let isWhole = false;
  return {
    rev: () => rev,
    shown: () => shown,
    async follow(ask) {
      const mine = conversation;
      const still = () => mine === conversation;
      asking += 1;
      isWhole = false;
      try {
        await ask(still);
        if (still()) isWhole = asking === 1;
      } finally {
        if (still()) asking -= 1;
      }
    },
    reached(next) {
      rev = next;
      shown = next;
    },
    pushed(next) {
      if (isWhole) rev = next;
      shown = next;
    },
    anew() {
      [rev, shown, conversation, asking, isWhole] = [undefined, undefined, {}, 0, false];
    },
  };
}
