import { heardCustomer, heardSystem } from '../domain/conversation';
import type { Actor, Decision } from '../domain/events';
import { openTicket } from '../domain/opening';
import type { Ticket } from '../domain/ticket';
import type { Desk } from './desk';
import type { Ledger } from './ledger';

interface Opening {
  readonly chatId: string;
  readonly status: 'pending' | 'proactive';
  readonly cause: string;
  readonly actor: Actor;
  readonly assigneeId?: string;
  readonly decision?: Decision;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Opens a ticket in a chat that has none, and takes along every message since the last close that belongs to none. */
export function openIn(desk: Pick<Desk, 'newId'>, ledger: Ledger, { chatId, ...opening }: Opening): Ticket {
  const chat = ledger.chat(chatId);
  return takeAlong(ledger, ledger.apply(openTicket({ id: desk.newId(), number: ledger.nextNumber(), chat, at: ledger.at, ...opening })));
}

/** The same for a customer whom no message of this moment brings: what they wrote before waits, unread. */
export function openWaiting(desk: Pick<Desk, 'newId'>, ledger: Ledger, opening: Opening): Ticket {
  const ticket = openIn(desk, ledger, opening);
  const taken = ledger.inTicket(ticket);
  const asked = taken.findLast(({ author }) => author.kind === 'customer');
  const newest = taken.at(-1);
  const waiting = asked ? { ...heardCustomer(ticket, asked), unread: ticket.unread } : ticket;
  return ledger.note(newest && newest !== asked ? heardSystem(waiting, newest) : waiting);
}

/** Every message since the last close that belongs to no ticket becomes part of this one; what customers wrote is unread. */
export function takeAlong(ledger: Ledger, ticket: Ticket): Ticket {
  const loose = ledger.looseIn(ticket.chatId).filter(({ direction }) => direction !== 'note');
  for (const message of loose) ledger.joinTicket(message, ticket.id);
  const unread = loose.filter(({ author }) => author.kind === 'customer').length;
  return unread === 0 ? ticket : ledger.note({ ...ticket, unread: ticket.unread + unread });
}
