import type { Instant } from './ticket';

export const PRESENCES = ['online', 'away', 'offline'] as const;
export type Presence = (typeof PRESENCES)[number];
export type Role = 'admin' | 'agent';

export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly presence: Presence;
  readonly presenceReason: string | null;
  readonly presenceSince: Instant;
  /** Own limit of active and proactive tickets; null = the setting's. */
  readonly capacity: number | null;
  readonly teamIds: readonly string[];
  /** When routing last gave this agent a ticket: round robin takes whoever waited longest. */
  readonly lastRoutedAt: Instant | null;
  /** When this online spell first had a live connection; null = it never had one, and then only a person ends it (LIFECYCLE §8). */
  readonly liveSince: Instant | null;
  /** When its last live connection was found gone; null while there is one. */
  readonly goneSince: Instant | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** Set when removed; a removed agent keeps its name on old tickets and can't log in. */
  readonly removedAt: Instant | null;
  readonly version: number;
}

export const isOnline = (agent: Pick<Agent, 'presence' | 'removedAt'> | undefined): boolean =>
  agent !== undefined && agent.presence === 'online' && agent.removedAt === null;

/** The reason of who is offline because their live connections were gone for too long (LIFECYCLE §8). */
export const NO_CONNECTION = 'no_connection';

/** What an agent says of whether they are there, and why. */
export interface Said {
  readonly presence: Presence;
  readonly reason: string | null;
}

/** An agent after they say so. `isLive`: they have a live connection, so that from now on its absence counts. */
export function presenting(
  agent: Agent,
  { presence, reason, isLive, at }: Said & { readonly isLive: boolean; readonly at: Instant },
): Agent {
  const said = { presence, presenceReason: reason, updatedAt: at };
  if (presence === agent.presence) return { ...agent, ...said };
  return { ...agent, ...said, presenceSince: at, liveSince: presence === 'online' && isLive ? at : null, goneSince: null };
}

/** A reason that an agent may give for being away, from the admin's list. */
export interface AwayReason {
  readonly key: string;
  readonly name: string;
}

/** How long an agent was in one presence, for one reason; `to` null = still. */
export interface PresenceSpell {
  readonly id: string;
  readonly agentId: string;
  readonly presence: Presence;
  readonly reason: string | null;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** Somebody new: offline, in no team, with the workspace's capacity. */
export const newAgent = ({ at, ...who }: Pick<Agent, 'id' | 'name' | 'email' | 'role'> & { readonly at: Instant }): Agent => ({
  ...who,
  presence: 'offline',
  presenceReason: null,
  presenceSince: at,
  capacity: null,
  teamIds: [],
  lastRoutedAt: null,
  liveSince: null,
  goneSince: null,
  createdAt: at,
  updatedAt: at,
  removedAt: null,
  version: 1,
});
