import type { Ticket } from '../../domain/ticket';
import { move } from '../../domain/transitions';
import type { Desk } from '../desk';
import { type Asked, actOn } from './in-hand';

/** Gives an active ticket back to the queue (T5); routing tries the others in the same transaction. */
export function releaseTicket(desk: Desk, asked: Asked): Promise<Ticket> {
  return actOn(desk, 'release', asked, ({ ticket, actor, at }) => move(ticket, { cause: 'released', actor, at }));
}
