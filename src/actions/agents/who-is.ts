import type { Agent } from '../../domain/agent';
import type { Session } from '../../ports/store';
import type { Desk } from '../desk';
import { hashOf } from './sessions';

/** That a session is used is written down so seldom, because every call uses one. */
const SEEN_EVERY = 5 * 60 * 1000;

/** Whose session this is (an `Agent` is a `Person`); null when it is unknown, over, or its agent was removed. */
export async function whoIs(desk: Desk, { token }: { readonly token: string }): Promise<Agent | null> {
  const { store, clock } = desk;
  const session = await store.reads.session(hashOf(token));
  if (!session || session.expiresAt <= clock.now()) return null;
  const [agent] = await store.reads.agentsByIds([session.agentId]);
  if (!agent || agent.removedAt !== null) return null;
  await seen(desk, session);
  return agent;
}

/** Not worth a call that fails. */
async function seen({ store, clock, log }: Desk, { id, seenAt, createdAt }: Session): Promise<void> {
  const now = clock.now();
  if (now - (seenAt ?? createdAt) < SEEN_EVERY) return;
  await store
    .atomically((tx) => tx.sessionSeen(id, now))
    .catch((cause: unknown) => log.warn('the use of a session was not kept', { cause: String(cause) }));
}
