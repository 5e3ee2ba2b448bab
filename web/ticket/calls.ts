import { ask, isProblem } from '../api/ask';
import { freshKey } from '../api/fresh-key';
import type { Action, Ticket } from '../api/types';
import { readTicket } from '../live/read-ticket';
import { putTickets } from '../live/tickets';
import { type Asked, keepRefusal } from './refusals';

/** What a person decides about a ticket beside its journey. */
export interface Change {
  readonly stage?: string;
  readonly priority?: Ticket['priority'];
  readonly tags?: readonly string[];
  readonly subject?: string | null;
  readonly excludeFromClosing?: boolean;
}

/** Until when: a moment in ISO 8601, a duration, or the customer's next message. */
export type SnoozeFor = { readonly until: string } | { readonly for: string } | { readonly untilReply: true };

/** One action of the API. Answers the ticket as it is then; a refusal is kept for the line that shows it, and thrown. */
export const post = (ticketId: string, action: Exclude<Action, 'reply' | 'note'> | 'read', body: object = {}): Promise<Ticket> =>
  done(ticketId, action, () => ask<Ticket>('POST', `/tickets/${ticketId}/${action}`, { body, key: freshKey() }));

export const patch = (ticketId: string, change: Change): Promise<Ticket> =>
  done(ticketId, 'stage' in change ? 'stage' : 'change', () => ask<Ticket>('PATCH', `/tickets/${ticketId}`, { body: change }));

/** One field of the admin's own. What is wrong with it is said at the field. */
export async function saveField(ticketId: string, key: string, value: string | number | null): Promise<void> {
  putTickets([await ask<Ticket>('PATCH', `/tickets/${ticketId}`, { body: { fields: { [key]: value } } })]);
}

async function done(ticketId: string, asked: Asked, call: () => Promise<Ticket>): Promise<Ticket> {
  try {
    const ticket = await call();
    putTickets([ticket]);
    keepRefusal(ticketId, null);
    return ticket;
  } catch (error) {
    keepRefusal(ticketId, { asked, error });
    // Somebody else was faster: the page shows what is so now.
    if (isProblem(error) && error.status === 409) void readTicket(ticketId);
    throw error;
  }
}

/** For a button: what was refused is said in the ticket's own line. */
export function shown(act: Promise<unknown>): void {
  act.catch(() => undefined);
}
