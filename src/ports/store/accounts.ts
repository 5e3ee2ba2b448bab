import type { Role } from '../../domain/agent';
import type { Actor } from '../../domain/events';
import type { Instant } from '../../domain/ticket';
import type { Session } from './rows';

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

/** How somebody may log in. */
export interface Account {
  readonly agentId: string;
  readonly hasPassword: boolean;
  readonly twoFactor: boolean;
  /** The link by which they may set their first password, also when it is over. */
  readonly invite: AccountLink | null;
}

/** What a log-in, and who sets it up, asks of the store. */
export interface AccountReads {
  /** In the order of these agents. */
  accounts(agentIds: readonly string[]): Promise<Account[]>;
  accountLink(id: string): Promise<AccountLink | null>;
  passwordHash(agentId: string): Promise<string | null>;
  secondFactor(agentId: string): Promise<SecondFactor | null>;
  /** Those that hold at that time, the last used first. */
  sessionsOf(agentId: string, at: Instant): Promise<Session[]>;
}

export interface AccountTx {
  /** Locked; lock its agent first. */
  accountLink(id: string): Promise<AccountLink | null>;
  addAccountLink(link: AccountLink): Promise<void>;
  saveLinkMail(id: string, mail: NonNullable<AccountLink['mail']>): Promise<void>;
  /** All of an agent's, or those that ended before. */
  removeAccountLinks(which: { readonly agentId: string } | { readonly endedBefore: Instant }): Promise<void>;
  passwordHash(agentId: string): Promise<string | null>;
  /** Locked. */
  secondFactor(agentId: string): Promise<SecondFactor | null>;
  saveSecondFactor(factor: SecondFactor): Promise<void>;
  removeSecondFactor(agentId: string): Promise<void>;
  sessionSeen(id: string, at: Instant): Promise<void>;
}
