import { type Agent, NO_CONNECTION, presenting, type Said } from '../../domain/agent';
import { liftExclusion } from '../../domain/assignment';
import { freshFrom, isOver } from '../../domain/attendance';
import { reasonAs } from '../../domain/away-reasons';
import { milliseconds } from '../../domain/duration';
import { Refusal } from '../../domain/errors';
import { type Actor, SYSTEM } from '../../domain/events';
import { inTurn } from '../../domain/record';
import type { Instant, Ticket } from '../../domain/ticket';
import { move } from '../../domain/transitions';
import { BeginAgain, type Tx } from '../../ports/store';
import type { Desk, Person } from '../desk';
import type { Ledger } from '../ledger';
import { actorOf } from '../tickets/in-hand';
import { transact } from '../transact';

interface Asked extends Said {
  readonly agentId: string;
  readonly by: Person;
}

/** What an agent may have. */
const HELD = ['active', 'idle', 'proactive'] as const;

/**
 * An agent comes online, turns away or goes offline. Leaving releases all their active tickets in this one transaction
 * (T5), and routing finds others for them in it too; coming online lets the queue move right after.
 */
export function setPresence(desk: Desk, { agentId, by, ...said }: Asked): Promise<Agent> {
  return transact(desk, async (tx, ledger) => {
    const theirs = said.presence === 'online' ? [] : await holdTheirs(tx, ledger, agentId);
    const agent = await lockAgent(tx, ledger, agentId);
    if (said.presence !== 'online') await mustHoldAll(tx, ledger, agentId);
    const reason = reasonAs(said.reason, ledger.house.awayReasons);
    const changed = await present(desk, tx, ledger, agent, { ...said, reason });
    for (const ticket of theirs) leave(ledger, ticket, changed, by.id === agentId ? SYSTEM : actorOf(by));
    return changed;
  });
}

/** Saves what a locked agent says, tells it, and begins another spell when it is something else than before. */
async function present(desk: Desk, tx: Tx, ledger: Ledger, agent: Agent, { presence, reason }: Said): Promise<Agent> {
  const isLive = presence === 'online' && (await tx.liveAmong([agent.id], freshFrom(ledger.at))).size > 0;
  const changed = presenting(agent, { presence, reason, isLive, at: ledger.at });
  ledger.saveAgent(changed);
  if (presence === agent.presence && reason === agent.presenceReason) return changed;
  await tx.changeSpell(agent.id, ledger.at, { id: desk.newId(), presence, reason });
  ledger.announce({ name: 'agent.presence_changed', id: agent.id });
  return changed;
}

/**
 * Sets somebody offline whose live connections have been gone for the grace, and releases as `setPresence` does. It is
 * decided here again: false when they are back, or somebody was faster.
 */
export function dropUnattended(desk: Desk, agentId: string): Promise<boolean> {
  return transact(desk, async (tx, ledger) => {
    const theirs = await holdTheirs(tx, ledger, agentId);
    const agent = await lockAgent(tx, ledger, agentId);
    if (agent.presence !== 'online' || agent.goneSince === null) return false;
    const grace = milliseconds(ledger.house.settings.routing.offlineGrace);
    if (!isOver(agent.goneSince, { at: ledger.at, grace })) return false;
    if ((await tx.liveAmong([agentId], freshFrom(ledger.at))).size > 0) return false;
    await mustHoldAll(tx, ledger, agentId);
    const changed = await present(desk, tx, ledger, agent, { presence: 'offline', reason: NO_CONNECTION });
    for (const ticket of theirs) leave(ledger, ticket, changed, SYSTEM, { noConnectionSince: agent.goneSince });
    return true;
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

/** What the event of a release says beside who left. */
type Facts = Readonly<Record<string, Instant>>;

/** Active ones go back, unless agents keep theirs; going offline ends an exclusion from closing also of what stays (LIFECYCLE §5). */
function leave(ledger: Ledger, ticket: Ticket, agent: Agent, actor: Actor, why?: Facts): void {
  if (ticket.status === 'active' && !ledger.house.settings.routing.keepOnAway) release(ledger, ticket, agent, actor, why);
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
export function release(ledger: Ledger, ticket: Ticket, agent: Agent, actor: Actor, why: Facts = {}): void {
  const policy = ledger.policy(ticket.channelId);
  const presence = agent.removedAt === null ? agent.presence : 'removed';
  const facts = { assigneeId: agent.id, presence, since: agent.presenceSince, ...why };
  ledger.apply(
    inTurn(
      ticket,
      (now) => move(now, { cause: 'assignee_unavailable', actor, at: ledger.at, decision: { rule: 'assignee_unavailable', facts } }),
      (now) => liftExclusion(now, { actor, at: ledger.at, policy }),
    ),
  );
}
