import { FACT_KINDS, type FactKind } from '../../domain/figures/kept';
import { type MessageSums, summingMessages } from '../../domain/figures/message-sums';
import { metrics } from '../../domain/figures/metrics';
import type { Span } from '../../domain/figures/packing';
import { nextBucket, type Period, type Stretch } from '../../domain/figures/periods';
import { AXES, columnOf, isOfFacts, type Sums } from '../../domain/figures/summing';
import { add, type Tally, tallyOver } from '../../domain/figures/tallies';
import type { Narrowed } from '../../ports/store';
import type { Desk } from '../desk';
import { columnsIn } from './columns-in';

/** What of which period is gathered, and of which facts: up to this fold. */
export interface Measuring {
  readonly worked: boolean;
  readonly narrowed: Narrowed;
  readonly period: Period;
  readonly buckets: readonly Stretch[];
  readonly batch: number;
}

export async function addFacts(desk: Desk, { period, batch, narrowed, worked }: Measuring, sums: Sums): Promise<void> {
  const { reads } = desk.store;
  for (const kind of FACT_KINDS) {
    const spans = spansFor(kind, worked);
    const read = (slice: Stretch) => reads.factsIn({ ...slice, kind, batch, narrowed, spans });
    for await (const facts of columnsIn(desk, { of: kind, axes: AXES, period, batch, narrowed, names: spans, read })) sums.add(kind, facts);
  }
}

const spansFor = (kind: FactKind, worked: boolean): Span[] =>
  metrics.filter(isOfFacts).flatMap((metric) => {
    const column = metric.of.facts === kind ? columnOf(metric, worked) : null;
    return column === null ? [] : [column as Span];
  });

/** `waysOnly`: by direction alone. */
export async function messagesOf(desk: Desk, measuring: Measuring, { waysOnly }: { readonly waysOnly: boolean }): Promise<MessageSums> {
  const { period, buckets, narrowed, batch } = measuring;
  const sums = summingMessages(buckets, waysOnly);
  const read = (slice: Stretch) => desk.store.reads.messageTimesIn({ ...slice, narrowed });
  const asked = { of: 'messages', axes: { channel: 0, agent: 3 }, period, batch, narrowed, names: ['times'], read } as const;
  for await (const columns of columnsIn(desk, asked)) sums.add(columns);
  return sums;
}

export async function talksOf(desk: Desk, { period, buckets, narrowed, batch }: Measuring): Promise<Tally> {
  const tally = tallyOver(buckets.length);
  const bucketOf = nextBucket(buckets);
  const read = (slice: Stretch) => desk.store.reads.talksIn({ ...slice, narrowed });
  const asked = { of: 'talks', axes: { channel: 0 }, period, batch, narrowed, names: ['contained'], read } as const;
  for await (const { since, moments, numbers } of columnsIn(desk, asked))
    for (const [at, moment] of moments.entries()) {
      const place = bucketOf(since + moment);
      add(tally.place('all'), place);
      if (numbers.contained[at] === 1) add(tally.place('contained'), place);
    }
  return tally;
}
