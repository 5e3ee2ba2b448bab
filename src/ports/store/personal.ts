import type { CannedReply } from '../../domain/canned';
import type { Preferences } from '../../domain/preferences';
import type { Instant } from '../../domain/ticket';
import type { SavedView } from '../../domain/views';

/** The desk's own pair of keys for web push; the private one sealed. */
export interface PushKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** One browser of an agent that may be pushed to. */
export interface PushSubscription {
  /** sha256 of the endpoint. */
  readonly id: string;
  readonly agentId: string;
  readonly endpoint: string;
  /** Sealed: with them anybody could write to this browser. */
  readonly keys: string;
  readonly createdAt: Instant;
}

/** What people keep for themselves and for each other, beside tickets. */
export interface PersonalReads {
  /** What an agent chose; what is missing is the default. */
  preferences(agentId: string): Promise<Partial<Preferences>>;
  cannedReplies(): Promise<CannedReply[]>;
  /** Their own and the shared ones. */
  views(agentId: string): Promise<SavedView[]>;
  /** Ids of views as this agent has ordered them. */
  viewOrder(agentId: string): Promise<readonly string[]>;
  pushKeys(): Promise<PushKeys | null>;
  /** Of agents who have a session at that time: who is logged out everywhere is not rung for. */
  pushSubscriptions(agentIds: readonly string[], at: Instant): Promise<PushSubscription[]>;
  anyPushSubscription(): Promise<boolean>;
  /** Id of who gave the ticket to its present agent; null for the desk itself, or nobody. */
  lastAssignedBy(ticketId: string): Promise<string | null>;
}

export interface PersonalTx {
  /** Locked, if there are any. */
  preferences(agentId: string): Promise<Partial<Preferences>>;
  savePreferences(agentId: string, preferences: Partial<Preferences>): Promise<void>;
  /** Locked. */
  cannedReply(id: string): Promise<CannedReply | null>;
  /** Refuses `already_exists` when the shortcut is taken. */
  addCannedReply(reply: CannedReply): Promise<void>;
  saveCannedReply(reply: CannedReply): Promise<void>;
  removeCannedReply(id: string): Promise<void>;
  /** Locked. */
  view(id: string): Promise<SavedView | null>;
  countViews(agentId: string): Promise<number>;
  addView(view: SavedView): Promise<void>;
  saveView(view: SavedView): Promise<void>;
  removeView(id: string): Promise<void>;
  saveViewOrder(agentId: string, ids: readonly string[]): Promise<void>;
  /** False when another instance was faster. */
  addPushKeys(keys: PushKeys): Promise<boolean>;
  /** A browser that another agent used before is this one's now. */
  savePushSubscription(subscription: PushSubscription): Promise<void>;
  removePushSubscription(id: string, agentId: string): Promise<void>;
  /** All of an agent's. */
  removePushSubscriptions(agentId: string): Promise<void>;
}
