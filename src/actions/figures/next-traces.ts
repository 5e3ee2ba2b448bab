import type { Trace } from '../../domain/figures/trace';
import type { Desk } from '../desk';
import type { Folding } from './folding';

/** How many traces one statement reads, and how many are looked at together at most: what a busy desk does between two folds. */
const PAGE = 2_000;
const MOST = 10_000;
/** Of a desk with more to count, no more than so long a time together: snapshots are laid down in between. */
const SPAN = 60_000;
/** Behind a page that is younger nobody reads on: what is committed meanwhile could belong before it, and be passed by. */
const YOUNG = 2_000;

/** The next traces, by id; and whether that is all of them. */
export async function nextTraces(
  { store: { reads }, clock }: Desk,
  folding: Folding,
  most = MOST,
): Promise<{ readonly traces: readonly Trace[]; readonly isAll: boolean }> {
  const traces: Trace[] = [];
  for (;;) {
    const asked = Math.min(PAGE, most - traces.length);
    const page = await reads.uncounted(traces.at(-1)?.id ?? '', asked);
    traces.push(...page);
    if (page.length < asked) return { traces, isAll: true };
    const isYoung = (traces.at(-1)?.at ?? 0) > clock.now() - YOUNG;
    if (isYoung || traces.length >= most || spanOf(traces) >= SPAN) return { traces, isAll: false };
    await folding.goOn();
  }
}

const spanOf = (traces: readonly Trace[]): number => (traces.at(-1)?.at ?? 0) - (traces[0]?.at ?? 0);

/** How long a step may write, in milliseconds: on SQLite everybody else waits so long. */
const LONGEST = 8;
const FEWEST = 100;
const LARGEST = 1_000;

/** How many traces a step counts: as many as can be written in the time that it has, going by the one before. */
export interface StepSize {
  now(): number;
  measured(write: () => Promise<void>): Promise<void>;
}

export function stepSize(): StepSize {
  let size = 150;
  return {
    now: () => size,
    async measured(write) {
      const began = performance.now();
      await write();
      const ratio = LONGEST / Math.max(1, performance.now() - began);
      size = Math.round(Math.min(LARGEST, Math.max(FEWEST, size * Math.min(2, Math.max(0.5, ratio)))));
    },
  };
}
