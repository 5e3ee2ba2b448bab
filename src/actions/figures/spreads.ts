import { metrics } from '../../domain/figures/metrics';
import { type Shares, sharesOf } from '../../domain/figures/shares';
import { type Bar, barsOf, type Sorted, type Spread, spreadOf } from '../../domain/figures/spread';
import type { Sums } from '../../domain/figures/summing';
import { giveWay } from '../give-way';

/** A duration over a period; `sorted`: all its values. */
export interface Duration {
  readonly all: Spread;
  readonly bars: readonly Bar[];
  readonly series: readonly Spread[];
  readonly sorted: Sorted;
}

/** How long what took, as the tables by agent and team tell. */
const TOLD = ['first_response', 'resolution', 'handle'] as const;
type Told = (typeof TOLD)[number];

/** One agent or team, with what its share of the durations is. */
export interface Row {
  readonly id: string;
  readonly times: Shares['times'] extends ReadonlyMap<string, infer Times> ? Times : never;
  readonly spreads: { readonly [Name in Told]: Spread };
}

/** Each is put in order while nobody else waits for long: all that is told of it follows from that. */
export async function durationsOf(facts: Sums, buckets: number): Promise<Map<string, Duration>> {
  const durations = new Map<string, Duration>();
  for (const id of facts.durations) {
    await giveWay();
    const sorted = facts.values(id);
    await giveWay();
    const bounds = metrics.find((metric) => metric.id === id)?.bounds ?? [];
    const series = facts.valuesBy(id, sorted, 'bucket', buckets).map(spreadOf);
    durations.set(id, { all: spreadOf(sorted.values), bars: barsOf(sorted.values, bounds), series, sorted });
  }
  return durations;
}

export async function rowsOf(durations: ReadonlyMap<string, Duration>, facts: Sums, by: 'agent' | 'team'): Promise<Row[]> {
  const { ids, times } = sharesOf(facts, by);
  const told = new Map<Told, readonly Spread[]>();
  for (const name of TOLD) {
    await giveWay();
    const duration = durations.get(name);
    if (duration) told.set(name, facts.valuesBy(name, duration.sorted, by, ids.length).map(spreadOf));
  }
  return ids.map((id, at) => ({
    id,
    times: times.get(id) as Row['times'],
    spreads: Object.fromEntries([...told].map(([name, spreads]) => [name, spreads[at]])) as Row['spreads'],
  }));
}
