import type { Log } from '../ports/log';
import type { Queue } from '../ports/queue';

interface Lane {
  wake(key: string): void;
  startWhatMay(): void;
  /** Forgets what waits, and resolves when what runs has ended. */
  stop(): Promise<unknown>;
}

type Run = (key: string) => Promise<void>;

/**
 * Wakes within this process. A key that is woken while it runs runs once more afterwards;
 * one that is woken twice before its turn runs once. At most `concurrency` keys of one kind (`chat:…`, `bot:…`) run at
 * once: bots that think for a minute hold up no message.
 */
export function memoryQueue({ log, concurrency = 64 }: { log: Log; concurrency?: number }): Queue {
  const lanes = new Map<string, Lane>();
  let worker: Run | null = null;

  const laneOf = (key: string): Lane => {
    const kind = key.slice(0, key.indexOf(':') + 1);
    const lane = lanes.get(kind) ?? openLane({ log, concurrency, worker: () => worker });
    lanes.set(kind, lane);
    return lane;
  };

  return {
    wake(keys) {
      for (const key of keys) laneOf(key).wake(key);
    },
    work(run) {
      worker = run;
      for (const lane of lanes.values()) lane.startWhatMay();
    },
    async stop() {
      worker = null;
      await Promise.all([...lanes.values()].map((lane) => lane.stop()));
    },
  };
}

function openLane({ log, concurrency, worker }: { log: Log; concurrency: number; worker: () => Run | null }): Lane {
  const waiting = new Set<string>();
  const running = new Map<string, Promise<void>>();

  function startWhatMay(): void {
    const run = worker();
    for (const key of waiting) {
      if (!run || running.size >= concurrency) return;
      if (!running.has(key)) start(key, run);
    }
  }

  function start(key: string, run: Run): void {
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
    wake(key) {
      waiting.add(key);
      startWhatMay();
    },
    startWhatMay,
    stop() {
      waiting.clear();
      return Promise.all(running.values());
    },
  };
}
