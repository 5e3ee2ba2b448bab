import { seconds } from '../figures/durations';
import { rankOf } from '../figures/ranks';
import type { Pair } from './compare';
import { openLoads } from './loads';
import type { Outcome } from './outcome';
import type { Staff, Stretch } from './record';
import type { Totals } from './result';

/** Sums of one side, in milliseconds until they are told. */
interface Sums {
  add(outcome: Outcome | null, back: number): void;
  totals(): Totals;
}

/** Both sides of a period, added up ticket by ticket. */
export function openTally(period: Stretch, staff: Pick<Staff, 'onlineFor' | 'ids'>) {
  const [before, after] = [openSums(period, staff), openSums(period, staff)];
  return {
    add(pairs: readonly Pair[], back: { readonly before: number; readonly after: number }): void {
      for (const pair of pairs) {
        before.add(pair.before, 0);
        after.add(pair.after, 0);
      }
      before.add(null, back.before);
      after.add(null, back.after);
    },
    totals: () => ({ before: before.totals(), after: after.totals() }),
  };
}

const COUNTED = ['wentIdle', 'closes', 'byTime', 'reminded', 'waited', 'queued'] as const;

function openSums(period: Stretch, staff: Pick<Staff, 'onlineFor' | 'ids'>): Sums {
  const loads = openLoads(period, staff);
  const sums: Record<(typeof COUNTED)[number], number> = { wentIdle: 0, closes: 0, byTime: 0, reminded: 0, waited: 0, queued: 0 };
  const closedBy: Record<string, number> = {};
  let [tickets, backs] = [0, 0];
  return {
    add(outcome, back) {
      backs += back;
      if (!outcome) return;
      tickets++;
      for (const name of COUNTED) sums[name] += wholeOf(name, outcome[name]);
      for (const [cause, times] of Object.entries(outcome.closedBy)) closedBy[cause] = (closedBy[cause] ?? 0) + times;
      for (const one of outcome.held) loads.add(one);
    },
    totals: () => ({
      tickets,
      wentIdle: sums.wentIdle,
      closed: sums.closes,
      closedByThemselves: sums.byTime,
      closedBy,
      reminded: sums.reminded,
      backWithinDay: backs,
      waitingSeconds: sums.waited,
      queuedSeconds: sums.queued,
      ticketsPerAgent: median(loads.averages()),
      peakLoad: loads.peak(),
    }),
  };
}

/** Durations are whole seconds, floored once a ticket. */
const wholeOf = (name: string, value: number): number => (name === 'waited' || name === 'queued' ? seconds(value) : value);

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[rankOf(0.5, sorted.length)];
  return found === undefined ? null : Math.round(found * 100) / 100;
}
