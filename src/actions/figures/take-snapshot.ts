import { takenBack, together } from '../../domain/figures/counts';
import type { FigureCount } from '../../domain/figures/kept';
import { isThereThen, stoodAt } from '../../domain/figures/rewinding';
import { inOrder } from '../../domain/figures/slices';
import { SETTLED } from '../../domain/figures/standing';
import { idFrom } from '../../domain/figures/trace-ids';
import { type Instant, OPEN_STATUSES, type Status } from '../../domain/ticket';
import type { CountedMove, Standing, Tx } from '../../ports/store';
import type { Desk } from '../desk';
import { type Folding, inFold } from './folding';

/** How many traces a past moment is worked out from at most, beside those of as many tickets as are open. */
const FEWEST = 2_000;
const PART = 500;
/** A desk with thousands of traces a second would do nothing but lay down snapshots: each takes back what is not settled. */
const APART = 10 * SETTLED;

export async function isSnapshotDue({ store: { reads } }: Desk): Promise<boolean> {
  const { sinceSnapshot, at } = await reads.folded();
  if (sinceSnapshot < FEWEST || sinceSnapshot < openIn(await reads.allFigureCounts())) return false;
  const newest = await reads.newestSnapshot();
  return newest === null || at - SETTLED - newest >= APART;
}

const openIn = (counts: readonly FigureCount[]): number =>
  counts.reduce((open, { status, tickets }) => open + (status === 'closed' ? 0 : tickets), 0);

/** Keeps where every open ticket stood a moment ago. To be called by who folds: nobody else changes the figures meanwhile. */
export async function takeSnapshot(desk: Desk, folding: Folding): Promise<void> {
  const { reads } = desk.store;
  const folded = await reads.folded();
  const at = folded.at - SETTLED;
  const after = await movesAfter(desk, folding, at);
  const counts = together(await reads.allFigureCounts(), takenBack(after));
  await write(desk, folding, (tx) => tx.dropLooseParts());
  const part = partsAt(desk, folding, at);
  const rewound = stoodAt(after);
  for (const status of OPEN_STATUSES)
    for await (const tickets of standing(desk, status)) await part.add(tickets.filter(({ ticketId }) => !rewound.has(ticketId)));
  await part.add([...rewound.values()].filter(isThereThen));
  await part.end();
  await write(desk, folding, async (tx) => {
    const now = await tx.holdFolded();
    // Somebody erased meanwhile what is in it.
    if (now.batch !== folded.batch) return;
    await tx.addSnapshot({ at, batch: folded.batch, counts });
    await tx.saveFolded({ ...now, sinceSnapshot: after.length });
  });
}

/** How many traces are looked through in one statement. */
const AT_ONCE = 2_000;

/** What was counted of a later time, by ticket and seq. */
async function movesAfter({ store: { reads } }: Desk, { goOn }: Folding, at: Instant): Promise<CountedMove[]> {
  const all: CountedMove[] = [];
  for (let from: string | null = idFrom(at); from !== null; await goOn()) {
    const { moves, upTo } = await reads.countedAfter(from, AT_ONCE);
    all.push(...moves.filter((move) => move.at > at));
    from = upTo;
  }
  return inOrder(all);
}

async function write(desk: Desk, folding: Folding, work: (tx: Tx) => Promise<unknown>): Promise<void> {
  await folding.goOn();
  await inFold(desk, folding, work);
}

async function* standing({ store: { reads } }: Desk, status: Status): AsyncGenerator<Standing[]> {
  let after = { since: Number.MIN_SAFE_INTEGER, ticketId: '' };
  for (;;) {
    const tickets = await reads.standing(status, after, PART);
    yield tickets;
    const last = tickets.at(-1);
    if (!last || tickets.length < PART) return;
    after = { since: last.statusSince, ticketId: last.ticketId };
  }
}

function partsAt(desk: Desk, folding: Folding, at: Instant) {
  let part = 0;
  let gathered: Standing[] = [];
  const lay = async (): Promise<void> => {
    const tickets = gathered.splice(0, PART);
    if (tickets.length > 0) await write(desk, folding, (tx) => tx.addSnapshotPart({ at, part: part++, tickets }));
  };
  return {
    async add(tickets: readonly Standing[]) {
      gathered = [...gathered, ...tickets];
      while (gathered.length >= PART) await lay();
    },
    end: lay,
  };
}
