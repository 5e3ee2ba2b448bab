import type { TicketFigures } from './kept';
import type { Counted, Trace } from './trace';

/** From which counted trace of a ticket up to before which waiting one others may be missing. */
export interface Gap {
  readonly ticketId: string;
  readonly after: number;
  readonly before: number;
}

/** A ticket's traces in the order in which they are counted: those of words alone may come at any time, and come last. */
export const inOrder = <T extends Pick<Trace, 'seq' | 'id'>>(traces: readonly T[]): T[] =>
  [...traces].sort((a, b) => placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1));

const placeOf = ({ seq }: Pick<Trace, 'seq'>): number => (seq === 0 ? Number.MAX_SAFE_INTEGER : seq);

/** Traces by ticket, each in order. */
export function byTicket<T extends Pick<Trace, 'ticketId' | 'seq' | 'id'>>(traces: readonly T[]): Map<string, T[]> {
  const tickets = new Map<string, T[]>();
  for (const trace of inOrder(traces)) {
    if (trace.ticketId === null) continue;
    const known = tickets.get(trace.ticketId);
    if (known) known.push(trace);
    else tickets.set(trace.ticketId, [trace]);
  }
  return tickets;
}

/** A ticket's first trace says all of it. */
export const isFirst = ({ was, now }: Pick<Trace, 'was' | 'now'>): boolean => was === null && now !== null;

const LOWEST = -(2 ** 31);
const HIGHEST = 2 ** 31 - 1;

/**
 * Where traces may be missing among those that were taken by id: ids go by the clocks of several instances, seqs do not.
 * Versions that left no trace leave gaps, too.
 */
export function gapsIn(traces: readonly Trace[], figures: ReadonlyMap<string, Pick<TicketFigures, 'seq'>>): Gap[] {
  return [...byTicket(traces)].flatMap(([ticketId, its]) => {
    const [first, ...rest] = its.filter(({ seq }) => seq !== 0);
    // Words alone: of a ticket of which nothing is known yet its beginning comes first.
    if (!first) return figures.has(ticketId) ? [] : [{ ticketId, after: LOWEST, before: HIGHEST }];
    const known = isFirst(first) ? first.seq - 1 : (figures.get(ticketId)?.seq ?? LOWEST);
    const seqs = [known, first.seq, ...rest.map(({ seq }) => seq)];
    return seqs.slice(1).flatMap((before, at) => {
      const after = seqs[at] as number;
      return before > after + 1 ? [{ ticketId, after, before }] : [];
    });
  });
}

export const counted = (trace: Trace, batch: number): Counted => ({ ...trace, batch });
