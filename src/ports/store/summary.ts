import type { FactKind } from '../../domain/figures/kept';
import type { Instant, Ticket } from '../../domain/ticket';
import type { Page, Paged } from './reads';

/** Rows as columns: their fields lie side by side. */
export interface Columns<Number extends string> {
  readonly rows: number;
  /** The texts of each row with a space between them, empty where there is none; and a comma between rows. */
  readonly keys: string;
  readonly numbers: { readonly [Name in Number]: Float64Array };
}

export type SpanColumn = 'total' | 'handle' | 'waiting' | 'idle' | 'totalWorked' | 'handleWorked' | 'waitingWorked' | 'idleWorked';

/** Which of the channels, teams and agents; null among them = none. Absent = all. */
export interface Narrowed {
  readonly channel?: readonly string[];
  readonly team?: readonly (string | null)[];
  readonly agent?: readonly (string | null)[];
}

export interface Slice {
  readonly from: Instant;
  /** Not included. */
  readonly to: Instant;
}

export interface FactSlice extends Slice {
  readonly kind: FactKind;
  /** The newest fold that counts. */
  readonly batch: number;
  readonly narrowed: Narrowed;
  readonly spans: readonly SpanColumn[];
  /** Keys of nothing but the cause: all that is asked of the period before. */
  readonly causesOnly: boolean;
}

/** Keys: cause, channel, team, agent; or the cause alone. */
export type Facts = Columns<'at' | SpanColumn>;
/** Keys: channel, direction, author, author's id, type. */
export type MessageTimes = Columns<'quarter' | 'times'>;
/** Keys: channel. `contained`: 1 = became no ticket. */
export type Talks = Columns<'startedAt' | 'contained'>;

/** How many messages there were in each quarter of an hour, and how many of them came in; `rows`: those that were read for it. */
export interface Ways {
  readonly rows: number;
  readonly quarters: readonly number[];
  readonly times: readonly number[];
  readonly cameIn: readonly number[];
}

/** One fact with its ticket as it is now, and what its person is called; of a talk with the bot alone, without a ticket. */
export interface Counted {
  readonly at: Instant;
  readonly value: number | null;
  readonly cause: string | null;
  readonly agentId: string | null;
  readonly chatId: string;
  readonly address: string | null;
  readonly contact: { readonly id: string; readonly name: string | null } | null;
  readonly ticket: Pick<Ticket, 'id' | 'number' | 'status' | 'stage' | 'createdAt' | 'closedAt' | 'channelId'> | null;
}

export interface FactList extends Slice {
  readonly kind: FactKind;
  readonly batch: number;
  readonly narrowed: Narrowed;
  readonly causes?: readonly string[];
  readonly span: SpanColumn | null;
  /** Of the span: more seconds than, and at most so many. */
  readonly over?: number;
  readonly upTo?: number;
  /** Only within these; none of them overlap. */
  readonly within?: readonly Slice[];
}

export interface SummaryReads {
  factsIn(slice: FactSlice): Promise<Facts>;
  /** Of the quarters of an hour that begin in the slice. Who wrote them is their agent. */
  messageTimesIn(slice: Slice & { readonly narrowed: Narrowed }): Promise<MessageTimes>;
  messageWaysIn(slice: Slice & { readonly narrowed: Narrowed }): Promise<Ways>;
  talksIn(slice: Slice & { readonly narrowed: Narrowed }): Promise<Talks>;
  /** Newest first. */
  countedFacts(list: FactList, page: Page): Promise<Paged<Counted>>;
  countedTalks(list: Slice & { readonly narrowed: Narrowed; readonly contained: boolean }, page: Page): Promise<Paged<Counted>>;
}
