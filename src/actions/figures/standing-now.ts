import { sumsOf } from '../../domain/figures/counts';
import type { FigureCount } from '../../domain/figures/kept';
import type { TicketRange } from '../../ports/store';
import type { Desk } from '../desk';
import { giveWay } from '../give-way';

/** More traces than these are counted only after an upgrade: then tickets are counted instead. */
const MOST = 20_000;
/** So many tickets are counted in one statement. */
const AT_ONCE = 2_000;

/** How many tickets stand alike, with the traces that must be added; `behind`: what is kept of single tickets is not of use yet. */
export async function standingNow(desk: Desk) {
  if (!(await isBehind(desk))) return { ...(await desk.store.reads.standingNow()), behind: false };
  return { counts: await countTickets(desk), traces: [], behind: true };
}

async function isBehind({ store: { reads } }: Desk): Promise<boolean> {
  return (await reads.folded()).historyAfter !== null || (await reads.isUncounted(MOST));
}

/** In slices, for on SQLite everybody else waits meanwhile. */
async function countTickets({ store: { reads } }: Desk): Promise<FigureCount[]> {
  let counts: FigureCount[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const range: TicketRange = { after, until: await reads.rangeEnd(after, AT_ONCE) };
    counts = sumsOf([...counts, ...(await reads.ticketsIn(range))]);
    await giveWay();
    after = range.until;
  }
  return counts;
}
