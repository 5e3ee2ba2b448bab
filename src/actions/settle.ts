import type { Delivery, Message } from '../domain/chat';
import { counts } from '../domain/delivery';
import { isOpen, type Ticket } from '../domain/ticket';
import type { Tx } from '../ports/store';
import type { Ledger } from './ledger';

/**
 * Saves what became of a sent message, and what that means for its ticket: idle runs from the last accepted answer,
 * and an answer that failed in the end leaves the customer waiting (LIFECYCLE §4, §5).
 */
export async function settle(tx: Tx, ledger: Ledger, message: Message, delivery: Delivery, providerMessageId = message.providerMessageId): Promise<Message> {
  const settled = ledger.changeMessage({ ...message, delivery, providerMessageId });
  const ticket = ledger.openIn(message.chatId);
  if (ticket && ticket.id === message.ticketId && isPersons(message)) await tell(tx, ledger, ticket, message, settled);
  return settled;
}

const isPersons = ({ author }: Message): boolean => author.kind === 'agent' || author.kind === 'channel_app';

async function tell(tx: Tx, ledger: Ledger, ticket: Ticket, before: Message, after: Message): Promise<void> {
  const spokeLast = after.seq > ledger.chat(after.chatId).lastCustomerSeq;
  if (after.delivery?.status === 'failed' && before.delivery?.status !== 'failed') {
    const idleFrom = await tx.lastAcceptedAfter(after.chatId, ledger.chat(after.chatId).lastCustomerSeq, after.id);
    ledger.note({ ...ticket, waiting: true, idleFrom });
    return;
  }
  if (!spokeLast || !counts(after.delivery) || !isOpen(ticket)) return;
  const acceptedAt = after.delivery?.acceptedAt ?? null;
  const lifted = before.delivery?.status === 'failed';
  if (acceptedAt === null || (!lifted && ticket.idleFrom !== null && ticket.idleFrom >= acceptedAt)) return;
  ledger.note({ ...ticket, waiting: lifted ? false : ticket.waiting, idleFrom: Math.max(ticket.idleFrom ?? 0, acceptedAt) });
}
