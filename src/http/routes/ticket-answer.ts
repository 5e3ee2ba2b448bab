import { Refusal } from '../../domain/errors';
import { ticketsJson } from '../present/ticket';
import type { Call } from '../route';
import type { TicketJson } from '../schemas/ticket';

/**
 * The ticket as it is after what the caller did to it. Read without regard to `agentsSee`: who gives a ticket away
 * is told how it went, and sees nothing of it afterwards.
 */
export async function ticketAnswer(
  { desk, person }: Pick<Call<unknown, unknown>, 'desk' | 'person'>,
  { id }: { readonly id: string },
): Promise<TicketJson> {
  const view = await desk.store.reads.ticket(id, null);
  const [ticket] = view ? await ticketsJson({ desk, house: desk.house.current(), person }, [view]) : [];
  if (!ticket) throw new Refusal('not_found', 'There is no such ticket.');
  return ticket;
}
