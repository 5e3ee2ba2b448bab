/** What the twin's time is made of: the machine's clock, or a test's hand. */
export interface Source {
  /** Milliseconds since 1970. */
  read(): number;
  /** Calls back once, `ms` from now; returns how to forget it. A clock that is turned by hand never calls back. */
  wake(ms: number, then: () => void): () => void;
}

/** The twin's clock and everything that is due by it. */
export interface Time {
  now(): number;
  after(ms: number, task: () => unknown): void;
  /** Turns the clock forward and resolves when all that fell due meanwhile is done; 0 does what is due now. */
  advance(ms: number): Promise<void>;
  /** How much is still to come. */
  waiting(): number;
  /** Forgets everything that was due. */
  clear(): void;
}

interface Task {
  readonly due: number;
  readonly run: () => unknown;
}

export const machineTime: Source = {
  read: () => Date.now(),
  wake(ms, then) {
    const timer = setTimeout(then, Math.min(ms, 2 ** 31 - 1));
    return () => clearTimeout(timer);
  },
};

/** A clock that stands still until `advance` turns it. */
export function handTime(start: number): Source {
  return { read: () => start, wake: () => () => {} };
}

export function openTime(source: Source): Time {
  let ahead = 0;
  let tasks: Task[] = [];
  let forget = () => {};
  const now = () => source.read() + ahead;

  const start = (until: number): unknown[] => {
    const last = tasks.findIndex(({ due }) => due > until);
    const due = tasks.splice(0, last < 0 ? tasks.length : last);
    return due.map(({ run }) => run());
  };
  const watch = () => {
    forget();
    const first = tasks[0];
    forget = first ? source.wake(Math.max(0, first.due - now()), wake) : () => {};
  };
  const wake = () => {
    start(now());
    watch();
  };

  return {
    now,
    after(ms, run) {
      const due = now() + Math.max(0, ms);
      tasks.splice(placeOf(due, tasks), 0, { due, run });
      if (tasks[0]?.run === run) watch();
    },
    async advance(ms) {
      const target = now() + Math.max(0, ms);
      for (let next = tasks[0]; next && next.due <= target; next = tasks[0]) {
        ahead += Math.max(0, next.due - now());
        await Promise.all(start(next.due));
      }
      ahead += Math.max(0, target - now());
      watch();
    },
    waiting: () => tasks.length,
    clear() {
      forget();
      tasks = [];
    },
  };
}

/** Behind everything due at the same moment: first come, first done. */
function placeOf(due: number, tasks: readonly Task[]): number {
  let [low, high] = [0, tasks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tasks[middle]?.due ?? 0) <= due) low = middle + 1;
    else high = middle;
  }
  return low;
}
