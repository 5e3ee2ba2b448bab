import type { Silence } from '../../domain/bot';
import { SYSTEM } from '../../domain/events';
import { record } from '../../domain/record';
import type { Tx } from '../../ports/store';
import type { Ledger } from '../ledger';

interface Silenced {
  readonly reason: Silence;
  /** The turn in which the bot was asked. */
  readonly turn: number;
  /** The answer that was held back; without one, the bot was not even asked. */
  readonly messageId?: string;
}

/**
 * The bot kept silent, and the ticket that came between says why (LIFECYCLE §7). An app that took the conversation may have
 * come before any ticket: then the chat alone knows. The chat is held.
 */
export async function recordSilence(tx: Tx, ledger: Ledger, chatId: string, { reason, turn, messageId }: Silenced): Promise<void> {
  const chat = ledger.chat(chatId);
  const ticketId = ledger.openIn(chatId)?.id ?? chat.lastTicketId;
  if (ticketId === null) {
    if (reason === 'thread_held') return;
    throw new Error(`the turn of chat ${chatId} moved without a ticket`);
  }
  if (!ledger.openIn(chatId)) ledger.takeTickets(await tx.tickets([ticketId]));
  const facts = { reason, askedInTurn: turn, turn: chat.turn, ...(messageId === undefined ? {} : { messageId }) };
  ledger.apply(
    record(ledger.ticket(ticketId), {
      type: 'decided',
      cause: 'bot_silenced',
      actor: SYSTEM,
      at: ledger.at,
      decision: { rule: 'bot_silenced', facts },
    }),
  );
}
