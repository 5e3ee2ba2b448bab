import { clearAssignee } from '../domain/assignment';
import type { Ticket } from '../domain/ticket';
import { BeginAgain, type Tx } from '../ports/store';
import type { Desk, Person } from './desk';
import { actorOf } from './in-hand';
import type { Ledger } from './ledger';
import { lockAgent, release } from './set-presence';
import { transact } from './transact';
import { keepAnAdmin } from './update-agent';

const HELD = ['active', 'idle', 'proactive'] as const;

/** An agent leaves for good: their active tickets return to the queue, nobody has the others, and their sessions end (LIFECYCLE §8). */
export function removeAgent(desk: Desk, { agentId, by }: { readonly agentId: string; readonly by: Person }): Promise<void> {
  return transact(desk, async (tx, ledger) => {
    const theirs = await holdTheirs(tx, ledger, agentId);
    const agent = await lockAgent(tx, ledger, agentId);
    if (agent.role === 'admin') await keepAnAdmin(tx);
    if ((await tx.ticketsOf(agentId, HELD)).some(({ chatId }) => !ledger.has(chatId))) throw new BeginAgain('an agent who is removed was given another ticket');
    const gone = { ...agent, presence: 'offline' as const, presenceSince: ledger.at, removedAt: ledger.at, updatedAt: ledger.at, version: agent.version + 1 };
    ledger.saveAgent(gone);
    for (const ticket of theirs) letGo(ledger, ticket, gone, by);
    await tx.removeSessions({ agentId });
    ledger.announce({ name: 'agent.presence_changed', id: agentId });
  });
}

async function holdTheirs(tx: Tx, ledger: Ledger, agentId: string): Promise<Ticket[]> {
  const found = await tx.ticketsOf(agentId, HELD);
  if (found.length > 0) ledger.take(await tx.hold(found.map(({ chatId }) => chatId)));
  return found.map(({ chatId }) => ledger.openIn(chatId)).filter((ticket): ticket is Ticket => ticket?.assigneeId === agentId);
}

function letGo(ledger: Ledger, ticket: Ticket, agent: Parameters<typeof release>[2], by: Person): void {
  if (ticket.status === 'active') release(ledger, ticket, agent, actorOf(by));
  else ledger.apply(clearAssignee(ticket, { actor: actorOf(by), at: ledger.at, cause: 'agent_removed' }));
}
