import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ContactDetailJson as ContactJson } from '../../src/http/schemas/contact';
import { ask, get } from '../api/ask';
import type { Ticket } from '../api/types';
import { putTickets, ticketNow } from '../live/tickets';

const contactQuery = (id: string) =>
  queryOptions({ queryKey: ['contact', id], queryFn: ({ signal }) => get<ContactJson>(`/contacts/${id}`, signal) });

export const useContact = (id: string) => useQuery(contactQuery(id));

/** Changes what is known of a contact, and shows what the desk answers. */
export function useChangeContact(contactId: string) {
  const queries = useQueryClient();
  return async (method: 'PATCH' | 'POST', path: string, body: object = {}): Promise<ContactJson> => {
    const now = await ask<ContactJson>(method, `/contacts/${contactId}${path}`, { body });
    queries.setQueryData(contactQuery(contactId).queryKey, now);
    void queries.invalidateQueries({ queryKey: ['contacts'] });
    return now;
  };
}

/** Names the customer of a ticket; null gives the network's name back with their next message. */
export function useNameContact({ id: ticketId, contact }: Pick<Ticket, 'id' | 'contact'>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string | null) => ask<ContactJson>('PATCH', `/contacts/${contact.id}`, { body: { name } }),
    onSuccess: (now) => {
      queries.setQueryData(contactQuery(contact.id).queryKey, now);
      const ticket = ticketNow(ticketId);
      if (ticket) putTickets([{ ...ticket, contact: { ...ticket.contact, name: now.name } }]);
    },
  });
}
