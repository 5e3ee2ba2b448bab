import { newAgent } from '../../domain/agent';
import type { ApiToken } from '../../ports/store';
import { hashOf } from '../agents/sessions';
import type { Caller, Desk } from '../desk';

/** How exactly the desk remembers when a token was last used. */
const USED_EVERY = 5 * 60_000;

/** Whom a token stands for; null when it is unknown, over or revoked. Remembers that it was used. */
export async function whoseToken(desk: Desk, { token }: { readonly token: string }): Promise<Caller | null> {
  const found = await desk.store.reads.token({ hash: hashOf(token) });
  const now = desk.clock.now();
  if (!found || found.revokedAt !== null || (found.expiresAt !== null && found.expiresAt <= now)) return null;
  if (found.usedAt === null || found.usedAt <= now - USED_EVERY) await noteUse(desk, found, now);
  return callerOf(found);
}

/** A call is not lost because its mark can't be written. */
function noteUse({ store, log }: Desk, { id }: ApiToken, now: number): Promise<void> {
  return store
    .atomically((tx) => tx.tokenUsed(id, now))
    .catch((cause: unknown) => log.warn('the use of a token was not noted', { tokenId: id, cause }));
}

/** A machine in the place of a person: offline for ever, without an address, and nobody that a ticket can be given to. */
const callerOf = ({ id, name, role, scopes, teamIds, createdAt }: ApiToken): Caller => ({
  ...newAgent({ id, name, email: '', role, at: createdAt }),
  teamIds,
  scopes,
});
