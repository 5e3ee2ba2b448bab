import { invalid } from '../../domain/errors';
import { localDay, momentOf } from '../../domain/local-time';
import type { Instant } from '../../domain/ticket';
import type { Desk } from '../desk';
import { giveWay } from '../give-way';
import { stateAt } from './state-at';

const QUARTER = 15 * 60_000;
const DAY = 96 * QUARTER;
const MOST_POINTS = 2_000;

const STEPS = { PT15M: QUARTER, PT1H: 4 * QUARTER, P1D: null } as const;

interface Asked {
  readonly from: Instant;
  readonly to: Instant;
  readonly step: keyof typeof STEPS;
  /** Whose midnights days are stepped by. */
  readonly zone: string;
}

export interface HillPoint {
  readonly at: Instant;
  readonly open: number;
}

/** How many tickets were open at `from`, and at every step after it up to `to`. */
export async function hillOf(desk: Desk, asked: Asked): Promise<HillPoint[]> {
  const moments = momentsOf(asked);
  const [first = asked.from] = moments;
  const { open } = await stateAt(desk, first);
  const changes = await changesIn(desk, first, moments.at(-1) ?? first);
  let sum = open.length;
  let quarter = 0;
  return moments.map((at) => {
    for (; first + (quarter + 1) * QUARTER <= at; quarter++) sum += changes.get(quarter) ?? 0;
    return { at, open: sum };
  });
}

/** By how much the number of open tickets changed in each quarter of an hour from a moment on. Read day by day: others get their turn in between. */
async function changesIn({ store: { reads } }: Desk, from: Instant, to: Instant): Promise<Map<number, number>> {
  const changes = new Map<number, number>();
  for (let after = from; after < to; after += DAY) {
    const passed = Math.round((after - from) / QUARTER);
    for (const { quarter, change } of await reads.openings({ after, upTo: Math.min(to, after + DAY) }))
      changes.set(passed + quarter, change);
    await giveWay();
  }
  return changes;
}

function momentsOf({ from, to, step, zone }: Asked): Instant[] {
  if (to < from) throw invalid('to', 'must not be before from');
  const ms = STEPS[step];
  // No day is longer than two: what is far too long is refused without a walk through it.
  const tooLong = to - from > MOST_POINTS * (ms ?? 2 * DAY);
  const moments: Instant[] = [];
  for (let at = from, days = 1; at <= to; days++) {
    moments.push(at);
    if (tooLong || moments.length > MOST_POINTS) throw invalid('step', `more than ${MOST_POINTS} steps; take a longer one`);
    at = ms === null ? dayAfter(from, days, zone) : from + days * ms;
  }
  return moments;
}

/** So many days later, at the same time of the local clock. */
function dayAfter(from: Instant, days: number, zone: string): Instant {
  const day = localDay(zone, from);
  return momentOf(zone, day + days, Math.round((from - momentOf(zone, day, 0, 'first')) / 60_000), 'first');
}
