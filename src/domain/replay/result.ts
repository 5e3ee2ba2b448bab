import type { Actor } from '../events';
import type { PartialSettings } from '../settings';
import type { Instant } from '../ticket';
import type { Outcome } from './outcome';
import type { Stretch } from './record';

/** A period in figures. Seconds. */
export interface Totals {
  readonly tickets: number;
  readonly wentIdle: number;
  readonly closed: number;
  readonly closedByThemselves: number;
  readonly closedBy: Readonly<Record<string, number>>;
  readonly reminded: number;
  readonly backWithinDay: number;
  readonly waitingSeconds: number;
  readonly queuedSeconds: number;
  readonly ticketsPerAgent: number | null;
  readonly peakLoad: number;
}

export interface ReplayResult {
  readonly before: Totals;
  readonly after: Totals;
  readonly differ: number;
  readonly estimated: number;
  readonly chats: number;
  /** Chats that can't be reproduced. */
  readonly unclear: number;
}

export const REPLAY_STATES = ['queued', 'running', 'ready', 'failed', 'cancelled'] as const;

/** What a period would have been like under other settings: asked for, under way, or worked out. */
export interface Replay {
  readonly id: string;
  readonly request: Stretch & { readonly patch: PartialSettings };
  readonly by: Actor;
  readonly state: (typeof REPLAY_STATES)[number];
  readonly progress: { readonly chats: number; readonly done: number };
  readonly result: ReplayResult | null;
  readonly createdAt: Instant;
  readonly finishedAt: Instant | null;
  readonly version: number;
}

/** What became of a ticket, for a list. Seconds. */
export interface Shown extends Pick<Outcome, 'status' | 'openedAt' | 'closedAt' | 'closeCause' | 'wentIdle' | 'closes' | 'reopens'> {
  readonly waitingSeconds: number;
  readonly queuedSeconds: number;
}

/** A ticket that differs. */
export interface Difference {
  /** null: it exists only in the replay. */
  readonly ticket: { readonly id: string; readonly number: number } | null;
  readonly chatId: string;
  readonly channelId: string;
  readonly contactId: string;
  readonly since: Instant;
  readonly estimated: boolean;
  readonly before: Shown | null;
  readonly after: Shown | null;
}
