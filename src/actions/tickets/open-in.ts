import type { Actor, Decision } from '../../domain/events';
import { openTicket } from '../../domain/opening';
import type { Ticket } from '../../domain/ticket';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';

interface Opening {
  readonly chatId: string;
  readonly status: 'pending' | 'proactive';
  readonly cause: string;
  readonly actor: Actor;
  readonly assigneeId?: string;
  readonly decision?: Decision;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Opens a ticket in a chat that has none. */
export const openIn = (desk: Pick<Desk, 'newId'>, ledger: Ledger, { chatId, ...opening }: Opening): Ticket =>
  ledger.apply(openTicket({ id: desk.newId(), number: ledger.nextNumber(), chat: ledger.chat(chatId), at: ledger.at, ...opening }));
