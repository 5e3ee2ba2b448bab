import { isClosingQuestion, withdrawQuestion } from '../../domain/closing-question';
import { answered, unanswered } from '../../domain/conversation';
import { counts, received, risesTo, wentOutAt } from '../../domain/delivery';
import { SYSTEM } from '../../domain/events';
import { sayFlows } from '../../domain/lateness';
import type { Delivery, Message } from '../../domain/message';
import { type Instant, isOpen, type Ticket } from '../../domain/ticket';
import type { Ledger } from '../ledger';
import { noteShut } from './window';

/**
 * Saves what became of a sent message, and what that means for its ticket: idle runs from the last accepted answer,
 * and an answer that failed in the end leaves the customer waiting (LIFECYCLE §4, §5). Who settles a failure has
 * recalled the answers since the customer's last words.
 */
export function settle(ledger: Ledger, message: Message, given: Delivery, providerMessageId = message.providerMessageId): Message {
  const delivery = seen(ledger, { ...message, delivery: given }, given);
  const settled = ledger.changeMessage({ ...message, delivery, providerMessageId });
  if (message.delivery?.status !== 'failed') noteShut(ledger, settled, delivery);
  const ticket = ledger.openIn(message.chatId);
  if (ticket && ticket.id === message.ticketId && isPersons(message)) tell(ledger, ticket, message, settled);
  if (ticket && isClosingQuestion(settled, ticket)) tellQuestion(ledger, ticket, delivery);
  if (ticket && isOpen(ledger.ticket(ticket.id))) tellFlowing(ledger, ledger.ticket(ticket.id), settled);
  return settled;
}

/** It was said that it waits too long; now it has left the queue, and all before it. */
function tellFlowing(ledger: Ledger, ticket: Ticket, { id, delivery }: Message): void {
  const flows = delivery?.status === 'queued' || delivery?.status === 'sending' ? null : sayFlows(ticket, id, ledger.at);
  if (flows) ledger.apply(flows);
}

/** The customer's time to answer a closing question runs from when the network took it; one that never reached them closes nothing. */
function tellQuestion(ledger: Ledger, ticket: Ticket, delivery: Delivery): void {
  if (delivery.status === 'failed')
    ledger.apply(withdrawQuestion(ticket, { cause: 'close_question_failed', actor: SYSTEM, at: ledger.at }));
  else if (counts(delivery) && delivery.acceptedAt !== ticket.confirmSentAt) ledger.note({ ...ticket, confirmSentAt: delivery.acceptedAt });
}

/** What was sent after it had come, or was read, before the desk knew that it is there. */
function seen(ledger: Ledger, message: Message, delivery: Delivery): Delivery {
  const { readUpTo, deliveredUpTo } = ledger.chat(message.chatId);
  const isBehind = (mark: Instant | null) => mark !== null && wentOutAt(message) <= mark;
  const status = isBehind(readUpTo) ? 'read' : isBehind(deliveredUpTo) ? 'delivered' : null;
  return status !== null && risesTo(delivery, status) ? received(delivery, status, ledger.at) : delivery;
}

const isPersons = ({ author }: Message): boolean => author.kind === 'agent' || author.kind === 'channel_app';

function tell(ledger: Ledger, ticket: Ticket, before: Message, after: Message): void {
  const spokeLast = after.seq > ledger.chat(after.chatId).lastCustomerSeq;
  if (after.delivery?.status === 'failed' && before.delivery?.status !== 'failed') {
    const idleFrom = lastAccepted(ledger, after);
    ledger.note({ ...unanswered(ticket, { anotherReached: idleFrom !== null }), idleFrom });
    return;
  }
  if (!spokeLast || !counts(after.delivery) || !isOpen(ticket)) return;
  const acceptedAt = after.delivery?.acceptedAt ?? null;
  const lifted = before.delivery?.status === 'failed';
  if (acceptedAt === null || (!lifted && ticket.idleFrom !== null && ticket.idleFrom >= acceptedAt)) return;
  ledger.note({ ...ticket, ...(lifted ? answered(ticket) : {}), idleFrom: Math.max(ticket.idleFrom ?? 0, acceptedAt) });
}

/** When the network took the newest answer since the customer's last words, the failed ones left out. */
function lastAccepted(ledger: Ledger, { chatId }: Message): Instant | null {
  const answers = ledger
    .outboundIn(chatId)
    .filter((message) => message.importedAt === null && message.seq > ledger.chat(chatId).lastCustomerSeq && isPersons(message));
  const times = answers.flatMap(({ delivery }) =>
    delivery?.acceptedAt != null && delivery.status !== 'failed' ? [delivery.acceptedAt] : [],
  );
  return times.length === 0 ? null : Math.max(...times);
}
