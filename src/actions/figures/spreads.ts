import type { FactKind } from '../../domain/figures/kept';
import { metrics } from '../../domain/figures/metrics';
import type { Shares } from '../../domain/figures/shares';
import { type Bar, barsOf, type Ordered, type Spread, spreadOf } from '../../domain/figures/spread';
import type { Sums } from '../../domain/figures/summing';
import { giveWay } from '../give-way';

/** A duration over a period; `ordered`: all its values. */
export interface Duration {
  readonly all: Spread;
  readonly bars: readonly Bar[];
  readonly series: readonly Spread[];
  readonly ordered: Ordered;
}

/** How long what took, as the tables by agent and team tell, and the facts that it is made of. */
const TOLD = { first_response: 'answered', resolution: 'closed', handle: 'closed' } as const satisfies Record<string, FactKind>;
type Told = keyof typeof TOLD;

/** One agent or team, with what its share of the durations is. */
export interface Row {
  readonly id: string;
  readonly times: Readonly<Record<FactKind, number>>;
  readonly spreads: { readonly [Name in Told]: Spread };
}

/** Each is put in order while nobody else waits for long. */
export async function durationsOf(facts: Sums, buckets: number): Promise<Map<string, Duration>> {
  const durations = new Map<string, Duration>();
  for (const id of facts.durations) {
    await giveWay();
    const ordered = facts.values(id, buckets);
    const bounds = metrics.find((metric) => metric.id === id)?.bounds ?? [];
    durations.set(id, { all: spreadOf(ordered), bars: barsOf(ordered, bounds), series: ordered.map((part) => spreadOf([part])), ordered });
  }
  return durations;
}

export async function rowsOf(facts: Sums, { ids, times, placeOfKey }: Shares): Promise<Row[]> {
  const told = new Map<Told, readonly Spread[]>();
  for (const name of Object.keys(TOLD) as Told[]) {
    await giveWay();
    told.set(
      name,
      facts.values(name, ids.length, placeOfKey[TOLD[name]]).map((part) => spreadOf([part])),
    );
  }
  return ids.map((id, at) => ({
    id,
    times: times.get(id) as Row['times'],
    spreads: Object.fromEntries([...told].map(([name, spreads]) => [name, spreads[at]])) as Row['spreads'],
  }));
}
