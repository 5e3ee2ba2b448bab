import type { Presence } from '../../domain/agent';
import type { FigureCount } from '../../domain/figures/kept';
import type { Window } from '../../domain/figures/ranks';
import type { Whose } from '../../domain/figures/stood';
import type { Trace } from '../../domain/figures/trace';
import type { Instant, Status } from '../../domain/ticket';

/** Tickets that are counted in these stages, or in a status, by since when they are there, the newest first. */
export interface SinceAsked extends Window {
  readonly of: { readonly stages: readonly string[] } | { readonly status: Status };
  readonly whose: Whose;
}

/** Somebody of the staff, also who was removed. */
export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly presence: Presence;
  readonly teamIds: readonly string[];
  readonly removedAt: Instant | null;
}

export interface LiveFigureReads {
  /** What is counted, and the traces of changed stands that are not: both of one moment. */
  standingNow(): Promise<{
    readonly counts: readonly FigureCount[];
    readonly traces: readonly Pick<Trace, 'id' | 'ticketId' | 'seq' | 'channelId' | 'was' | 'now'>[];
  }>;
  /** A window into each of these lists. */
  sinceWhen(asked: readonly SinceAsked[]): Promise<Instant[][]>;
  staff(): Promise<Staff[]>;
  /** Open tickets whose answer window ends in the time from one moment to before another. */
  windowsEnding(from: Instant, until: Instant, whose: Pick<Whose, 'channels' | 'teams'>): Promise<number>;
  /** Who waits for an agent, and since when the oldest does. */
  queueNow(whose: Pick<Whose, 'channels' | 'teams'>): Promise<{ readonly tickets: number; readonly oldestSince: Instant | null }>;
}
