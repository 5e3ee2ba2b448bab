import { clearAssignee } from '../../domain/assignment';
import type { Ticket } from '../../domain/ticket';
import type { Desk, Person } from '../desk';
import type { Ledger } from '../ledger';
import { holdTheirs, lockAgent, mustHoldAll, release } from '../routing/set-presence';
import { actorOf } from '../tickets/in-hand';
import { transact } from '../transact';
import { forgetLogIns } from './redeem-link';
import { keepAnAdmin } from './update-agent';

/** An agent leaves for good: their active tickets return to the queue, nobody has the others, and their sessions end (LIFECYCLE §8). */
export function removeAgent(desk: Desk, { agentId, by }: { readonly agentId: string; readonly by: Person }): Promise<void> {
  return transact(desk, async (tx, ledger) => {
    const theirs = await holdTheirs(tx, ledger, agentId);
    const agent = await lockAgent(tx, ledger, agentId);
    if (agent.role === 'admin') await keepAnAdmin(tx);
    await mustHoldAll(tx, ledger, agentId);
    const gone = {
      ...agent,
      presence: 'offline' as const,
      presenceSince: ledger.at,
      liveSince: null,
      goneSince: null,
      removedAt: ledger.at,
      updatedAt: ledger.at,
      version: agent.version + 1,
    };
    ledger.saveAgent(gone);
    await tx.changeSpell(agentId, ledger.at, null);
    for (const ticket of theirs) letGo(ledger, ticket, gone, by);
    await forgetLogIns(tx, agentId);
    await tx.removeSecondFactor(agentId);
    await tx.removeDrafts(agentId);
    ledger.announce({ name: 'agent.presence_changed', id: agentId });
  });
}

function letGo(ledger: Ledger, ticket: Ticket, agent: Parameters<typeof release>[2], by: Person): void {
  if (ticket.status === 'active') release(ledger, ticket, agent, actorOf(by));
  else ledger.apply(clearAssignee(ticket, { actor: actorOf(by), at: ledger.at, cause: 'agent_removed' }));
}
