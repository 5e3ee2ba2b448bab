import { advance } from '../../domain/figures/advance';
import type { TicketFigures } from '../../domain/figures/kept';
import type { WhoThen } from '../../domain/figures/merged';
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
  return slice.flatMap((one) => {
    const figures = one.figures.batch > batch ? then.get(one.figures.ticketId) : one.figures;
    return figures ? [{ ...one, figures }] : [];
  });
}

/** Each ticket with the person whose it was then: people are found to be others, and parted again. */
export async function withPeople(
  { store: { reads } }: Maker,
  who: WhoThen,
  slice: readonly FiguresOfOne[],
): Promise<readonly FiguresOfOne[]> {
  const others = slice.flatMap(({ figures, person }) =>
    who.contact(figures.contactId) === person?.id ? [] : who.contact(figures.contactId),
  );
  if (others.length === 0) return slice;
  const people = new Map((await reads.personsOf([...new Set(others)])).map((person) => [person.id, person]));
  return slice.map((one) => {
    const contactId = who.contact(one.figures.contactId);
    const person = contactId === one.person?.id ? one.person : (people.get(contactId) ?? null);
    return { figures: { ...one.figures, contactId }, person };
  });
}
