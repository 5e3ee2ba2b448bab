import type { FigureCount, FigureFact, TicketFigures } from '../../domain/figures/kept';
import type { Ticket } from '../../domain/ticket';

/** Tickets with these ids and between them; null = without end. */
export interface TicketRange {
  readonly after: string;
  readonly until: string | null;
}

export interface FigureDriftReads {
  /** The last of the next so many tickets after one; null when there are not so many. */
  rangeEnd(after: string, tickets: number): Promise<string | null>;
  /** Tickets that do not stand as their figures say, or that have none; and figures of tickets that are not there. */
  drifted(range: TicketRange): Promise<string[]>;
  /** Of these, those with traces that are not counted yet: they are of different moments. */
  uncountedAmong(ticketIds: readonly string[]): Promise<string[]>;
  /** How many tickets stand alike, by their figures. */
  countedIn(range: TicketRange): Promise<Omit<FigureCount, 'id'>[]>;
  /** How many tickets stand alike, by the tickets themselves. */
  ticketsIn(range: TicketRange): Promise<Omit<FigureCount, 'id'>[]>;
  /** Whether more traces than these are not counted yet. */
  isUncounted(most: number): Promise<boolean>;
  ticketRows(ids: readonly string[]): Promise<Ticket[]>;
}

export interface FigureDriftTx {
  saveFigures(figures: readonly TicketFigures[]): Promise<void>;
  saveFacts(facts: readonly FigureFact[]): Promise<void>;
  /** With their facts. */
  removeFigures(ticketIds: readonly string[]): Promise<void>;
  saveCounts(counts: readonly FigureCount[]): Promise<void>;
}
