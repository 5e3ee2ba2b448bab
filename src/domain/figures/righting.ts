import type { Ticket } from '../ticket';
import { advance, type HoursFor } from './advance';
import type { Untold } from './history';
import type { FigureFact, TicketFigures } from './kept';
import { counted } from './slices';
import { factsOf, type Stand, standOf, type Trace } from './trace';

interface Righted {
  readonly figures: TicketFigures | null;
  readonly facts: readonly FigureFact[];
  /** What no trace tells: the next fold counts it. */
  readonly missing: Untold | null;
}

/** What is to be kept of a ticket, worked out again from its traces; where they do not lead to where it stands, one more does. */
export function righted(ticket: Ticket, traces: readonly Trace[], hoursFor: HoursFor, at: number): Righted {
  let figures: TicketFigures | null = null;
  const facts: FigureFact[] = [];
  for (const trace of traces) {
    const next = advance(figures, counted(trace, trace.batch ?? 0), hoursFor);
    figures = next.figures;
    facts.push(...next.facts);
  }
  return { figures, facts, missing: figures && isAlike(figures, ticket) ? null : missing(ticket, figures, at) };
}

const isAlike = (figures: Stand, ticket: Stand): boolean => {
  const [was, now] = [standOf(figures), standOf(ticket)];
  return (Object.keys(now) as (keyof Stand)[]).every((field) => was[field] === now[field]);
};

const missing = (ticket: Ticket, figures: TicketFigures | null, at: number): Untold => ({
  batch: null,
  at,
  channelId: ticket.channelId,
  chatId: ticket.chatId,
  ticketId: ticket.id,
  seq: Math.max(ticket.version, (figures?.seq ?? 0) + 1),
  was: figures && standOf(figures),
  now: standOf(ticket),
  did: { facts: factsOf(ticket) },
});
