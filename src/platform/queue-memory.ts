import type { Log } from '../ports/log';
import type { Queue } from '../ports/queue';

/**
 * Wakes within this process. A key that is woken while it runs runs once more afterwards;
 * one that is woken twice before its turn runs once.
 */
export function memoryQueue({ log, concurrency = 16 }: { log: Log; concurrency?: number }): Queue {
  const waiting = new Set<string>();
  const running = new Map<string, Promise<void>>();
  let worker: ((key: string) => Promise<void>) | null = null;

  function startWhatMay(): void {
    for (const key of waiting) {
      if (!worker || running.size >= concurrency) return;
      if (!running.has(key)) start(key, worker);
    }
  }

  function start(key: string, run: (key: string) => Promise<void>): void {
    waiting.delete(key);
    const work = Promise.resolve()
      .then(() => run(key))
      .catch((error: unknown) => log.error('errands of a key failed', { key, error }))
      .then(() => {
        running.delete(key);
        startWhatMay();
      });
    running.set(key, work);
  }

  return {
    wake(keys) {
      for (const key of keys) waiting.add(key);
      startWhatMay();
    },
    work(run) {
      worker = run;
      startWhatMay();
    },
    async stop() {
      worker = null;
      waiting.clear();
      await Promise.all(running.values());
    },
  };
}
