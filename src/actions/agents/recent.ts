import type { Instant } from '../../domain/ticket';
import type { Clock } from '../../ports/clock';

/** Keys kept at most; beyond it the oldest are forgotten, so that made-up accounts can't fill the memory. */
const KEPT = 20_000;

/** What this process remembers of the last minutes, by key. */
export interface Recent {
  /** Oldest first. */
  times(key: string): readonly Instant[];
  add(key: string): void;
  /** Milliseconds until there are fewer than so many; 0 = now. */
  fullFor(key: string, most: number): number;
}

export function recent(clock: Clock, { window, most }: { readonly window: number; readonly most: number }): Recent {
  const all = new Map<string, readonly Instant[]>();
  const times = (key: string) => (all.get(key) ?? []).filter((at) => at > clock.now() - window);
  return {
    times,
    add(key) {
      const now = [...times(key), clock.now()].slice(-most);
      all.delete(key);
      all.set(key, now);
      forgetOldest(all);
    },
    fullFor(key, limit) {
      const oldest = times(key).at(-limit);
      return oldest === undefined ? 0 : oldest + window - clock.now();
    },
  };
}

function forgetOldest(all: Map<string, unknown>): void {
  if (all.size <= KEPT) return;
  const [oldest] = all.keys();
  if (oldest !== undefined) all.delete(oldest);
}
