import type { Actor } from '../domain/events';
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
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Opens a ticket in a chat that has none, and takes along every message since the last close that belongs to none. */
export function openIn(desk: Pick<Desk, 'newId'>, ledger: Ledger, { chatId, ...opening }: Opening): Ticket {
  const chat = ledger.chat(chatId);
  return takeAlong(ledger, ledger.apply(openTicket({ id: desk.newId(), number: ledger.nextNumber(), chat, at: ledger.at, ...opening })));
}

/** Every message since the last close that belongs to no ticket becomes part of this one; what customers wrote is unread. */
export function takeAlong(ledger: Ledger, ticket: Ticket): Ticket {
  const loose = ledger.looseIn(ticket.chatId).filter(({ direction }) => direction !== 'note');
  for (const message of loose) ledger.joinTicket(message, ticket.id);
  const unread = loose.filter(({ author }) => author.kind === 'customer').length;
  return unread === 0 ? ticket : ledger.note({ ...ticket, unread: ticket.unread + unread });
}
