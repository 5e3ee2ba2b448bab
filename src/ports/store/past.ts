import type { FigureCount, TicketFigures } from '../../domain/figures/kept';
import type { Move, Standing } from '../../domain/figures/standing';
import type { Instant } from '../../domain/ticket';

/** From where a past moment is worked out: the newest snapshot up to it, and the folds that may count what came between. */
export interface Base {
  /** When the snapshot was; null = there is none, and all is worked out from the beginning. */
  readonly at: Instant | null;
  readonly counts: readonly FigureCount[];
  /** Traces after the snapshot and up to the moment are counted by folds after `after`, up to `upTo`. */
  readonly after: number;
  readonly upTo: number;
}

/** A ticket as a list of past tickets needs it, wherever it stood. */
export type TicketThen = Pick<
  TicketFigures,
  'ticketId' | 'channelId' | 'createdAt' | 'status' | 'stage' | 'assigneeId' | 'teamId' | 'statusSince' | 'stageSince' | 'agentId'
>;

/** Any past moment; of what is counted (`catchUp` comes before). */
export interface PastReads {
  baseOf(at: Instant): Promise<Base>;
  hasSnapshot(at: Instant): Promise<boolean>;
  /** The open tickets of a snapshot, in parts: those from a part on; empty when there is none any more. */
  snapshotParts(at: Instant, from: number, limit: number): Promise<Standing[][]>;
  /** How tickets moved after one moment, up to another, as these folds counted it: of each from where first, and where to last. */
  movesIn(folds: Pick<Base, 'after' | 'upTo'>, during: { readonly after: Instant; readonly upTo: Instant }): Promise<Move[]>;
  /** The last move of each of these tickets up to a moment. */
  lastMoves(ticketIds: readonly string[], upTo: Instant): Promise<Move[]>;
  /** Whose these tickets were at a moment, as their traces tell. */
  contactsOf(ticketIds: readonly string[], at: Instant): Promise<ReadonlyMap<string, string>>;
  /** The newest message of each of these tickets that was heard by a moment: ids by ticket. */
  lastHeard(ticketIds: readonly string[], at: Instant): Promise<ReadonlyMap<string, string>>;
  /** Tickets created up to a moment, newest first, as they stand now: those after this one; null when there is no such ticket. */
  createdBy(at: Instant, after: string | null, limit: number): Promise<TicketThen[] | null>;
  /** The ticket as it stands now; null when it was not created by then. */
  ticketThen(ticketId: string, at: Instant): Promise<TicketThen | null>;
  /** How many tickets were opened, or opened again, and were closed, in each quarter of an hour after a moment, up to another. */
  openings(during: { readonly after: Instant; readonly upTo: Instant }): Promise<{ readonly quarter: number; readonly change: number }[]>;
}
