import { DAY_MS } from '../local-time';
import type { Instant } from '../ticket';
import { FACT_KINDS, type FactKind } from './kept';
import { type Metric, type MetricSource, metrics } from './metrics';
import { clocksIn, nextBucket, type Period, type Stretch, weekdayOf } from './periods';
import { type Columns, type Numbering, numbering, textOf, timesOfKeys } from './side-by-side';
import { partsOf, type Sorted, sorted } from './spread';
import { add, type Tally, tallyOver } from './tallies';

type OfFacts = Extract<MetricSource, { facts: FactKind }>;
export type FactMetric = Metric & { readonly of: OfFacts };
export const isOfFacts = <M extends Metric>(metric: M): metric is M & { readonly of: OfFacts } => 'facts' in metric.of;
const isDuration = ({ of }: FactMetric): boolean => of.field !== undefined;

/** The column that a duration is read from. */
export const columnOf = ({ of }: FactMetric, worked: boolean): string | null =>
  of.field === undefined ? null : worked ? `${of.field}Worked` : of.field;

/** Where in a key of facts stands who has a share; the cause is the first. */
export const AXES = { channel: 1, team: 2, agent: 3 } as const;
export type Axis = keyof typeof AXES;

/** Everybody with a share, and of each kind how many facts each has. */
interface Share {
  readonly ids: Numbering;
  readonly times: Readonly<Record<FactKind, number[]>>;
}

/** Facts of one kind that came together: of each its bucket, the place of its team and of its agent, and how long what took. */
interface Part {
  readonly bucket: Uint32Array;
  readonly team: Uint32Array;
  readonly agent: Uint32Array;
  readonly numbers: Columns['numbers'];
}

/** Everything that is gathered of facts. */
export interface Sums {
  readonly counts: ReadonlyMap<string, Tally>;
  /** The ids of the durations that are wanted. */
  readonly durations: readonly string[];
  readonly shares: Readonly<Record<Axis, Share>>;
  /** New tickets by weekday from Monday, and by hour. */
  readonly heat: readonly number[][];
  /** Facts of one kind; keys: cause, channel, team, agent. */
  add(kind: FactKind, facts: Columns): void;
  /** A duration's values. */
  values(id: string): Sorted;
  /** The same in so many groups. */
  valuesBy(id: string, values: Sorted, by: 'bucket' | 'team' | 'agent', groups: number): Uint32Array[];
}

interface Looking {
  readonly period: Period;
  readonly buckets: readonly Stretch[];
  /** Ids of what is counted. */
  readonly wanted: ReadonlySet<string>;
  readonly worked: boolean;
}

/** Adds facts up as they come, in any order; quick when they come in theirs. */
export function summing(looking: Looking): Sums {
  const { period, buckets, wanted, worked } = looking;
  const rows = metrics.filter(isOfFacts).filter(({ id }) => wanted.has(id));
  const counted = rows.filter((row) => !isDuration(row));
  const counts = new Map(counted.map(({ id }) => [id, tallyOver(buckets.length)]));
  const shares = { channel: share(), team: share(), agent: share() };
  const parts = new Map<FactKind, Part[]>(FACT_KINDS.map((kind) => [kind, []]));
  const heat = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  const localAt = localTimes(period);
  const rowOf = (id: string) => rows.find((one) => one.id === id) as FactMetric;
  const partsFor = (id: string) => parts.get(rowOf(id).of.facts) as Part[];
  return {
    counts,
    durations: rows.filter(isDuration).map(({ id }) => id),
    shares,
    heat,
    add(kind, facts) {
      const its = counted.filter(({ of }) => of.facts === kind);
      const part = addAll(facts, { kind, shares, bucketOf: nextBucket(buckets), countsOf: (cause) => countsFor(cause, its, counts) });
      parts.get(kind)?.push(part);
      if (kind === 'new') for (const moment of facts.moments) addHeat(heat, localAt(facts.since + moment));
    },
    values(id) {
      const column = columnOf(rowOf(id), worked) as string;
      return sorted(together(partsFor(id).map(({ numbers }) => numbers[column] as Uint32Array)));
    },
    valuesBy: (id, values, by, groups) => partsOf(values, groups, together(partsFor(id).map((part) => part[by]))),
  };
}

const share = (): Share => ({
  ids: numbering(),
  times: Object.fromEntries(FACT_KINDS.map((kind) => [kind, [] as number[]])) as Share['times'],
});

/** Where facts of a cause count. */
function countsFor(cause: string, rows: readonly FactMetric[], counts: ReadonlyMap<string, Tally>): Float64Array[] {
  const counted = rows.filter(({ of }) => of.causes?.includes(cause) ?? true);
  return counted.map(({ id }) => (counts.get(id) as Tally).place(cause));
}

interface Adding {
  readonly kind: FactKind;
  readonly shares: Sums['shares'];
  readonly bucketOf: (moment: Instant) => number;
  readonly countsOf: (cause: string) => Float64Array[];
}

/** A quarter of a million facts of each kind pass here for 90 days: what hangs on a key is worked out once for each key. */
function addAll(facts: Columns, { kind, shares, bucketOf, countsOf }: Adding): Part {
  const { rows, keys, since, moments, numbers } = facts;
  const times = timesOfKeys(facts);
  const counts = Array.from(times, (often, key) => (often === 0 ? [] : countsOf(textOf(facts, key, 0))));
  const placesOf = (by: Axis) =>
    times.map((often, key) => (often === 0 ? 0 : placeIn(shares[by], kind, textOf(facts, key, AXES[by]), often)));
  const [team, agent] = [placesOf('team'), placesOf('agent')];
  placesOf('channel');
  const [bucketAt, teamAt, agentAt] = [new Uint32Array(rows), new Uint32Array(rows), new Uint32Array(rows)];
  for (let at = 0; at < rows; at++) {
    const key = keys[at] as number;
    const bucket = bucketOf(since + (moments[at] as number));
    const places = counts[key] as readonly Float64Array[];
    for (let place = 0; place < places.length; place++) add(places[place] as Float64Array, bucket);
    bucketAt[at] = bucket;
    teamAt[at] = team[key] as number;
    agentAt[at] = agent[key] as number;
  }
  return { bucket: bucketAt, team: teamAt, agent: agentAt, numbers };
}

function placeIn({ ids, times }: Share, kind: FactKind, id: string, often: number): number {
  const place = ids.numberOf(id);
  times[kind][place] = (times[kind][place] ?? 0) + often;
  return place;
}

function together(lists: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}

function addHeat(heat: number[][], local: number): void {
  const day = heat[weekdayOf(Math.floor(local / DAY_MS))] as number[];
  const hour = Math.floor(local / 3_600_000) % 24;
  day[hour] = (day[hour] ?? 0) + 1;
}

/** Local times as milliseconds that would be that time in UTC; a zone's clocks are asked once for each turn of them. */
function localTimes(period: Period): (at: Instant) => number {
  const clocks = [...clocksIn(period)];
  const clockAt = nextBucket(clocks);
  return (at) => at + (clocks[clockAt(at)]?.offset ?? 0);
}
