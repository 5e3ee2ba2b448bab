import { DAY_MS } from '../local-time';
import type { Instant } from '../ticket';
import { FACT_KINDS, type FactKind } from './kept';
import { type Metric, type MetricSource, metrics } from './metrics';
import { bucketAt, clocksIn, type Period, type Stretch, weekdayOf } from './periods';
import { add, type Tally, tallyOver } from './tallies';

/** Facts of one kind, column by column. A key is cause, channel, team and agent with a space between each; empty where there is none. */
export interface FactColumns {
  readonly rows: number;
  readonly keys: readonly string[];
  readonly numbers: { readonly at: readonly number[] } & { readonly [name: string]: readonly number[] };
}

/** How long what took, as the tables by agent and team tell. */
export const TOLD = ['first_response', 'resolution', 'handle'] as const;

/** What one agent, team or channel has to do with. */
export interface Share {
  readonly times: Record<FactKind, number>;
  /** Of those in TOLD; channels have none. */
  readonly values: Readonly<Record<string, number[]>>;
}
type Shares = Map<string, Share>;

type OfFacts = Extract<MetricSource, { facts: FactKind }>;
export type FactMetric = Metric & { readonly of: OfFacts };
export const isOfFacts = <M extends Metric>(metric: M): metric is M & { readonly of: OfFacts } => 'facts' in metric.of;
const isDuration = ({ of }: FactMetric): boolean => of.field !== undefined;

/** The column that a duration is read from. */
export const columnOf = ({ of }: FactMetric, worked: boolean): string | null =>
  of.field === undefined ? null : worked ? `${of.field}Worked` : of.field;

/** Everything that is gathered of facts. */
export interface Sums {
  readonly counts: ReadonlyMap<string, Tally>;
  /** Values of each duration, by bucket. */
  readonly values: ReadonlyMap<string, readonly number[][]>;
  readonly agents: ReadonlyMap<string, Share>;
  readonly teams: ReadonlyMap<string, Share>;
  readonly channels: ReadonlyMap<string, Share>;
  /** New tickets by weekday from Monday, and by hour. */
  readonly heat: readonly number[][];
  add(kind: FactKind, facts: FactColumns): void;
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
  const counts = new Map(rows.filter((row) => !isDuration(row)).map(({ id }) => [id, tallyOver(buckets.length)]));
  const values = new Map(rows.filter(isDuration).map(({ id }) => [id, buckets.map((): number[] => [])]));
  const shares = [new Map(), new Map(), new Map()] as [Shares, Shares, Shares];
  const heat = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  const localAt = localTimes(period);
  const known = new Map(FACT_KINDS.map((kind) => [kind, new Map<string, Place>()]));
  const [agents, teams, channels] = shares;
  return {
    counts,
    values,
    agents,
    teams,
    channels,
    heat,
    add(kind, facts) {
      const its = rows.filter(({ of }) => of.facts === kind);
      const durations = its
        .filter(isDuration)
        .map((row) => ({ row, series: values.get(row.id) as number[][], column: columnOf(row, worked) as string }));
      const places = known.get(kind) as Map<string, Place>;
      const placeOf = (key: string) => {
        const place = places.get(key) ?? placeFor(key, its, counts, shares);
        places.set(key, place);
        return place;
      };
      addAll({ kind, facts, buckets, placeOf, durations });
      if (kind === 'new') for (const at of facts.numbers.at) addHeat(heat, localAt(at));
    },
  };
}

/** Where facts with one key count. */
interface Place {
  readonly counts: readonly Float64Array[];
  readonly shares: readonly Share[];
}

function placeFor(
  key: string,
  rows: readonly FactMetric[],
  counts: ReadonlyMap<string, Tally>,
  [agents, teams, channels]: [Shares, Shares, Shares],
): Place {
  const [cause = '', channelId = '', teamId = '', agentId = ''] = key.split(' ');
  const counted = rows.filter((row) => !isDuration(row) && (row.of.causes?.includes(cause) ?? true));
  return {
    counts: counted.map(({ id }) => (counts.get(id) as Tally).place(cause)),
    shares: [shareOf(agents, agentId, TOLD), shareOf(teams, teamId, TOLD), shareOf(channels, channelId, [])],
  };
}

function shareOf(shares: Shares, id: string, told: readonly string[]): Share {
  const known = shares.get(id);
  if (known) return known;
  const times = Object.fromEntries(FACT_KINDS.map((kind) => [kind, 0])) as Share['times'];
  const made = { times, values: Object.fromEntries(told.map((metric) => [metric, []])) };
  shares.set(id, made);
  return made;
}

interface Adding {
  readonly kind: FactKind;
  readonly facts: FactColumns;
  readonly buckets: readonly Stretch[];
  readonly durations: readonly { readonly row: FactMetric; readonly series: readonly number[][]; readonly column: string }[];
  placeOf(key: string): Place;
}

/** A quarter of a million facts pass here for 90 days: no step more than is needed. They mostly come in their order. */
function addAll({ kind, facts: { keys, numbers }, buckets, durations, placeOf }: Adding): void {
  const places = keys.map(placeOf);
  const bucketOf = numbers.at.map(nextBucket(buckets));
  for (let at = 0; at < places.length; at++) {
    const { counts, shares } = places[at] as Place;
    for (const count of counts) add(count, bucketOf[at] as number);
    for (const share of shares) share.times[kind] += 1;
  }
  for (const { row, series, column } of durations)
    addValues({ id: row.id, series, lasted: numbers[column] as readonly number[], places, bucketOf });
}

interface Values {
  readonly id: string;
  readonly series: readonly number[][];
  readonly lasted: readonly number[];
  readonly places: readonly Place[];
  readonly bucketOf: readonly number[];
}

function addValues({ id, series, lasted, places, bucketOf }: Values): void {
  const told = TOLD.some((one) => one === id);
  for (let at = 0; at < lasted.length; at++) {
    const value = lasted[at] as number;
    (series[bucketOf[at] as number] as number[]).push(value);
    if (told) for (const share of (places[at] as Place).shares) share.values[id]?.push(value);
  }
}

function nextBucket(buckets: readonly Stretch[]): (moment: Instant) => number {
  let at = 0;
  return (moment) => {
    const { from, to } = buckets[at] as Stretch;
    if (moment < from || moment >= to) at = bucketAt(buckets, moment);
    return at;
  };
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
