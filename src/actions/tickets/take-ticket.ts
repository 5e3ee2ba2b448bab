import { give } from '../../domain/assignment';
import type { Ticket } from '../../domain/ticket';
import type { Desk } from '../desk';
import { type Asked, actOn } from './in-hand';

/** Whoever asks has the ticket from now on (T1, T6, or without a change of status when nobody or a colleague had it). */
export function takeTicket(desk: Desk, asked: Asked): Promise<Ticket> {
  return actOn(desk, 'take', asked, ({ ticket, policy, actor, at }) =>
    give(ticket, { agentId: asked.by.id, actor, at, policy, cause: ticket.assigneeId === null ? 'reassigned' : 'taken_over' }),
  );
}
