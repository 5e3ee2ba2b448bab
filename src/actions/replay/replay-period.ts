import { seconds } from '../../domain/figures/durations';
import { bothWays } from '../../domain/replay/both';
import { type Pair, pairsOf } from '../../domain/replay/compare';
import type { Outcome } from '../../domain/replay/outcome';
import type { ChatRecord, Stretch } from '../../domain/replay/record';
import type { Difference, Replay, ReplayResult, Shown } from '../../domain/replay/result';
import { openTally } from '../../domain/replay/tally';
import { openWaits } from '../../domain/replay/waits';
import type { Desk } from '../desk';
import { giveWay } from '../give-way';
import { type World, worldOf } from './world';

/** So many chats are read and replayed at a time, in some milliseconds: others have their turn in between. */
const SLICE = 20;
/** So many things that came to chats are replayed before others have their turn. */
const STEPS = 50;
/** So many recorded waits say what is usual. */
const WAITS = 1_000;

type Looking = Pick<Desk, 'store' | 'house' | 'kinds' | 'clock'>;

/** Told after every slice. */
export interface Progress {
  readonly chats: number;
  readonly done: number;
  /** Tickets that differ, of this slice. */
  readonly differences: readonly Difference[];
}

/** What a period would have been like under other settings. Reads only; of the period's tickets it keeps in memory when agents had them, 16 bytes a time. */
export async function replayPeriod(
  desk: Looking,
  { from, to, patch }: Replay['request'],
  tell: (progress: Progress) => Promise<void>,
): Promise<ReplayResult> {
  const period = { from, to: Math.min(to, desk.clock.now()) };
  const world = await worldOf(desk, period);
  const chats = await desk.store.reads.countChats();
  const usualWait = await usualWaitIn(desk, period, () => tell({ chats, done: 0, differences: [] }));
  const tally = openTally(period, world.staff);
  const inTurns = takingTurns();
  let [differ, estimated, unclear, done] = [0, 0, 0, 0];
  for await (const { records, tooLong } of slices(desk, period)) {
    const differences: Difference[] = [];
    for (const record of records) {
      const compared = await compare(world, record, { period, patch, usualWait, inTurns });
      tally.add(compared.pairs, compared.back);
      unclear += Number(compared.unclear);
      for (const pair of compared.pairs) if (pair.since !== null) differences.push(differenceOf(record, pair, pair.since));
    }
    done = Math.min(chats, done + SLICE);
    unclear += tooLong;
    differ += differences.length;
    estimated += differences.filter((one) => one.estimated).length;
    await tell({ chats, done, differences });
  }
  return { ...tally.totals(), differ, estimated, chats, unclear };
}

/** Chats by id, a slice after another. */
async function* slices(desk: Looking, period: Stretch) {
  let after: string | null = '';
  while (after !== null) {
    const { next, ...slice } = await desk.store.reads.walkChats(after, SLICE, period);
    yield slice;
    after = next;
    await giveWay();
  }
}

/** Where few had to wait, this looks at every chat, too: whoever listens may end it. */
async function usualWaitIn(desk: Looking, period: Stretch, tell: () => Promise<void>): Promise<number> {
  const waits = openWaits(period);
  for await (const { records } of slices(desk, period)) {
    await tell();
    for (const { events } of records) waits.add(events);
    if (waits.count() >= WAITS) break;
  }
  return waits.median();
}

/** Runs what goes in steps to its end; others have their turn after every so many, of whichever chats. */
function takingTurns() {
  let steps = 0;
  return async <Result>(work: Generator<void, Result>): Promise<Result> => {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      if (++steps % STEPS === 0) await giveWay();
    }
  };
}

interface Asked {
  readonly period: Stretch;
  readonly patch: Replay['request']['patch'];
  readonly usualWait: number;
  readonly inTurns: ReturnType<typeof takingTurns>;
}

async function compare({ staff, rulesOf }: World, record: ChatRecord, { period, patch, usualWait, inTurns }: Asked) {
  const { channelId } = record.chat;
  const rules = rulesOf(channelId, null);
  const otherwise = rulesOf(channelId, { from: period.from, patch });
  const ways = bothWays(record, { staff, rules, otherwise, until: period.to, usualWait });
  const { before, after, unclear } = await inTurns(ways);
  const within = (moments: readonly number[]) => moments.filter((at) => at >= period.from).length;
  return { pairs: pairsOf(before, after, period), unclear, back: { before: within(before.back), after: within(after.back) } };
}

function differenceOf({ chat, tickets }: ChatRecord, { ticketId, before, after, estimated }: Pair, since: number): Difference {
  const known = tickets.find(({ id }) => id === ticketId);
  return {
    ticket: known ? { id: known.id, number: known.number } : null,
    chatId: chat.id,
    channelId: chat.channelId,
    contactId: chat.contactId,
    since,
    estimated,
    before: before && shown(before),
    after: after && shown(after),
  };
}

const shown = ({ waited, queued, held: _, byTime: __, closedBy: ___, reminded: ____, ...rest }: Outcome): Shown => ({
  ...rest,
  waitingSeconds: seconds(waited),
  queuedSeconds: seconds(queued),
});
