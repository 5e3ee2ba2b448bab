import { isSeenBy, seenBy } from '../../domain/access';
import { Refusal } from '../../domain/errors';
import type { Ticket } from '../../domain/ticket';
import type { Desk, Person } from '../desk';
import { tellSeen } from '../sending/mark-seen';
import { transact } from '../transact';
import { lockTicket } from './in-hand';
import { markSeen } from './mentions';

/**
 * A person has read what the customer wrote: nothing is unread any more, nor a note that names
 * them unseen, and the network is told. It still waits for an answer.
 */
export function readTicket(desk: Desk, { ticketId, by }: { readonly ticketId: string; readonly by: Person }): Promise<Ticket> {
  return transact(desk, async (tx, ledger) => {
    const ticket = await lockTicket(tx, ledger, ticketId);
    if (!isSeenBy(ticket, seenBy(by, ledger))) throw new Refusal('not_found', 'There is no such ticket.');
    await markSeen(tx, ledger, by.id, { ticketId });
    if (ticket.unread === 0) return ticket;
    tellSeen(desk, ledger, ticket);
    return ledger.note({ ...ticket, unread: 0 });
  });
}
