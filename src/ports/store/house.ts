import type { AwayReason } from '../../domain/agent';
import type { Bot } from '../../domain/bot';
import type { FieldDefinition } from '../../domain/fields';
import type { RoutingRule } from '../../domain/routing-rules';
import type { PartialSettings, Settings } from '../../domain/settings';
import type { Target } from '../../domain/targets';
import type { Team } from '../../domain/team';
import type { Instant } from '../../domain/ticket';

/** Everything that is configuration rather than traffic; `version` moves with every change of it. */
export interface House {
  readonly version: number;
  /** Moves only with what the times of tickets hang on: settings, overrides, hours, targets. Open tickets of an older one are dated anew. */
  readonly policyVersion: number;
  readonly settings: Settings;
  readonly channels: readonly Channel[];
  readonly stages: readonly Stage[];
  /** Deleted ones too. */
  readonly bots: readonly Bot[];
  /** Deleted ones too. */
  readonly teams: readonly Team[];
  /** In the order in which they are asked. */
  readonly rules: readonly RoutingRule[];
  readonly targets: readonly Target[];
  readonly fields: readonly FieldDefinition[];
  readonly awayReasons: readonly AwayReason[];
}

/** Lists of the admin's that are kept and changed as a whole. */
export type HouseLists = Pick<House, 'rules' | 'targets' | 'fields' | 'awayReasons'>;

export interface Channel {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** Plain fields as they are, secret ones sealed. */
  readonly config: Readonly<Record<string, string>>;
  /** Sealed; valid until then after a new one took its place. */
  readonly previousSecret: { readonly sealed: string; readonly until: Instant } | null;
  readonly overrides: PartialSettings;
  readonly botId: string | null;
  /** Whose its tickets are, unless a rule says otherwise. */
  readonly teamId: string | null;
  readonly state: ChannelState;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** A deleted channel keeps its tickets, and its URL goes on serving its siblings. */
  readonly deletedAt: Instant | null;
  /** Since when it is a trial's: its network is the twin, and it is gone with the trial. null = a real one. */
  readonly trialSince: Instant | null;
  /** How far the history of the business's phone has come; null when none was ever offered. */
  readonly history: HistorySync | null;
  readonly version: number;
}

/** An import of what was said on the business's phone before this channel was. */
export interface HistorySync {
  /** Percent of the whole, of the furthest chunk that was heard; 100 = done. null until a chunk says so. */
  readonly progress: number | null;
  /** The network's phase: 0 the last day, 1 three months, 2 half a year. */
  readonly phase: number | null;
  /** Why there will be none. */
  readonly declined: { readonly code: string | null; readonly detail: string } | null;
  readonly since: Instant;
  readonly updatedAt: Instant;
}

/** `paused`: nothing is sent until an admin acts; what is queued stays queued. */
export interface ChannelState {
  readonly status: 'new' | 'ok' | 'paused';
  readonly reason: string | null;
  readonly since: Instant;
}

export interface Stage {
  readonly key: string;
  readonly name: string;
  readonly color: string;
  readonly system: boolean;
  readonly position: number;
  /** Marked first: from then on its tickets count as `open`; an errand rewrites them. */
  readonly deletedAt: Instant | null;
}
