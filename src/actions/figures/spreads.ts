import { metrics } from '../../domain/figures/metrics';
import { type Bar, barsOf, inOrder, type Ordered, type Spread, spreadOf } from '../../domain/figures/spread';
import { type Share, type Sums, TOLD } from '../../domain/figures/summing';

/** A duration over a period; `ordered`: all its values. */
export interface Duration {
  readonly all: Spread;
  readonly bars: readonly Bar[];
  readonly series: readonly Spread[];
  readonly ordered: Ordered;
}

/** One agent or team, with what its share of the durations is. */
export interface Row extends Pick<Share, 'times'> {
  readonly id: string;
  readonly spreads: { readonly [Name in (typeof TOLD)[number]]: Spread };
}

/** Each is put in order while nobody else waits for long. */
export async function durationsOf(values: Sums['values']): Promise<Map<string, Duration>> {
  const durations = new Map<string, Duration>();
  for (const [id, series] of values) {
    await new Promise(setImmediate);
    const ordered = series.map(inOrder);
    const bounds = metrics.find((metric) => metric.id === id)?.bounds ?? [];
    durations.set(id, { all: spreadOf(ordered), bars: barsOf(ordered, bounds), series: ordered.map((part) => spreadOf([part])), ordered });
  }
  return durations;
}

export async function rowsOf(shares: ReadonlyMap<string, Share>): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [id, { times, values }] of shares) {
    await new Promise(setImmediate);
    const spreads = Object.fromEntries(TOLD.map((name) => [name, spreadOf([inOrder(values[name] ?? [])])]));
    rows.push({ id, times, spreads: spreads as Row['spreads'] });
  }
  return rows;
}
