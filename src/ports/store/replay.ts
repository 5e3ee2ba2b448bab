import type { FormerValue } from '../../domain/figures/kept';
import type { ChatRecord, Stretch } from '../../domain/replay/record';
import type { Difference, Replay } from '../../domain/replay/result';
import type { Member } from '../../domain/replay/staff';
import type { Instant } from '../../domain/ticket';
import type { Page, Paged } from './reads';

/** Chats one after another, as far as a walk has come. */
export interface Walked {
  /** Where it goes on; null at the end. */
  readonly next: string | null;
  /** Records of those that had a ticket open in the period. */
  readonly records: readonly ChatRecord[];
  /** Those of them that are too long to be held in memory. */
  readonly tooLong: number;
}

export interface ReplayReads {
  countChats(): Promise<number>;
  /** The next `limit` chats by id, with what happened in them from the opening of the first ticket of the period, or of the one before it, on. */
  walkChats(after: string, limit: number, period: Stretch): Promise<Walked>;
  /** Former settings and channels that were in force at a moment or later, oldest first. */
  formerRules(since: Instant): Promise<FormerValue[]>;
  /** When the settings changed, newest first, and what they were until then. */
  formerSettings(page: Page): Promise<Paged<FormerValue>>;
  /** Every agent, removed ones too, with the spells that touch a time. */
  members(during: Stretch): Promise<Member[]>;
  replay(id: string): Promise<Replay | null>;
  replayTickets(id: string, page: Page): Promise<Paged<Difference>>;
}

export interface ReplayTx {
  /** Locked. */
  replay(id: string): Promise<Replay | null>;
  addReplay(replay: Replay): Promise<void>;
  saveReplay(replay: Replay): Promise<void>;
  /** Behind those that are there. */
  addDifferences(replayId: string, differences: readonly (Difference & { readonly place: number })[]): Promise<void>;
  /** Of a replay that begins anew. */
  removeDifferences(replayId: string): Promise<void>;
  /** Forgets replays that were asked for before a time, with all that came out. */
  removeReplays(before: Instant): Promise<void>;
}
