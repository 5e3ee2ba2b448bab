import { askToClose, closingQuestion } from '../../domain/closing-question';
import { heardSystem } from '../../domain/conversation';
import { invalid, Refusal } from '../../domain/errors';
import { DESK } from '../../domain/message';
import type { Ticket } from '../../domain/ticket';
import { illegal, move, type Step } from '../../domain/transitions';
import type { Desk } from '../desk';
import { queueParts } from '../sending/queue-message';
import { partsOf, sendingKind } from '../sending/sendable';
import { isOpenForAll } from '../sending/window';
import { type Asked, actOn, type InHand } from './in-hand';

interface Close extends Asked {
  /** Asks the customer first, and closes with their yes, or when they have not answered for `timers.confirmCloseAfter` (B3). */
  readonly ask?: boolean;
}

/** A person ends the ticket (T4, T10, B2), or asks the customer whether it may be ended. */
export function closeTicket(desk: Desk, { ask = false, ...asked }: Close): Promise<Ticket> {
  if (!ask) return actOn(desk, 'close', asked, ({ ticket, actor, at }) => move(ticket, { cause: 'closed_by_person', actor, at }));
  return actOn(
    desk,
    'close',
    asked,
    (hand) => askCustomer(desk, hand),
    ({ policy }) => {
      if (policy.confirmCloseAfter === null) throw invalid('ask', 'asking before closing is switched off (timers.confirmCloseAfter)');
    },
  );
}

function askCustomer(desk: Desk, { ledger, ticket, policy, actor, at }: InHand): Step {
  if (ticket.status !== 'active' && ticket.status !== 'idle') throw illegal(ticket.status, 'asked_to_close');
  const kind = sendingKind(desk, ledger.house, ticket.channelId);
  if (!isOpenForAll(ledger, ticket.chatId))
    throw new Refusal('window_closed', 'The customer can’t be asked: the network takes no free text now. Close without asking.');
  const { texts, locale } = policy.settings;
  const parts = partsOf(kind, closingQuestion(ticket, texts.confirmClose, locale.language));
  const said = queueParts(ledger, ticket.chatId, parts, { author: DESK, ticketId: ticket.id });
  const question = said.at(-1) ?? said[0];
  return askToClose(heardSystem(ledger.ticket(ticket.id), question), { actor, at, askedAt: question.heardAt });
}
