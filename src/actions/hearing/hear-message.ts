import type { Chat } from '../../domain/chat';
import { isYesTo } from '../../domain/closing-question';
import { readdressed } from '../../domain/contact';
import { isQuiet } from '../../domain/content';
import { customerSaid, heardCustomer } from '../../domain/conversation';
import { CUSTOMER } from '../../domain/events';
import type { Message } from '../../domain/message';
import type { Ticket } from '../../domain/ticket';
import { move } from '../../domain/transitions';
import type { HeardMessage } from '../../ports/channel';
import { askBot, botOf } from '../bots/ask-bot';
import type { Ledger } from '../ledger';
import { openIn } from '../tickets/open-in';
import { isTold } from './hear-echo';
import { threadIsOurs } from './hear-handover';
import { asNews } from './hear-past';
import { APPLIED, type Hearing, ignored, type Verdict, writtenAt } from './hearing';

const QUIET_TIME = 10 * 60_000;

/** A customer wrote (LIFECYCLE §4): stored once, and the ticket moves where the table says. */
export function hearMessage(hearing: Hearing, heard: HeardMessage): Verdict {
  const { ledger, channelId, chatId } = hearing;
  if (chatId === null) return ignored('nobody');
  const known = ledger.byProvider(channelId, heard.id);
  if (isTold(known)) return ignored('redelivered');
  const message = keep(hearing, chatId, heard);
  threadIsOurs(ledger, chatId, message.sentAt);
  acknowledgeTap(hearing, heard, chatId);
  if (ledger.isBlocked(chatId)) return APPLIED;
  const ticket = ledger.openIn(chatId);
  if (ticket) hearOpen(hearing, ticket, message);
  else hearClosed(hearing, message);
  if (known) bringAlong(ledger, message);
  return APPLIED;
}

/** Behind a key of its own it waits for nothing, and nothing for it. */
function acknowledgeTap({ desk, ledger, channelId }: Hearing, { id, content }: HeardMessage, chatId: string): void {
  const kind = ledger.house.channels.find((channel) => channel.id === channelId)?.kind;
  if (content.type !== 'button_reply' || !desk.kinds.get(kind ?? '')?.acknowledge) return;
  ledger.addErrand({ key: `tap:${chatId}`, kind: 'acknowledgement', payload: { chatId, tap: id } });
}

/** What an import overtook stands before what was said since, where a ticket that opens looks for nothing. */
function bringAlong(ledger: Ledger, { id, chatId }: Message): void {
  const [ticket, message] = [ledger.openIn(chatId), ledger.message(id)];
  if (ticket && message?.ticketId === null) ledger.note(heardCustomer(ticket, ledger.changeMessage({ ...message, ticketId: ticket.id })));
}

function keep(hearing: Hearing, chatId: string, heard: HeardMessage): Message {
  const { ledger, channelId } = hearing;
  const known = ledger.byProvider(channelId, heard.id);
  const message = known
    ? asNews(ledger, known, heard)
    : ledger.addMessage(chatId, {
        direction: 'in',
        author: { kind: 'customer', id: ledger.chat(chatId).contactId, name: heard.from.name ?? null },
        content: heard.content,
        ticketId: ledger.openIn(chatId)?.id ?? null,
        providerMessageId: heard.id,
        writtenAt: writtenAt(heard.at),
        replyTo: heard.replyTo ? (ledger.byProvider(channelId, heard.replyTo)?.id ?? null) : null,
        replyToProvider: heard.replyTo ?? null,
        context: heard.missed ? { ...heard.context, missed: true } : (heard.context ?? null),
      });
  const chat = ledger.chat(chatId);
  ledger.saveChat({
    ...chat,
    lastCustomerSeq: chat.seq,
    windowFrom: Math.max(chat.windowFrom ?? 0, message.sentAt),
    ...(hearing.isCalled(heard.from) && message.sentAt >= (chat.windowFrom ?? 0)
      ? { address: readdressed(chat.address, heard.from.address), ...(heard.from.route ? { route: heard.from.route } : {}) }
      : {}),
  });
  return message;
}

