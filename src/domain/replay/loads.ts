import type { Instant } from '../ticket';
import type { Staff, Stretch } from './record';

interface Held extends Stretch {
  readonly agentId: string;
}

interface Loads {
  add(held: Held): void;
  /** Tickets at a time of each agent who was online, on average while they were. */
  averages(): number[];
  /** The most that one agent had at once, online or not. */
  peak(): number;
}

/** How much work agents had, added up ticket by ticket. */
export function openLoads({ from, to }: Stretch, staff: Pick<Staff, 'onlineFor' | 'ids'>): Loads {
  const changes = new Map<string, Changes>();
  const work = new Map<string, number>();
  return {
    add({ agentId, from: begin, to: end }) {
      work.set(agentId, (work.get(agentId) ?? 0) + staff.onlineFor(agentId, { from: begin, to: end }));
      const its = changes.get(agentId) ?? openChanges();
      changes.set(agentId, its);
      its.add(begin, end);
    },
    averages: () =>
      staff.ids.flatMap((id) => {
        const online = staff.onlineFor(id, { from, to });
        return online > 0 ? [(work.get(id) ?? 0) / online] : [];
      }),
    peak: () => [...changes.values()].reduce((most, its) => Math.max(most, its.highest()), 0),
  };
}

/** When an agent's tickets came and went, eight bytes each. */
interface Changes {
  add(begin: Instant, end: Instant): void;
  highest(): number;
}

function openChanges(): Changes {
  let held = new Float64Array(64);
  let n = 0;
  return {
    add(begin, end) {
      if (n + 2 > held.length) {
        const wider = new Float64Array(held.length * 2);
        wider.set(held);
        held = wider;
      }
      // In order, what goes at a moment stands before what comes at it: it is not had at once.
      held[n++] = begin * 2 + 1;
      held[n++] = end * 2;
    },
    highest() {
      let [load, most] = [0, 0];
      for (const change of held.subarray(0, n).sort()) {
        load += change % 2 === 1 ? 1 : -1;
        if (load > most) most = load;
      }
      return most;
    },
  };
}
