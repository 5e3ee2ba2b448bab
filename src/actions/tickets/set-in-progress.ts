import type { Ticket } from '../../domain/ticket';
import { move } from '../../domain/transitions';
import type { Desk } from '../desk';
import { type Asked, actOn } from './in-hand';

/** Sets an active or idle ticket aside (T2, T8): nobody has it, and it is not closed. */
export function setInProgress(desk: Desk, asked: Asked): Promise<Ticket> {
  return actOn(desk, 'in-progress', asked, ({ ticket, actor, at }) => move(ticket, { cause: 'set_in_progress', actor, at }));
}
