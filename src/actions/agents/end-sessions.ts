import { Refusal } from '../../domain/errors';
import type { Desk, Person } from '../desk';
import { lockAgent } from '../routing/set-presence';
import { transact } from '../transact';

/**
 * Ends one session of somebody, or all but `except`. Whether a browser that is pushed to belonged to it nobody knows: each tells anew,
 * when it is next open, that it wants to be.
 */
export async function endSessions(
  desk: Desk,
  { of, which }: { readonly of: Pick<Person, 'id'>; readonly which: { readonly id: string } | { readonly except: string } },
): Promise<void> {
  await transact(desk, async (tx) => {
    if ('id' in which) await tx.removeSessions(which);
    else await tx.removeSessions({ agentId: of.id, except: which.except });
    await tx.removePushSubscriptions(of.id);
  });
}

/** An admin switches off the second step of a colleague who has lost it; their own takes their password or a code (`forbidden`). */
export async function endTwoFactorOf(desk: Desk, { by, agentId }: { readonly by: Person; readonly agentId: string }): Promise<void> {
  if (by.id === agentId) throw new Refusal('forbidden', 'Switch your own off in your preferences, with your password or a code.');
  await transact(desk, async (tx, ledger) => {
    await lockAgent(tx, ledger, agentId);
    await tx.removeSecondFactor(agentId);
  });
}