function hearOpen({ ledger, isOnline }: Hearing, ticket: Ticket, message: Message): void {
  const policy = ledger.policy(ticket.channelId);
  const heard = ledger.note(heardCustomer(ticket, message));
  const overtaken = message.sentAt < (ledger.chat(ticket.chatId).windowFrom ?? 0);
  const step = customerSaid(heard, message.content, { at: ledger.at, policy, assigneeOnline: isOnline(heard.assigneeId), overtaken });
  if (step.events.length > 0) ledger.apply(step);
}

function hearClosed(hearing: Hearing, message: Message): void {
  const { ledger } = hearing;
  const chat = ledger.chat(message.chatId);
  if (isThanks(ledger, chat, message) || isLateYes(chat, message)) return;
  const answering = botOf(ledger.house, chat.channelId) !== null && !isMissed(message);
  if (answering && !isStale(ledger, message) && !isBehind(chat, message)) askBot(ledger, chat.id);
  else openFor(hearing, chat, message, answering ? null : reopenable(ledger, chat));
}

function openFor(hearing: Hearing, chat: Chat, message: Message, former: Ticket | null): void {
  const { ledger, desk } = hearing;
  const before = chat.lastClosedAt !== null && message.sentAt < chat.lastClosedAt ? { data: { writtenBeforeClose: true } } : {};
  if (former) comeBack(hearing, former, before);
  else openIn(desk, ledger, { chatId: chat.id, status: 'pending', cause: 'customer_wrote', actor: CUSTOMER, ...before });
}

/** A sticker or a few emoji just after the close: kept, and the next real message takes it along. */
function isThanks(ledger: Ledger, chat: Chat, message: Message): boolean {
  if (!ledger.policy(chat.channelId).settings.policy.quietClose || chat.lastClosedAt === null) return false;
  return message.heardAt - chat.lastClosedAt <= QUIET_TIME && isQuiet(message.content);
}

/** That it may be closed, said again or when it is: nobody has to answer that. */
const isLateYes = ({ lastTicketId }: Chat, { content }: Message): boolean =>
  lastTicketId !== null && isYesTo({ id: lastTicketId }, content);

/** It came while nobody listened: a bot would answer what may long be settled. */
const isMissed = ({ context }: Message): boolean => context?.missed === true;

/** Too old for a bot to answer as if it had just been written: a person is to see it (LIFECYCLE §4). */
const isStale = (ledger: Ledger, { channelId, sentAt, heardAt }: Message): boolean =>
  heardAt - sentAt > ledger.policy(channelId).staleAfter;

/** What a bot has answered since, or a ticket has closed since, lies behind: the bot would not look at it again. */
const isBehind = ({ lastClosedSeq, bot }: Chat, { seq }: Message): boolean => seq <= Math.max(lastClosedSeq, bot?.answeredSeq ?? 0);

/** The chat's last ticket, when the policy reopens it rather than opening another. */
function reopenable(ledger: Ledger, chat: Chat): Ticket | null {
  const { reopenWithin } = ledger.policy(chat.channelId);
  if (reopenWithin === null || chat.lastTicketId === null || chat.lastClosedAt === null) return null;
  return ledger.at - chat.lastClosedAt < reopenWithin ? ledger.ticket(chat.lastTicketId) : null;
}

function comeBack({ ledger, isOnline }: Hearing, former: Ticket, why: { data?: Readonly<Record<string, unknown>> }): void {
  const online = isOnline(former.lastAssigneeId);
  const again = move(former, {
    cause: 'customer_returned',
    actor: CUSTOMER,
    at: ledger.at,
    lastAssigneeOnline: online,
    ...(online && former.lastAssigneeId !== null ? { agentId: former.lastAssigneeId } : {}),
    ...why,
  });
  ledger.apply(again);
}
