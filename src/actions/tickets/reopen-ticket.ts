import { isOnline } from '../../domain/agent';
import type { Ticket } from '../../domain/ticket';
import { move, type Step } from '../../domain/transitions';
import type { Desk } from '../desk';
import { recall } from '../hold-chat';
import { type Asked, actOn, besideOpen, type InHand } from './in-hand';

/** Opens a closed ticket again: with its last agent if they are online (T13), else in the queue (T12). */
export function reopenTicket(desk: Desk, asked: Asked): Promise<Ticket> {
  return actOn(desk, 'reopen', asked, reopen);
}

/** The same for a ticket in hand; `chat_has_open_ticket` beside an open one. */
export async function reopen({ tx, ledger, ticket, sight, actor, at }: InHand): Promise<Step> {
  const beside = ledger.openIn(ticket.chatId);
  if (beside) throw besideOpen(beside, sight);
  await recall(tx, ledger, [ticket.chatId]);
  const [last] = ticket.lastAssigneeId === null ? [] : await tx.agents([ticket.lastAssigneeId]);
  const online = isOnline(last);
  return move(ticket, { cause: 'reopened', actor, at, lastAssigneeOnline: online, ...(online && last ? { agentId: last.id } : {}) });
}
