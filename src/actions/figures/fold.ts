import { hoursOf } from '../../domain/eligible';
import { advance, type HoursFor } from '../../domain/figures/advance';
import { changed, changesOf } from '../../domain/figures/counts';
import type { FigureFact, Folded, TicketFigures } from '../../domain/figures/kept';
import { byId, byTicket, counted, gapsIn, inChats } from '../../domain/figures/slices';
import { isOfTalk, talksAfter } from '../../domain/figures/talks';
import type { Trace } from '../../domain/figures/trace';
import { messagesIn } from '../../domain/figures/words';
import type { Fold, House } from '../../ports/store';
import type { Desk } from '../desk';
import { policyFor } from '../rules';
import type { Folding } from './folding';
import { nextTraces, type StepSize, stepSize } from './next-traces';

export const hoursUnder =
  (house: House): HoursFor =>
  ({ channelId, teamId }) =>
    hoursOf({ teamId }, policyFor(house, channelId));

/**
 * Counts the next traces, chat by chat: a customer who writes ten times between two folds has their row written once. Each step
 * is counted whole or not at all; answers whether these were all there were. Somebody else may have counted, or erased,
 * meanwhile: then it is to be begun again.
 */
export async function foldSome(desk: Desk, folding: Folding, most?: number): Promise<'some' | 'all' | 'again'> {
  let folded = await desk.store.reads.folded();
  const { traces, isAll } = await nextTraces(desk, folding, most);
  const size = stepSize();
  /** Counted before their turn, for others could not be without them. */
  const done = new Set<string>();
  for (const next of inChats(traces, size.now)) {
    const step = next.filter(({ id }) => !done.has(id));
    const fold = await foldOf(desk, folded, step);
    if (!(await save(desk, folding, folded, fold, size.measured))) return 'again';
    if (fold.traceIds.length + fold.done.length > step.length) for (const id of fold.traceIds) done.add(id);
    folded = fold.folded;
    await folding.goOn();
  }
  return isAll ? 'all' : 'some';
}

const save = (desk: Desk, { hold }: Folding, folded: Folded, fold: Fold, measured: StepSize['measured']): Promise<boolean> =>
  desk.store.atomically(async (tx) => {
    await desk.store.leases.confirm(tx, hold.name, hold.token);
    if ((await tx.holdFolded()).batch !== folded.batch) return false;
    await measured(() => tx.saveFold(fold));
    return true;
  });

type Known = ReadonlyMap<string, TicketFigures>;

/** What is kept of their tickets, and the traces that belong before them though their ids are greater. */
async function around({ store: { reads } }: Desk, step: readonly Trace[]): Promise<{ traces: readonly Trace[]; known: Known }> {
  const tickets = new Set(step.flatMap(({ ticketId }) => (ticketId === null ? [] : [ticketId])));
  const known = new Map((await reads.figuresOf([...tickets])).map((figures) => [figures.ticketId, figures]));
  const gaps = gapsIn(step, known);
  if (gaps.length === 0) return { traces: step, known };
  const had = new Set(step.map(({ id }) => id));
  const missing = (await reads.uncountedIn(gaps)).filter(({ id }) => !had.has(id));
  return { traces: [...step, ...missing], known };
}

async function foldOf(desk: Desk, folded: Folded, step: readonly Trace[]): Promise<Fold> {
  const { reads } = desk.store;
  const { traces, known } = await around(desk, step);
  const batch = folded.batch + 1;
  const kept = traces.filter(({ ticketId }) => ticketId !== null);
  const talking = byId(traces.filter(isOfTalk));
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
    known,
    ...advanced(kept, known, batch, hoursUnder(desk.house.current())),
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
