import { DESK } from '../../domain/chat';
import { heardSystem } from '../../domain/conversation';
import type { TicketEvent } from '../../domain/events';
import type { Settings } from '../../domain/settings';
import type { Ticket } from '../../domain/ticket';
import { replyWindow } from '../../domain/window';
import type { Tx } from '../../ports/store';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import { isManual, waits } from '../routing/route-tickets';
import { channelIn } from '../rules';
import { queueParts } from '../sending/queue-message';
import { kindOf, partsOf } from '../sending/sendable';

/** Openings by which a customer comes to people; who is written to first, or answered from the business's phone, is not greeted. */
const COMES: ReadonlySet<string> = new Set(['customer_wrote', 'customer_returned', 'handed_off', 'bot_failed']);

/**
 * The desk's own words, each once for what happened in this transaction (LIFECYCLE §7): a greeting when a ticket opens;
 * then, if nobody took it, that all are away or that all are busy; the closing words when it closes. Runs after routing.
 */
export async function sayTexts(desk: Pick<Desk, 'kinds'>, tx: Tx, ledger: Ledger): Promise<void> {
  for (const event of ledger.happened()) {
    const ticket = ledger.ticket(event.ticketId);
    if (comes(event)) await greet(desk, tx, ledger, ticket);
    if (event.status?.to === 'closed' && ticket.status === 'closed') takeLeave(desk, ledger, ticket);
  }
}

const comes = ({ type, cause, status }: TicketEvent): boolean => COMES.has(cause) && (type === 'created' || status?.from === 'closed');

async function greet(desk: Pick<Desk, 'kinds'>, tx: Tx, ledger: Ledger, { id, channelId }: Ticket): Promise<void> {
  const { greeting, away, delay } = textsOf(ledger, channelId);
  if (greeting !== null) say(desk, ledger, ledger.ticket(id), greeting);
  if (!waits(ledger.ticket(id)) || (away === null && delay === null)) return;
  const online = (await tx.agentsAround()).filter(({ agent }) => agent.presence === 'online');
  const text = online.length === 0 ? away : isManual(ledger.policy(channelId)) ? null : delay;
  if (text !== null) say(desk, ledger, ledger.ticket(id), text);
}

/** Only while the network takes free text: days later the words would fail, and help nobody. */
function takeLeave(desk: Pick<Desk, 'kinds'>, ledger: Ledger, ticket: Ticket): void {
  const { closing } = textsOf(ledger, ticket.channelId);
  const channel = channelIn(ledger.house, ticket.channelId);
  if (closing === null || !channel || channel.deletedAt !== null) return;
  const window = replyWindow(kindOf(desk, channel.kind).window, ledger.chat(ticket.chatId).windowFrom, ledger.at);
  if (window !== null && window.state !== 'open') return;
  say(desk, ledger, ticket, closing);
  const chat = ledger.chat(ticket.chatId);
  ledger.saveChat({ ...chat, lastClosedSeq: chat.seq });
}

/** Words of the desk itself, in as many messages as the network needs; they postpone nothing and answer nobody. */
export function say(desk: Pick<Desk, 'kinds'>, ledger: Ledger, { id, chatId, channelId }: Ticket, text: string): Ticket {
  const channel = channelIn(ledger.house, channelId);
  if (!channel) throw new Error(`no channel ${channelId}`);
  const parts = partsOf(kindOf(desk, channel.kind), { type: 'text', text });
  const newest = queueParts(ledger, chatId, parts, { author: DESK, ticketId: id }).at(-1);
  return newest ? ledger.note(heardSystem(ledger.ticket(id), newest)) : ledger.ticket(id);
}

const textsOf = (ledger: Ledger, channelId: string): Settings['texts'] => ledger.policy(channelId).settings.texts;
