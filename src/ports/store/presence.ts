import type { PresenceSpell } from '../../domain/agent';
import type { Attended } from '../../domain/attendance';
import type { Instant } from '../../domain/ticket';

/** That an agent has live connections to an instance of the desk, as of its last beat. */
export interface LiveConnection {
  readonly agentId: string;
  readonly instance: string;
  readonly beatAt: Instant;
}

export interface PresenceReads {
  /** An agent's spells that touch the time from `from` to before `to`, oldest first. */
  presenceSpells(agentId: string, from: Instant, to: Instant): Promise<PresenceSpell[]>;
}

/** Who has live connections, and what they did with their presence. Beats count from after `freshFrom`. */
export interface PresenceTx {
  beat(connections: readonly LiveConnection[]): Promise<void>;
  endBeats(which: { readonly instance: string; readonly agentIds: readonly string[] } | { readonly before: Instant }): Promise<void>;
  /** Which of them have a live connection. */
  liveAmong(agentIds: readonly string[], freshFrom: Instant): Promise<ReadonlySet<string>>;
  /** Who is online in a spell that has had a live connection. */
  attended(freshFrom: Instant): Promise<Attended[]>;
  /** Those of them who are online have had a live connection, and have one; no version moves. */
  markLive(agentIds: readonly string[], at: Instant): Promise<void>;
  /** Of them, those whose online spell has had a live connection have none since then; with `anew` whatever was counted before. */
  markGone(agentIds: readonly string[], at: Instant, anew: boolean): Promise<void>;
  /** Ends what the agent was in, and begins this; null: they left for good. */
  changeSpell(agentId: string, at: Instant, next: Pick<PresenceSpell, 'id' | 'presence' | 'reason'> | null): Promise<void>;
}
