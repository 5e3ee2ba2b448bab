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

export const byId = <T extends Pick<Trace, 'id'>>(traces: readonly T[]): T[] => [...traces].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Traces by ticket, each in order. */
export function byTicket<T extends Pick<Trace, 'ticketId' | 'seq' | 'id'>>(traces: readonly T[]): Map<string, T[]> {
  const tickets = grouped(traces, ({ ticketId }) => ticketId);
  for (const [ticketId, its] of tickets) if (its.length > 1) tickets.set(ticketId, inOrder(its));
  return tickets;
}

function grouped<T>(traces: readonly T[], keyOf: (trace: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const trace of traces) {
    const key = keyOf(trace);
    if (key === null) continue;
    const known = groups.get(key);
    if (known) known.push(trace);
    else groups.set(key, [trace]);
  }
  return groups;
}

/** Traces in steps of about `size` each, those of one chat together and in their order; what is said in one, talks go by. */
export function* inChats<T extends Pick<Trace, 'chatId'>>(traces: readonly T[], size: () => number): Generator<T[]> {
  let step: T[] = [];
  for (const its of grouped(traces, ({ chatId }) => chatId).values())
    for (const trace of its) {
      step.push(trace);
      if (step.length < 2 * size() && (step.length < size() || trace !== its.at(-1))) continue;
      yield step;
      step = [];
    }
  if (step.length > 0) yield step;
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
