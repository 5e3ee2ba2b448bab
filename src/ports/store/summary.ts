import type { FactKind } from '../../domain/figures/kept';
import type { Packed, PackedDay, Span } from '../../domain/figures/packing';
import type { Columns } from '../../domain/figures/side-by-side';
import type { Instant, Ticket } from '../../domain/ticket';
import type { Page, Paged } from './reads';

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
  readonly spans: readonly Span[];
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
  readonly span: Span | null;
  /** Of the span: more seconds than, and at most so many. */
  readonly over?: number;
  readonly upTo?: number;
  /** Only within these; none of them overlap. */
  readonly within?: readonly Slice[];
}

/** From the first of some days (since 1970-01-01) to before another. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

export interface SummaryReads {
  /** Keys: cause, channel, team, agent. */
  factsIn(slice: FactSlice): Promise<Columns<Span>>;
  /** Of the quarters of an hour that begin in the slice. Keys: channel, direction, author, author's id, type. Who wrote them is their agent. */
  messageTimesIn(slice: Slice & { readonly narrowed: Narrowed }): Promise<Columns<'times'>>;
  /** Keys: channel. `contained`: 1 = became no ticket. */
  talksIn(slice: Slice & { readonly narrowed: Narrowed }): Promise<Columns<'contained'>>;
  /** By day, each in the order of its folds. */
  packedDays(of: Packed, days: Days): Promise<PackedDay[]>;
  /** Newest first. */
  countedFacts(list: FactList, page: Page): Promise<Paged<Counted>>;
  countedTalks(list: Slice & { readonly narrowed: Narrowed; readonly contained: boolean }, page: Page): Promise<Paged<Counted>>;
}
