import { give } from '../../domain/assignment';
import type { Ticket } from '../../domain/ticket';
import type { Desk } from '../desk';
import { type Asked, actOn, knownAgent, onlineAgent } from './in-hand';

/** Gives the ticket to an agent who is online: T1, T6, or `reassigned` when the status stays. */
export function assignTicket(desk: Desk, asked: Asked & { readonly agentId: string }): Promise<Ticket> {
  return actOn(
    desk,
    'assign',
    asked,
    async ({ tx, ticket, policy, actor, at }) => {
      const agent = await onlineAgent(tx, asked.agentId);
      return give(ticket, { agentId: agent.id, actor, at, policy });
    },
    knownAgent(asked.agentId),
  );
}
