import type { Actor } from '../../domain/events';
import { record } from '../../domain/record';
import { clean } from '../../domain/text';
import type { Ticket } from '../../domain/ticket';
import type { HeardHandOff } from '../../ports/channel';
import type { Ledger } from '../ledger';
import { openIn } from '../tickets/open-in';
import { threadIsOurs } from './hear-handover';
import { APPLIED, type Hearing, ignored, type Verdict, writtenAt } from './hearing';

const BOT: Actor = { kind: 'bot', id: null, name: null };
const LONGEST_NOTE = 20_000;

/**
 * A bot of the network asks for a person: the chat becomes a ticket, as when a bot of our own hands it off (LIFECYCLE §7). What it
 * says of the conversation stands as a note in the ticket, which has the hand-off's name: told again, it changes nothing.
 */
export function hearHandOff(hearing: Hearing, heard: HeardHandOff): Verdict {
  const { desk, ledger, channelId, chatId } = hearing;
  if (chatId === null) return ignored('nobody');
  if (ledger.byProvider(channelId, heard.id)) return ignored('redelivered');
  keepRoute(hearing, chatId, heard);
  if (ledger.isBlocked(chatId)) return ignored('blocked');
  const decision = { rule: 'handed_off', facts: { botId: null, handOff: heard.id } };
  const open = ledger.openIn(chatId);
  const ticket = open ?? waitingFor(ledger, openIn(desk, ledger, { chatId, status: 'pending', cause: 'handed_off', actor: BOT, decision }));
  const noted = { type: 'noted', cause: 'noted', actor: BOT, at: ledger.at, data: { messageId: note({ ledger }, ticket, heard) } } as const;
  ledger.apply(record(ledger.ticket(ticket.id), open ? { ...noted, decision } : noted));
  return APPLIED;
}

/** Where they are reached, unless they have written since; and whoever held the conversation asks us to have it. */
function keepRoute({ ledger, isCalled }: Hearing, chatId: string, { who, at: told }: HeardHandOff): void {
  const [chat, at] = [ledger.chat(chatId), writtenAt(told) ?? ledger.at];
  if (who.route && isCalled(who) && at >= (chat.windowFrom ?? 0)) ledger.saveChat({ ...chat, route: who.route });
  threadIsOurs(ledger, chatId, at);
}

/** They have written to the bot, and wait for a person since then. */
const waitingFor = (ledger: Ledger, ticket: Ticket): Ticket =>
  ledger.note({ ...ticket, waiting: true, unansweredSince: ticket.unansweredSince ?? ledger.at });

function note({ ledger }: Pick<Hearing, 'ledger'>, { id: ticketId, chatId }: Ticket, { id, reason, transcript }: HeardHandOff): string {
  const said = [reason, transcript].filter(Boolean).join('\n\n') || '…';
  const text = clean(said.slice(0, LONGEST_NOTE));
  const author = { kind: 'bot', id: null, name: null } as const;
  return ledger.addMessage(chatId, { direction: 'note', author, content: { type: 'text', text }, ticketId, providerMessageId: id }).id;
}
