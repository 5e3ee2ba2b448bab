import { advance } from '../../domain/figures/advance';
import type { TicketFigures } from '../../domain/figures/kept';
import { byTicket, counted } from '../../domain/figures/slices';
import type { FiguresOfOne } from '../../ports/store';
import type { Begun, Maker } from './source';

/** Report cells hold no working hours. */
const ALWAYS = () => null;

/**
 * These tickets as they stood at a report's position: those that have gone on since are worked out again from their traces up to
 * it, and those that were not there yet are left out.
 */
export async function asOf(
  { store: { reads } }: Maker,
  { batch }: Pick<Begun, 'batch'>,
  slice: readonly FiguresOfOne[],
): Promise<readonly FiguresOfOne[]> {
  const newer = slice.filter(({ figures }) => figures.batch > batch).map(({ figures }) => figures.ticketId);
  if (newer.length === 0) return slice;
  const then = new Map<string, TicketFigures>();
  for (const [ticketId, traces] of byTicket(await reads.tracesOf(newer, batch))) {
    let figures: TicketFigures | null = null;
    for (const trace of traces) figures = advance(figures, counted(trace, trace.batch ?? batch), ALWAYS).figures;
    if (figures) then.set(ticketId, figures);
  }
  return withPeople(reads, slice, batch, then);
}

/** A ticket that was given to another person since is that one's who had it then. */
async function withPeople(
  reads: Maker['store']['reads'],
  slice: readonly FiguresOfOne[],
  batch: number,
  then: ReadonlyMap<string, TicketFigures>,
) {
  const stood = slice.flatMap((one) => {
    const figures = one.figures.batch > batch ? then.get(one.figures.ticketId) : one.figures;
    return figures ? [{ ...one, figures }] : [];
  });
  const moved = stood.filter(({ figures, person }) => figures.contactId !== person?.id).map(({ figures }) => figures.contactId);
  const people = new Map((await reads.personsOf([...new Set(moved)])).map((person) => [person.id, person]));
  return stood.map((one) =>
    one.figures.contactId === one.person?.id ? one : { ...one, person: people.get(one.figures.contactId) ?? null },
  );
}
