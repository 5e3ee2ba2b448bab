import type { Role } from '../../domain/agent';
import type { Actor } from '../../domain/events';
import type { Instant } from '../../domain/ticket';

/** A link by which somebody sets a password: valid once, and until then. */
export interface AccountLink {
  /** sha256 of what the link carries. */
  readonly id: string;
  readonly agentId: string;
  readonly kind: 'invite' | 'reset';
  /** What became of the mail that carries it; null = it was shown to who made it. */
  readonly mail: 'waiting' | 'sent' | 'failed' | null;
  readonly madeBy: string | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

/** The second step of an agent's log-in. */
export interface SecondFactor {
  readonly agentId: string;
  /** Sealed. */
  readonly secret: string;
  /** null until a first code was given: it is asked for only from then on. */
  readonly confirmedAt: Instant | null;
  /** The time step of the last code that was taken: none is taken twice. */
  readonly lastStep: number | null;
  /** sha256 of the recovery codes that are left. */
  readonly recovery: readonly string[];
}

/** What a machine calls with. */
export interface ApiToken {
  readonly id: string;
  /** sha256 of the token. */
  readonly hash: string;
  readonly name: string;
  readonly role: Role;
  readonly scopes: readonly string[];
  readonly teamIds: readonly string[];
  readonly madeBy: string | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
  readonly usedAt: Instant | null;
  readonly revokedAt: Instant | null;
}

/** One act of an admin: what it changed, without secrets. */
export interface AuditEntry {
  readonly id: string;
  readonly at: Instant;
  readonly actor: Actor;
  /** The caller's address. */
  readonly address: string | null;
  readonly act: string;
  readonly target: { readonly kind: string; readonly id: string; readonly name: string | null } | null;
  readonly changes: readonly { readonly path: string; readonly from: unknown; readonly to: unknown }[];
}
