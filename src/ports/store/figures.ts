import type {
  BotTalk,
  FigureCount,
  FigureFact,
  Folded,
  MessageCount,
  Snapshot,
  SnapshotPart,
  TicketFigures,
} from '../../domain/figures/kept';
import type { Gap } from '../../domain/figures/slices';
import type { Trace } from '../../domain/figures/trace';
import type { Instant, Status } from '../../domain/ticket';

/** What the fold asks before it writes; its lease keeps everybody else from changing it. */
export interface FigureReads {
  folded(): Promise<Folded>;
  /** Whether something committed is not counted yet. */
  hasUncounted(): Promise<boolean>;
  /** Traces that are not counted yet, by id: those after `after`. */
  uncounted(after: string, limit: number): Promise<Trace[]>;
  /** Traces that are not counted yet inside these gaps: the clock of who wrote them went ahead. */
  uncountedIn(gaps: readonly Gap[]): Promise<Trace[]>;
  /** All of a ticket's traces up to a fold, by seq. */
  tracesOf(ticketIds: readonly string[], batch: number): Promise<Trace[]>;
  figuresOf(ticketIds: readonly string[]): Promise<TicketFigures[]>;
  figureCounts(ids: readonly string[]): Promise<FigureCount[]>;
  allFigureCounts(): Promise<FigureCount[]>;
  /** The newest talk of each of these chats with the bot. */
  newestTalks(chatIds: readonly string[]): Promise<BotTalk[]>;
  /** Tickets in a status, by since when and by id: those after `after`. */
  standing(status: Status, after: { readonly since: Instant; readonly ticketId: string }, limit: number): Promise<Standing[]>;
  /**
   * Of the next so many traces after an id those that are counted and in which a ticket changed its stand, and up to which id
   * that was; null = no more are counted. They are counted by id: behind as many uncounted ones there are only those that come late.
   */
  countedAfter(id: string, limit: number): Promise<{ readonly moves: readonly CountedMove[]; readonly upTo: string | null }>;
  /** When the newest snapshot was; null = there is none. */
  newestSnapshot(): Promise<Instant | null>;
}

/** How a ticket changed its stand. */
export type CountedMove = Pick<Trace, 'id' | 'at' | 'channelId' | 'ticketId' | 'seq' | 'was' | 'now'>;

/** A ticket as snapshots keep it. */
export type Standing = SnapshotPart['tickets'][number];

/** What one fold changes. */
export interface Fold {
  readonly folded: Folded;
  readonly traceIds: readonly string[];
  readonly figures: readonly TicketFigures[];
  /** What was kept of those tickets before, by their ids. */
  readonly known: ReadonlyMap<string, TicketFigures>;
  readonly facts: readonly FigureFact[];
  readonly counts: readonly FigureCount[];
  /** To be added to what is counted. */
  readonly messages: readonly MessageCount[];
  readonly talks: readonly BotTalk[];
  /** Traces without a ticket, which are of no more use. */
  readonly done: readonly string[];
  /** The earliest moment that it counts: no snapshot of then or later holds any more. */
  readonly from: Instant;
}

export interface FigureTx {
  /** How far the figures are kept, locked until the commit. */
  holdFolded(): Promise<Folded>;
  saveFolded(folded: Folded): Promise<void>;
  saveFold(fold: Fold): Promise<void>;
  addSnapshotPart(part: SnapshotPart): Promise<void>;
  addSnapshot(snapshot: Snapshot): Promise<void>;
  /** Parts of a snapshot that was begun and never came to be. */
  dropLooseParts(): Promise<void>;
}
