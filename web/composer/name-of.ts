import type { Ticket } from '../api/types';

/** How the customer is called here. */
export const nameOf = ({ contact: { name, address } }: Pick<Ticket, 'contact'>): string => name?.trim() || address;
