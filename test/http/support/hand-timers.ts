import type { Later } from '../../../src/http/live/later';

/** Waits that end when a test says so. */
export function handTimers() {
  const waiting = new Set<{ readonly due: number; readonly run: () => void }>();
  let now = 0;
  const later: Later = (ms, run) => {
    const one = { due: now + ms, run };
    waiting.add(one);
    return () => waiting.delete(one);
  };
  return {
    later,
    /** Lets so many milliseconds pass. */
    turn(ms: number): void {
      now += ms;
      for (const one of [...waiting].filter(({ due }) => due <= now).sort((a, b) => a.due - b.due)) {
        waiting.delete(one);
        one.run();
      }
    },
  };
}
