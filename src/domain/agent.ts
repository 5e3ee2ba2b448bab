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
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** Set when removed; a removed agent keeps its name on old tickets and can't log in. */
  readonly removedAt: Instant | null;
  readonly version: number;
}

export const isOnline = (agent: Pick<Agent, 'presence' | 'removedAt'> | undefined): boolean =>
  agent !== undefined && agent.presence === 'online' && agent.removedAt === null;
