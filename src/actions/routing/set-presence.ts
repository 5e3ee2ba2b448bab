import type { Agent, Presence } from '../../domain/agent';
import { liftExclusion } from '../../domain/assignment';
import { Refusal } from '../../domain/errors';
import { type Actor, SYSTEM } from '../../domain/events';
import { inTurn } from '../../domain/record';
import type { Ticket } from '../../domain/ticket';
import { move } from '../../domain/transitions';
import { BeginAgain, type Tx } from '../../ports/store';
import type { Desk, Person } from '../desk';
import type { Ledger } from '../ledger';
import { actorOf } from '../tickets/in-hand';
import { transact } from '../transact';

interface Presenting {
  readonly agentId: string;
  readonly presence: Presence;
  readonly reason: string | null;
  readonly by: Person;
}

/** What an agent may have. */
const HELD = ['active', 'idle', 'proactive'] as const;

/**
 * An agent comes online, turns away or goes offline. Leaving releases all their active tickets in this one transaction
 * (T5), and routing finds others for them in it too; coming online lets the queue move right after.
 */
export function setPresence(desk: Desk, { agentId, presence, reason, by }: Presenting): Promise<Agent> {
  return transact(desk, async (tx, ledger) => {
    const theirs = presence === 'online' ? [] : await holdTheirs(tx, ledger, agentId);
    const agent = await lockAgent(tx, ledger, agentId);
    if (presence !== 'online') await mustHoldAll(tx, ledger, agentId);
    const changed = {
      ...agent,
      presence,
      presenceReason: reason,
      presenceSince: presence === agent.presence ? agent.presenceSince : ledger.at,
      updatedAt: ledger.at,
    };
    ledger.saveAgent(changed);
    if (presence !== agent.presence) ledger.announce({ name: 'agent.presence_changed', id: agentId });
    for (const ticket of theirs) leave(ledger, ticket, changed, by.id === agentId ? SYSTEM : actorOf(by));
    return changed;
  });
}

/** Locks everything that is the agent's. */
export async function holdTheirs(tx: Tx, ledger: Ledger, agentId: string): Promise<Ticket[]> {
  const found = await tx.ticketsOf(agentId, HELD);
  if (found.length > 0) ledger.take(await tx.hold(found.map(({ chatId }) => chatId)));
  return found.map(({ chatId }) => ledger.openIn(chatId)).filter((ticket): ticket is Ticket => ticket?.assigneeId === agentId);
}

/** With the agent locked nobody can give them more: what they got before that and is not held here begins it all again. */
export async function mustHoldAll(tx: Tx, ledger: Ledger, agentId: string): Promise<void> {
  const now = await tx.ticketsOf(agentId, HELD);
  if (now.some(({ chatId }) => !ledger.has(chatId))) throw new BeginAgain('an agent who leaves was given another ticket');
}

/** Active ones go back, unless agents keep theirs; going offline ends an exclusion from closing also of what stays (LIFECYCLE §5). */
function leave(ledger: Ledger, ticket: Ticket, agent: Agent, actor: Actor): void {
  if (ticket.status === 'active' && !ledger.house.settings.routing.keepOnAway) release(ledger, ticket, agent, actor);
  else if (agent.presence === 'offline') include(ledger, ticket, actor);
}

function include(ledger: Ledger, ticket: Ticket, actor: Actor): void {
  const lifted = liftExclusion(ticket, { actor, at: ledger.at, policy: ledger.policy(ticket.channelId) });
  if (lifted.events.length > 0) ledger.apply(lifted);
}

export async function lockAgent(tx: Tx, ledger: Ledger, agentId: string): Promise<Agent> {
  const [agent] = await tx.agents([agentId]);
  if (!agent || agent.removedAt !== null) throw new Refusal('not_found', 'There is no such agent.');
  ledger.takeAgents([agent]);
  return agent;
}

/** Back to the queue, with why; routing follows at the end of the transaction. */
export function release(ledger: Ledger, ticket: Ticket, agent: Agent, actor: Actor): void {
  const policy = ledger.policy(ticket.channelId);
  const facts = { assigneeId: agent.id, presence: agent.removedAt === null ? agent.presence : 'removed', since: agent.presenceSince };
  ledger.apply(
    inTurn(
      ticket,
      (now) => move(now, { cause: 'assignee_unavailable', actor, at: ledger.at, decision: { rule: 'assignee_unavailable', facts } }),
      (now) => liftExclusion(now, { actor, at: ledger.at, policy }),
    ),
  );
}
