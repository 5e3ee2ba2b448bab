import type { Instant } from '../ticket';
import type { Staff, Stretch } from './record';

/** At so many moments of a period it is looked how much each agent has: once a minute, less often in a long one. */
const MOST_LOOKS = 20_000;
const MINUTE = 60_000;

interface Held extends Stretch {
  readonly agentId: string;
}

interface Loads {
  add(held: Held): void;
  /** Tickets at a time of each agent who was online, on average while they were. */
  averages(): number[];
  /** The most that one agent was found with. */
  peak(): number;
}

/** How much work agents had, added up ticket by ticket. */
export function openLoads({ from, to }: Stretch, staff: Pick<Staff, 'onlineFor' | 'ids'>): Loads {
  const step = Math.max(MINUTE, Math.ceil((to - from) / MOST_LOOKS));
  const looks = Math.ceil((to - from) / step);
  const changes = new Map<string, Int32Array>();
  const work = new Map<string, number>();
  const placeOf = (moment: Instant): number => Math.ceil((moment - from) / step);
  return {
    add({ agentId, from: begin, to: end }) {
      work.set(agentId, (work.get(agentId) ?? 0) + staff.onlineFor(agentId, { from: begin, to: end }));
      const its = changes.get(agentId) ?? new Int32Array(looks + 1);
      changes.set(agentId, its);
      its[placeOf(begin)] = (its[placeOf(begin)] ?? 0) + 1;
      its[placeOf(end)] = (its[placeOf(end)] ?? 0) - 1;
    },
    averages: () =>
      staff.ids.flatMap((id) => {
        const online = staff.onlineFor(id, { from, to });
        return online > 0 ? [(work.get(id) ?? 0) / online] : [];
      }),
    peak: () => Math.max(0, ...[...changes.values()].map(highest)),
  };
}

function highest(changes: Int32Array): number {
  let [load, most] = [0, 0];
  for (const change of changes) {
    load += change;
    if (load > most) most = load;
  }
  return most;
}
