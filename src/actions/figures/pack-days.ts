import { dayOf, MOST_ADDED, PACKED, type Packed, type PackedDay, packed, spansOf, stretchOf } from '../../domain/figures/packing';
import type { Stretch } from '../../domain/figures/periods';
import type { Columns } from '../../domain/figures/side-by-side';
import { LeaseLost, type Packing } from '../../ports/store';
import type { Desk } from '../desk';
import { rest } from '../give-way';
import { sweepFigures } from './catch-up';
import { type Folding, inFold, whileFolding } from './folding';
import { inSlices } from './in-slices';

const HOUR = 60 * 60_000;
/** How long after its end a day is packed. A talk with the bot may become a ticket a day after its last words. */
const LATER: Readonly<Record<Packed, number>> = {
  new: HOUR,
  answered: HOUR,
  closed: HOUR,
  reopened: HOUR,
  messages: HOUR,
  talks: 48 * HOUR,
};

/** So long it waits for somebody who counts, and so long others may count between two days. */
const PATIENCE = 1_000;
const BETWEEN = 25;

/**
 * Packs the days that are over and are not packed, or were added to often, the newest first. Each is read while others have
 * their turn, and written in a small transaction by who has the right to fold. Answers how many.
 */
export async function packDays(desk: Desk, goOn: () => Promise<boolean> = async () => true): Promise<number> {
  const days = await daysToPack(desk);
  let done = 0;
  for (const [day, kinds] of days) {
    const packs = await whileFolding(desk, PATIENCE, (folding) => packDay(desk, folding, day, kinds));
    if (packs === null || !(await goOn())) return done;
    done += 1;
    await rest(BETWEEN);
    // Whoever counts by the clock does not wait for its turn: a year to pack would leave it none for minutes.
    await sweepFigures(desk);
  }
  return done;
}

/** Never the day of the newest thing that is counted: so whoever counts knows at once whether a day may be packed. */
async function daysToPack({ store: { reads }, clock }: Desk): Promise<[number, Packed[]][]> {
  const folded = await reads.folded();
  if (folded.historyAfter !== null) return [];
  const days = new Map<number, Packed[]>();
  for (const packing of await reads.packing()) {
    const end = Math.min(dayOf(folded.at), dayOf(clock.now() - LATER[packing.of]));
    for (const day of missing(packing, end)) days.set(day, [...(days.get(day) ?? []), packing.of]);
  }
  return [...days].sort(([a], [b]) => b - a);
}

function* missing({ first, days }: Packing, end: number): Generator<number> {
  if (first === null) return;
  for (let day = dayOf(first); day < end; day++) {
    const folds = days.get(day);
    if (folds === undefined || folds > MOST_ADDED) yield day;
  }
}

async function packDay(desk: Desk, folding: Folding, day: number, kinds: readonly Packed[]): Promise<true> {
  const { batch } = await desk.store.reads.folded();
  const packs: PackedDay[] = [];
  for (const of of PACKED.filter((one) => kinds.includes(one))) {
    const columns: Columns[] = [];
    for await (const part of inSlices(stretchOf(day), reading(desk, of, batch), HOUR)) {
      columns.push(part);
      await folding.goOn();
    }
    packs.push(...packed(columns, day).map((bytes, part) => ({ of, day, batch, part, bytes })));
    await folding.goOn();
  }
  await inFold(desk, folding, async (tx) => {
    // Somebody erased meanwhile what is in it.
    if ((await tx.holdFolded()).batch !== batch) throw new LeaseLost(folding.hold.name);
    await tx.savePacked(packs);
  });
  return true;
}

/** How the rows of a kind are read. */
export function reading({ store: { reads } }: Desk, of: Packed, batch: number): (slice: Stretch) => Promise<Columns> {
  const narrowed = {};
  if (of === 'messages') return (slice) => reads.messageTimesIn({ ...slice, narrowed });
  if (of === 'talks') return (slice) => reads.talksIn({ ...slice, narrowed });
  return (slice) => reads.factsIn({ ...slice, kind: of, batch, narrowed, spans: spansOf(of) });
}
