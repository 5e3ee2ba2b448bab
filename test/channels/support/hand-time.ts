import type { HandClock } from '../../support/database';

interface Plan {
  readonly at: number;
  readonly work: () => void;
}

/** Time that a test turns by hand, with what is to happen at its moments. */
export function handTime(clock: HandClock) {
  const plans = new Set<Plan>();
  return {
    after(ms: number, work: () => void): () => void {
      const plan = { at: clock.now() + ms, work };
      plans.add(plan);
      return () => void plans.delete(plan);
    },
    planned: () => plans.size,
    /** Lets so much time pass, moment by moment; between two of them all that can happen does. */
    async pass(ms: number): Promise<void> {
      const end = clock.now() + ms;
      await settle();
      for (;;) {
        const next = [...plans].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        plans.delete(next);
        clock.forward(Math.max(0, next.at - clock.now()));
        next.work();
        await settle();
      }
      clock.forward(end - clock.now());
      await settle();
    },
  };
}

/** All that waits for nothing but its turn, or for the disk. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await new Promise<void>(setImmediate);
  await new Promise((soon) => setTimeout(soon, 1));
}

/** A busy machine starts a browser in seconds. */
const PATIENCE = 20_000;

/** Once it is so; what it needs of time is real, and mostly short. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + PATIENCE; !(await isSo()); await new Promise((soon) => setTimeout(soon, 1))) {
    if (performance.now() > end) throw new Error(`it was never so that ${what}`);
  }
}
