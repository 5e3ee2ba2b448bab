import type { AccountFacts } from '../../src/ports/channel';

/** A token that is taken, and of which nothing more is told. */
export const TAKEN: AccountFacts['token'] = { valid: true, expiresAt: null, scopes: null, missing: [], detail: null };

/** What stands beside the token where a network tells nothing of the account. */
export const NOTHING: Omit<AccountFacts, 'token'> = { name: null, subscribed: null, otherApps: null, quality: null, wrong: null };

/** Nothing is known of the account but that its token is not taken. */
export const refusedToken = (detail: string): AccountFacts => ({ ...NOTHING, token: { ...TAKEN, valid: false, detail } });
