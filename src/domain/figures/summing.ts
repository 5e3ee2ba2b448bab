import { DAY_MS } from '../local-time';
import type { Instant } from '../ticket';
import { FACT_KINDS, type FactKind } from './kept';
import { type Metric, type MetricSource, metrics } from './metrics';
import { type Numbering, numbering } from './numbering';
import { clocksIn, nextBucket, type Period, type Stretch, weekdayOf } from './periods';
import { type Ordered, orderedIn } from './spread';
import { add, type Tally, tallyOver } from './tallies';

/** Facts of one kind, column by column. Keys have a comma between each: cause, channel, team and agent with spaces; empty where there is none. */
export interface FactColumns {
  readonly rows: number;
  readonly keys: string;
  readonly numbers: { readonly at: Float64Array } & { readonly [name: string]: Float64Array };
}

type OfFacts = Extract<MetricSource, { facts: FactKind }>;
export type FactMetric = Metric & { readonly of: OfFacts };
export const isOfFacts = <M extends Metric>(metric: M): metric is M & { readonly of: OfFacts } => 'facts' in metric.of;
const isDuration = ({ of }: FactMetric): boolean => of.field !== undefined;

/** The column that a duration is read from. */
export const columnOf = ({ of }: FactMetric, worked: boolean): string | null =>
  of.field === undefined ? null : worked ? `${of.field}Worked` : of.field;

/** Facts of one kind as they lie after one another. */
export interface Gathered {
  /** Their different keys, and how many facts have each. */
  readonly keys: Numbering;
  readonly times: number[];
  readonly counts: (readonly Float64Array[])[];
  readonly parts: Part[];
}

/** Of each fact the number of its key, its bucket, and how long what took. */
interface Part {
  readonly keys: Uint32Array;
  readonly buckets: Uint32Array;
  readonly numbers: FactColumns['numbers'];
}

/** Everything that is gathered of facts. */
export interface Sums {
  readonly counts: ReadonlyMap<string, Tally>;
  /** The ids of the durations that are wanted. */
  readonly durations: readonly string[];
  readonly gathered: ReadonlyMap<FactKind, Gathered>;
  /** New tickets by weekday from Monday, and by hour. */
  readonly heat: readonly number[][];
  add(kind: FactKind, facts: FactColumns): void;
  /** A duration's values in so many groups, by bucket or by the key of each; a group for each key must be named then. */
  values(id: string, groups: number, groupOfKey?: Uint32Array): Ordered;
}

interface Looking {
  readonly period: Period;
  readonly buckets: readonly Stretch[];
  /** Ids of what is counted. */
  readonly wanted: ReadonlySet<string>;
  readonly worked: boolean;
}

/** Adds facts up as they come, in any order. */
export function summing(looking: Looking): Sums {
  const { period, buckets, wanted, worked } = looking;
  const rows = metrics.filter(isOfFacts).filter(({ id }) => wanted.has(id));
  const counted = rows.filter((row) => !isDuration(row));
  const counts = new Map(counted.map(({ id }) => [id, tallyOver(buckets.length)]));
  const gathered = new Map(FACT_KINDS.map((kind) => [kind, nothing()]));
  const heat = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  const localAt = localTimes(period);
  return {
    counts,
    durations: rows.filter(isDuration).map(({ id }) => id),
    gathered,
    heat,
    add(kind, facts) {
      const its = counted.filter(({ of }) => of.facts === kind);
      addAll(gathered.get(kind) as Gathered, facts, buckets, (key) => countsFor(key, its, counts));
      if (kind === 'new') for (const at of facts.numbers.at) addHeat(heat, localAt(at));
    },
    values(id, groups, groupOfKey) {
      const row = rows.find((one) => one.id === id) as FactMetric;
      const { parts } = gathered.get(row.of.facts) as Gathered;
      const column = columnOf(row, worked) as string;
      const grouped = parts.map(({ keys, buckets: placed, numbers }) => ({
        groups: groupOfKey ? keys.map((key) => groupOfKey[key] as number) : placed,
        values: numbers[column] as Float64Array,
      }));
      return orderedIn(groups, grouped);
    },
  };
}

const nothing = (): Gathered => ({ keys: numbering(), times: [], counts: [], parts: [] });

/** Where facts with one key count. */
function countsFor(key: string, rows: readonly FactMetric[], counts: ReadonlyMap<string, Tally>): Float64Array[] {
  const [cause = ''] = key.split(' ');
  const counted = rows.filter(({ of }) => of.causes?.includes(cause) ?? true);
  return counted.map(({ id }) => (counts.get(id) as Tally).place(cause));
}

/** A quarter of a million facts of each kind pass here for 90 days: no step more than is needed. They mostly come in their order. */
function addAll(
  { keys, times, counts, parts }: Gathered,
  facts: FactColumns,
  buckets: readonly Stretch[],
  countsOf: (key: string) => Float64Array[],
): void {
  const known = keys.texts.length;
  const numbers = keys.numbersIn(facts.keys, facts.rows);
  for (const key of keys.texts.slice(known)) counts.push(countsOf(key));
  while (times.length < counts.length) times.push(0);
  const bucketOf = nextBucket(buckets);
  const placed = Uint32Array.from(facts.numbers.at, bucketOf);
  for (let at = 0; at < numbers.length; at++) {
    const key = numbers[at] as number;
    times[key] = (times[key] as number) + 1;
    for (const count of counts[key] as readonly Float64Array[]) add(count, placed[at] as number);
  }
  parts.push({ keys: numbers, buckets: placed, numbers: facts.numbers });
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
