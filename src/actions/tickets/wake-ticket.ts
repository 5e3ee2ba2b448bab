import { wake } from '../../domain/stages';
import type { Ticket } from '../../domain/ticket';
import type { Desk } from '../desk';
import { type Asked, actOn } from './in-hand';

/** A person ends the snooze; a ticket that was set aside returns to the queue (T7). */
export function wakeTicket(desk: Desk, asked: Asked): Promise<Ticket> {
  return actOn(desk, 'wake', asked, ({ ticket, policy, actor, at }) => wake(ticket, { actor, at, policy }));
}
