import { FACT_KINDS } from '../../domain/figures/kept';
import { type MessageSums, summingMessages } from '../../domain/figures/message-sums';
import { metrics } from '../../domain/figures/metrics';
import { bucketAt, nextBucket, type Period, type Stretch } from '../../domain/figures/periods';
import { columnOf, isOfFacts, type Sums } from '../../domain/figures/summing';
import { add, type Tally, tallyOver } from '../../domain/figures/tallies';
import type { Narrowed, SpanColumn } from '../../ports/store';
import type { Desk } from '../desk';
import { giveWay } from '../give-way';
import { inSlices } from './in-slices';

/** What of which period is gathered, and of which facts: up to this fold. */
export interface Measuring {
  readonly worked: boolean;
  readonly narrowed: Narrowed;
  readonly period: Period;
  readonly buckets: readonly Stretch[];
  readonly batch: number;
}

type Adding = Measuring & { readonly causesOnly: boolean };

export async function addFacts(
  { store: { reads } }: Desk,
  { period, batch, narrowed, worked, causesOnly }: Adding,
  sums: Sums,
): Promise<void> {
  for (const kind of FACT_KINDS) {
    const spans = metrics.filter(isOfFacts).flatMap((metric) => {
      const column = metric.of.facts === kind ? columnOf(metric, worked) : null;
      return column === null ? [] : [column as SpanColumn];
    });
    const slices = inSlices(period, (slice) => reads.factsIn({ ...slice, kind, batch, narrowed, spans, causesOnly }));
    for await (const facts of slices) {
      sums.add(kind, facts);
      await giveWay();
    }
  }
}

export async function messagesOf({ store: { reads } }: Desk, { period, buckets, narrowed }: Measuring): Promise<MessageSums> {
  const sums = summingMessages(buckets);
  for await (const columns of inSlices(period, (slice) => reads.messageTimesIn({ ...slice, narrowed }))) sums.add(columns);
  return sums;
}

/** Messages by direction alone. */
export async function waysOf({ store: { reads } }: Desk, { period, buckets, narrowed }: Measuring): Promise<Tally> {
  const ways = tallyOver(buckets.length);
  const bucketOf = nextBucket(buckets);
  for await (const { quarters, times, cameIn } of inSlices(period, (slice) => reads.messageWaysIn({ ...slice, narrowed })))
    for (const [at, quarter] of quarters.entries()) {
      const place = bucketOf(quarter);
      add(ways.place('in'), place, cameIn[at]);
      add(ways.place('out'), place, (times[at] as number) - (cameIn[at] as number));
    }
  return ways;
}

export async function talksOf({ store: { reads } }: Desk, { period, buckets, narrowed }: Measuring): Promise<Tally> {
  const tally = tallyOver(buckets.length);
  for await (const { numbers } of inSlices(period, (slice) => reads.talksIn({ ...slice, narrowed })))
    for (const [at, startedAt] of numbers.startedAt.entries()) {
      const place = bucketAt(buckets, startedAt);
      add(tally.place('all'), place);
      if (numbers.contained[at] === 1) add(tally.place('contained'), place);
    }
  return tally;
}
