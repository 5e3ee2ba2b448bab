import type { Ticket } from '../../domain/ticket';
import { move } from '../../domain/transitions';
import type { Desk } from '../desk';
import { type Asked, actOn } from './in-hand';

/** A person ends the ticket (T4, T10, B2). */
export function closeTicket(desk: Desk, asked: Asked): Promise<Ticket> {
  return actOn(desk, 'close', asked, ({ ticket, actor, at }) => move(ticket, { cause: 'closed_by_person', actor, at }));
}
