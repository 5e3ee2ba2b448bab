import type { Agent } from '../../domain/agent';
import type { Desk } from '../desk';
import { hashOf } from './sessions';

/** Whose session this is (an `Agent` is a `Person`); null when it is unknown, over, or its agent was removed. */
export async function whoIs({ store, clock }: Desk, { token }: { readonly token: string }): Promise<Agent | null> {
  const session = await store.reads.session(hashOf(token));
  if (!session || session.expiresAt <= clock.now()) return null;
  const [agent] = await store.reads.agentsByIds([session.agentId]);
  return agent && agent.removedAt === null ? agent : null;
}
