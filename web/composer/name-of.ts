import type { Ticket } from '../api/types';
import { calledIn, personName } from '../ticket/person';

type Named = Pick<Ticket, 'contact' | 'channel'>;

/** How the customer is called in full; null for somebody of whom only the network knows who it is. */
export const nameOf = (ticket: Named): string | null => personName(ticket, '').trim() || null;

/** The same in a sentence, and at its beginning. */
export function inSentence(ticket: Named, theCustomer: string): { readonly name: string; readonly Name: string } {
  const name = calledIn(ticket, theCustomer);
  return { name, Name: name === theCustomer ? name.charAt(0).toUpperCase() + name.slice(1) : name };
}
