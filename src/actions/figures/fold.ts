import { hoursOf } from '../../domain/eligible';
import { advance, type HoursFor } from '../../domain/figures/advance';
import { changed, changesOf } from '../../domain/figures/counts';
import type { FigureFact, Folded, TicketFigures } from '../../domain/figures/kept';
import { byTicket, counted, gapsIn, inOrder } from '../../domain/figures/slices';
import { isOfTalk, talksAfter } from '../../domain/figures/talks';
import type { Trace } from '../../domain/figures/trace';
import { messagesIn } from '../../domain/figures/words';
import type { Fold, House } from '../../ports/store';
import type { Desk } from '../desk';
import { policyFor } from '../rules';
import type { Folding } from './folding';

/** How many traces one transaction counts: some milliseconds, for on SQLite everybody else waits so long. */
const AT_ONCE = 150;

export const hoursUnder =
  (house: House): HoursFor =>
  ({ channelId, teamId }) =>
    hoursOf({ teamId }, policyFor(house, channelId));

/**
 * Counts the next traces, all of it or nothing; answers how many, and whether that was all there were. Somebody else may have
 * counted, or erased, meanwhile: then nothing is, and it is to be begun again.
 */
export async function foldSome(desk: Desk, { hold }: Folding, most = AT_ONCE): Promise<'some' | 'all' | 'again'> {
  const folded = await desk.store.reads.folded();
  const { traces, known } = await nextTraces(desk, most);
  if (traces.length === 0) return 'all';
  const fold = await foldOf(desk, folded, traces, known);
  const stood = await desk.store.atomically(async (tx) => {
    await desk.store.leases.confirm(tx, hold.name, hold.token);
    if ((await tx.holdFolded()).batch !== folded.batch) return false;
    await tx.saveFold(fold);
    return true;
  });
  return !stood ? 'again' : traces.length < most ? 'all' : 'some';
}

type Known = ReadonlyMap<string, TicketFigures>;

/** The next traces by id, with those that belong before them though their ids are greater. */
async function nextTraces({ store: { reads } }: Desk, most: number): Promise<{ traces: Trace[]; known: Known }> {
  const next = await reads.uncounted(most);
  const tickets = new Set(next.flatMap(({ ticketId }) => (ticketId === null ? [] : [ticketId])));
  const known = new Map((await reads.figuresOf([...tickets])).map((figures) => [figures.ticketId, figures]));
  const had = new Set(next.map(({ id }) => id));
  const missing = (await reads.uncountedIn(gapsIn(next, known))).filter(({ id }) => !had.has(id));
  return { traces: [...next, ...missing], known };
}

async function foldOf({ store: { reads }, house }: Desk, folded: Folded, traces: readonly Trace[], known: Known): Promise<Fold> {
  const batch = folded.batch + 1;
  const kept = traces.filter(({ ticketId }) => ticketId !== null);
  const talking = inOrder(traces.map((trace) => ({ ...trace, seq: 0 }))).filter(isOfTalk);
  const changes = changesOf(kept);
  return {
    folded: {
      ...folded,
      batch,
      at: traces.reduce((at, trace) => Math.max(at, trace.at), folded.at),
      traces: folded.traces + kept.length,
      sinceSnapshot: folded.sinceSnapshot + kept.length,
    },
    traceIds: kept.map(({ id }) => id),
    ...advanced(kept, known, batch, hoursUnder(house.current())),
    counts: changed(await reads.figureCounts(changes.map(({ id }) => id)), changes),
    messages: messagesIn(traces),
    talks: talksAfter(await reads.newestTalks([...new Set(talking.map(({ chatId }) => chatId))]), talking),
    done: traces.filter(({ ticketId }) => ticketId === null).map(({ id }) => id),
    from: traces.reduce((from, { at }) => Math.min(from, at), folded.at + 1),
  };
}

function advanced(traces: readonly Trace[], known: Known, batch: number, hoursFor: HoursFor): Pick<Fold, 'figures' | 'facts'> {
  const all: TicketFigures[] = [];
  const facts: FigureFact[] = [];
  for (const [ticketId, its] of byTicket(traces)) {
    let figures = known.get(ticketId) ?? null;
    for (const trace of its) {
      const next = advance(figures, counted(trace, batch), hoursFor);
      figures = next.figures;
      facts.push(...next.facts);
    }
    if (figures) all.push(figures);
  }
  return { figures: all, facts };
}
