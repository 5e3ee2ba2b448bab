import { mustBeAhead, snooze } from '../../domain/stages';
import type { Instant, Ticket } from '../../domain/ticket';
import type { Desk } from '../desk';
import { type Asked, actOn } from './in-hand';

/** Sets the ticket aside until a time, or until the customer replies (`until: null`). A past time is `invalid`. */
export function snoozeTicket(desk: Desk, asked: Asked & { readonly until: Instant | null }): Promise<Ticket> {
  return actOn(
    desk,
    'snooze',
    asked,
    ({ ticket, actor, at }) => snooze(ticket, { until: asked.until, actor, at }),
    ({ at }) => mustBeAhead(asked.until, at),
  );
}
