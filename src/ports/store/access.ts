import type { Instant } from '../../domain/ticket';
import type { ApiToken, AuditEntry } from './accounts';
import type { Page, Paged } from './reads';

export interface AuditFilter {
  /** Ids of people and tokens. */
  readonly actor?: readonly string[];
  readonly act?: readonly string[];
  /** Id of what was changed. */
  readonly target?: string;
  readonly from?: Instant;
  /** Before this. */
  readonly to?: Instant;
}

/** Tokens, and the record of what admins did. */
export interface AccessReads {
  /** Those that are not revoked, newest first. */
  tokens(): Promise<ApiToken[]>;
  token(which: { readonly id: string } | { readonly hash: string }): Promise<ApiToken | null>;
  /** Newest first. */
  audit(filter: AuditFilter, page: Page): Promise<Paged<AuditEntry>>;
}

export interface AccessTx {
  addToken(token: ApiToken): Promise<void>;
  revokeToken(id: string, at: Instant): Promise<void>;
  /** Never earlier than it says already. */
  tokenUsed(id: string, at: Instant): Promise<void>;
  addAudit(entries: readonly AuditEntry[]): Promise<void>;
}
