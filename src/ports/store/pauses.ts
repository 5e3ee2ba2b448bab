import type { Instant } from '../../domain/ticket';
import type { Pause } from './delivery';
import type { Errand } from './rows';

export interface PauseReads {
  /** What is paused of these scopes, or was lately. */
  pauses(scopes: readonly string[]): Promise<Pause[]>;
  /** Sends of a channel that were queued before a moment and of which nobody was told yet, oldest first. */
  lateSends(channelId: string, before: Instant, limit: number): Promise<Errand[]>;
}

export interface PauseTx {
  pauses(scopes: readonly string[]): Promise<Pause[]>;
  savePauses(pauses: readonly Pause[]): Promise<void>;
  /** Forgets the pauses of these scopes, or of all, that ended by then. */
  removePauses(which: { readonly scopes?: readonly string[]; readonly endedBy: Instant }): Promise<void>;
  /** What waits to be sent through a channel is due now. */
  hurryQueue(channelId: string, at: Instant): Promise<void>;
  /** Remembers that somebody was told that these wait too long; those that are gone meanwhile stay gone. Answers which are still there. */
  markLate(errandIds: readonly string[], at: Instant): Promise<ReadonlySet<string>>;
}
