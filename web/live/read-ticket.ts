import { get, isProblem } from '../api/ask';
import type { Ticket } from '../api/types';
import { dropTicket, putTickets } from './tickets';

/** Reads a ticket of which something may have been missed. One that is out of sight now is dropped; what can't be read stays as it was. */
export async function readTicket(id: string): Promise<void> {
  try {
    putTickets([await get<Ticket>(`/tickets/${id}`)]);
  } catch (problem) {
    if (isProblem(problem, 'not_found')) dropTicket(id);
  }
}
