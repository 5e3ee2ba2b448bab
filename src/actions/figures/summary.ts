import type { MessageSums } from '../../domain/figures/message-sums';
import { type Metric, metrics } from '../../domain/figures/metrics';
import { bucketsOf, type Group, type Period, periodBefore, periodOf, type Stretch } from '../../domain/figures/periods';
import { type Shares, sharesOf } from '../../domain/figures/shares';
import { type Sums, summing } from '../../domain/figures/summing';
import type { Tally } from '../../domain/figures/tallies';
import { isZone } from '../../domain/hours';
import { dateOf, localDay } from '../../domain/local-time';
import type { Narrowed } from '../../ports/store';
import type { Desk } from '../desk';
import { countToNow } from './catch-up';
import { addFacts, type Measuring, messagesOf, talksOf } from './gathering';
import { type Duration, durationsOf, type Row, rowsOf } from './spreads';

export interface Asked {
  /** Days or moments; without them the last seven days. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Without it the workspace's. */
  readonly zone?: string | undefined;
  readonly group: Group;
  /** Only working hours. */
  readonly worked: boolean;
  readonly compare: boolean;
  readonly narrowed: Narrowed;
}

/** The numbers of a period; what can't be narrowed as asked is null. */
export interface Totals {
  readonly period: Period;
  readonly buckets: readonly Stretch[];
  readonly wanted: ReadonlySet<string>;
  readonly facts: Sums;
  readonly durations: ReadonlyMap<string, Duration>;
  readonly messages: Pick<MessageSums, 'ways'> | null;
  /** `all` and `contained`. */
  readonly talks: Tally | null;
}

/** With its tables. */
export interface Measured extends Totals {
  readonly agents: readonly Row[];
  readonly teams: readonly Row[];
  readonly channels: Shares;
  readonly messages: MessageSums | null;
}

export interface Summary {
  readonly measured: Measured;
  readonly before: Totals | null;
}

/** The numbers of a period of which the desk knows everything up to now. Refuses (422) what is no period, zone or group. */
export async function summarise(desk: Desk, asked: Asked): Promise<Summary> {
  const period = periodAsked(desk, asked);
  const buckets = bucketsOf(period, asked.group);
  const batch = await position(desk);
  const now = desk.clock.now();
  const measured = await measure(desk, { ...asked, period, buckets, batch });
  if (!asked.compare) return { measured, before: null };
  const former = periodBefore(period, now);
  return { measured, before: await totalsOf(desk, { ...asked, period: former, buckets: bucketsOf(former, asked.group), batch }) };
}

export function periodAsked({ house, clock }: Pick<Desk, 'house' | 'clock'>, asked: Pick<Asked, 'from' | 'to' | 'zone'>): Period {
  const zone = asked.zone ?? house.current().settings.locale.timeZone;
  const daysAgo = (days: number) => dateOf(localDay(isZone(zone) ? zone : 'UTC', clock.now()) - days);
  return periodOf({ from: asked.from ?? daysAgo(6), to: asked.to ?? daysAgo(0), zone });
}

/** Counts everything up to now, and answers the newest fold: what is counted later is left out, so that all numbers of one answer fit. */
export async function position(desk: Desk): Promise<number> {
  await countToNow(desk);
  return (await desk.store.reads.folded()).batch;
}

/** Whether a number can be narrowed so. */
export const fits = ({ narrowedBy }: Metric, narrowed: Narrowed): boolean =>
  (Object.keys(narrowed) as (keyof Narrowed)[]).every((by) => narrowed[by] === undefined || narrowedBy.includes(by));

async function measure(desk: Desk, measuring: Measuring): Promise<Measured> {
  const { facts, ...counted } = await countedIn(desk, measuring);
  return {
    ...counted,
    facts,
    agents: await rowsOf(counted.durations, facts, 'agent'),
    teams: await rowsOf(counted.durations, facts, 'team'),
    channels: sharesOf(facts, 'channel'),
    messages: counted.wanted.has('messages') ? await messagesOf(desk, measuring, { waysOnly: false }) : null,
  };
}

/** Of the period before nobody asks more. */
async function totalsOf(desk: Desk, measuring: Measuring): Promise<Totals> {
  const counted = await countedIn(desk, measuring);
  return { ...counted, messages: counted.wanted.has('messages') ? await messagesOf(desk, measuring, { waysOnly: true }) : null };
}

async function countedIn(desk: Desk, measuring: Measuring): Promise<Omit<Totals, 'messages'>> {
  const { period, buckets, worked, narrowed } = measuring;
  const wanted = new Set(metrics.filter((metric) => fits(metric, narrowed)).map(({ id }) => id));
  const facts = summing({ period, buckets, wanted, worked });
  await addFacts(desk, measuring, facts);
  const durations = await durationsOf(facts, buckets.length);
  return { period, buckets, wanted, facts, durations, talks: wanted.has('bot_talks') ? await talksOf(desk, measuring) : null };
}
