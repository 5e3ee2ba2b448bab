import { changedTo, sumsOf } from '../../domain/figures/counts';
import type { FigureCount } from '../../domain/figures/kept';
import { righted } from '../../domain/figures/righting';
import { byTicket } from '../../domain/figures/slices';
import { LeaseLost, type TicketRange, type Tx } from '../../ports/store';
import type { Desk } from '../desk';
import { rest } from '../give-way';
import { checkPacked } from './check-packed';
import { hoursUnder } from './fold';
import { type Folding, inFold, whileFolding } from './folding';

/** So many tickets are looked at in one statement. */
const AT_ONCE = 2_000;

/** What was found to be wrong, and is right again. */
interface Drift {
  readonly tickets: number;
  readonly counts: number;
}

/** The newest fold when it began: somebody who erases moves it, and then nothing is put right by what was read before. */
interface Check extends Folding {
  readonly batch: number;
}

/** So long others may count before it goes on, and so long it waits for them. */
const BETWEEN = 50;
const PATIENCE = 10_000;

/**
 * Holds what is kept against the tickets, and the counts against what is kept; puts right what is not so, and says it. Nothing
 * is folded meanwhile, but between two ranges of tickets; those that changed since the last fold are left out. null: somebody
 * else folded all the time.
 */
export async function checkDrift(desk: Desk): Promise<Drift | null> {
  if ((await desk.store.reads.folded()).historyAfter !== null) return null;
  let tickets = 0;
  for await (const range of ranges(desk)) {
    const wrong = await whileChecking(desk, (check) => checkTickets(desk, check, range));
    if (wrong === null) return said(desk, { tickets, counts: 0 }, null);
    tickets += wrong;
    if (range.until !== null) await rest(BETWEEN);
  }
  const counts = await whileChecking(desk, (check) => finish(desk, check, tickets));
  if (counts === null) return said(desk, { tickets, counts: 0 }, null);
  return said(desk, { tickets, counts }, { tickets, counts });
}

function said<T>({ log }: Desk, { tickets, counts }: Drift, answer: T): T {
  if (tickets + counts > 0) log.warn('figures had drifted, and were put right', { tickets, counts });
  return answer;
}

const whileChecking = (desk: Desk, work: (check: Check) => Promise<number>): Promise<number | null> =>
  whileFolding(desk, PATIENCE, async (folding) => work({ ...folding, batch: (await desk.store.reads.folded()).batch }));

async function finish(desk: Desk, check: Check, tickets: number): Promise<number> {
  const counts = (await checkCounts(desk, check)) + (await checkPacked(desk, check));
  await noted(desk, check, tickets + counts);
  return counts;
}

async function* ranges({ store: { reads } }: Desk): AsyncGenerator<TicketRange> {
  for (let after: string | null = ''; after !== null; ) {
    const until: string | null = await reads.rangeEnd(after, AT_ONCE);
    yield { after, until };
    after = until;
  }
}

async function checkTickets(desk: Desk, check: Check, range: TicketRange): Promise<number> {
  const { reads } = desk.store;
  const apart = await reads.drifted(range);
  const moving = new Set(await reads.uncountedAmong(apart));
  const ids = apart.filter((id) => !moving.has(id));
  for (let from = 0; from < ids.length; from += 100) {
    await putRight(desk, check, ids.slice(from, from + 100));
    await check.goOn();
  }
  return ids.length;
}

/** From the tickets' own traces; of tickets that are gone nothing is kept. */
async function putRight(desk: Desk, check: Check, apart: readonly string[]): Promise<void> {
  const { reads } = desk.store;
  const rows = await reads.ticketRows(apart);
  // Asked after them: what has changed a ticket by then is counted by the next fold, and not made up for as well.
  const moving = new Set(await reads.uncountedAmong(apart));
  const ids = apart.filter((id) => !moving.has(id));
  const tickets = rows.filter(({ id }) => !moving.has(id));
  const traces = byTicket(await reads.tracesOf(ids, check.batch));
  const hoursFor = hoursUnder(desk.house.current());
  const now = tickets.map((ticket) => righted(ticket, traces.get(ticket.id) ?? [], hoursFor, desk.clock.now()));
  await inCheck(desk, check, async (tx) => {
    await tx.removeFigures(ids);
    await tx.saveFigures(now.flatMap(({ figures }) => (figures ? [figures] : [])));
    await tx.saveFacts(now.flatMap(({ facts }) => facts));
    await tx.addTraces(now.flatMap(({ missing }) => (missing ? [{ id: desk.newId(), ...missing }] : [])));
  });
}

async function checkCounts(desk: Desk, check: Check): Promise<number> {
  const { reads } = desk.store;
  let truth: FigureCount[] = [];
  for await (const range of ranges(desk)) {
    truth = sumsOf([...truth, ...(await reads.countedIn(range))]);
    await check.goOn();
  }
  const wrong = changedTo(await reads.allFigureCounts(), truth);
  if (wrong.length > 0) await inCheck(desk, check, (tx) => tx.saveCounts(wrong));
  return wrong.length;
}

const noted = (desk: Desk, check: Check, drifted: number): Promise<void> =>
  inCheck(desk, check, async (tx) => {
    const folded = await tx.holdFolded();
    const checkedAt = desk.clock.now();
    await tx.saveFolded({ ...folded, checkedAt, drifted, driftedAt: drifted > 0 ? checkedAt : folded.driftedAt });
  });

/** Nothing is put right by what was read before somebody erased. */
function inCheck(desk: Desk, check: Check, work: (tx: Tx) => Promise<unknown>): Promise<void> {
  return inFold(desk, check, async (tx) => {
    if ((await tx.holdFolded()).batch !== check.batch) throw new LeaseLost(check.hold.name);
    await work(tx);
  });
}
