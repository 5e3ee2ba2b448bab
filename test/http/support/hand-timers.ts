import { setImmediate } from 'node:timers/promises';
import type { Later } from '../../../src/http/live/later';

/** Waits that end when a test says so. */
export function handTimers() {
  const waiting = new Set<{ readonly due: number; readonly run: () => void }>();
  let now = 0;
  const dueIn = (ms: number) => [...waiting].filter(({ due }) => due <= now + ms).sort((a, b) => a.due - b.due);
  const later: Later = (ms, run) => {
    const one = { due: now + ms, run };
    waiting.add(one);
    return () => waiting.delete(one);
  };
  /** Lets so many milliseconds pass. */
  const turn = (ms: number): void => {
    const ended = dueIn(ms);
    now += ms;
    for (const one of ended) {
      waiting.delete(one);
      one.run();
    }
  };
  return {
    later,
    turn,
    /** The same, once something waits that ends by then. */
    async turnWhenSet(ms: number): Promise<void> {
      while (dueIn(ms).length === 0) await setImmediate();
      turn(ms);
    },
  };
}
