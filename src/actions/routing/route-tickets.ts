import { give } from '../../domain/assignment';
import type { Candidate, Waiting } from '../../domain/eligible';
import { SYSTEM } from '../../domain/events';
import type { Policy } from '../../domain/policy';
import { route } from '../../domain/routing';
import { isSnoozed, type Ticket } from '../../domain/ticket';
import type { Tx } from '../../ports/store';
import type { Ledger } from '../ledger';

/** Routes what is to be routed after this transaction; `around`: the agents, when the caller has locked them already. */
export async function routeChanged(tx: Tx, ledger: Ledger, around?: readonly Candidate[]): Promise<void> {
  const waiting = ledger.toRoute().filter(waits);
  if (waiting.length === 0) return;
  const isForNobody = waiting.every(({ channelId }) => isManual(ledger.policy(channelId)));
  routeWithin(ledger, waiting, isForNobody ? [] : (around ?? (await tx.agentsAround())));
}

export const isManual = (policy: Policy): boolean => policy.settings.routing.strategy === 'manual';

/**
 * Gives these tickets to these agents, as far as there is room; what began to wait here keeps why it goes on waiting.
 * The agents are locked and their loads are those before this transaction.
 */
export function routeWithin(ledger: Ledger, tickets: readonly Ticket[], around: readonly Candidate[]): number {
  const { given, left, agents } = route(
    tickets.map((ticket) => waitingIn(ledger, ticket)),
    ledger.loads(around),
    ledger.at,
  );
  ledger.takeAgents(around.map(({ agent }) => agent));
  for (const agent of agents) ledger.saveAgent(agent);
  for (const { ticketId, agentId, decision } of given) {
    const ticket = ledger.ticket(ticketId);
    ledger.apply(give(ticket, { agentId, actor: SYSTEM, at: ledger.at, policy: ledger.policy(ticket.channelId), decision }));
  }
  for (const { ticketId, decision } of left) ledger.explain(ticketId, decision);
  return given.length;
}

export const waits = (ticket: Ticket): boolean => ticket.status === 'pending' && !isSnoozed(ticket);

const waitingIn = (ledger: Ledger, ticket: Ticket): Waiting => ({
  ticket,
  policy: ledger.policy(ticket.channelId),
  lastHandledBy: ledger.chat(ticket.chatId).lastAssigneeId,
  woken: ledger.woke(ticket.id),
});
