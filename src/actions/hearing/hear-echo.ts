import { heardAgent } from '../../domain/conversation';
import type { Actor } from '../../domain/events';
import type { Delivery, Message } from '../../domain/message';
import type { Ticket } from '../../domain/ticket';
import type { HeardEcho } from '../../ports/channel';
import type { Ledger } from '../ledger';
import { chatKey } from '../sending/queue-message';
import { settle } from '../sending/settle';
import { type Opener, openIn } from '../tickets/open-in';
import { hearAbout } from './hear-about';
import { asNews } from './hear-past';
import { APPLIED, type Hearing, ignored, type Verdict, writtenAt } from './hearing';

const DAY = 24 * 60 * 60_000;
const APP: Actor = { kind: 'channel_app', id: null, name: null };

/**
 * The business's own phone or app wrote, or our own sending came back. While a send of the chat is unsettled nobody can
 * tell which, so the echo becomes an errand behind that send and is judged when it has settled (LIFECYCLE §4).
 */
export function hearEcho(hearing: Hearing, heard: HeardEcho): Verdict {
  const { ledger, channelId, chatId, unsettled } = hearing;
  if (chatId === null) return ignored('nobody');
  if (isTold(ledger.byProvider(channelId, heard.id))) return ignored('own_message');
  if (isOurs(ledger, chatId, heard)) return hearAbout(hearing, { ...heard, type: 'receipt', who: heard.to, status: 'sent' });
  if (unsettled.has(chatId)) {
    ledger.addErrand({ key: chatKey(chatId), kind: 'echo', payload: { ...heard, raw: null, channelId, chatId, parkedAt: ledger.at } });
    return APPLIED;
  }
  answerFromApp(hearing.desk, ledger, chatId, heard);
  return APPLIED;
}

/** It carries our own message's id, which tells what became of that before the network has answered. */
function isOurs(ledger: Ledger, chatId: string, { reference }: HeardEcho): boolean {
  return !!reference && ledger.message(reference)?.chatId === chatId;
}

/** Stores what a person wrote on the business's own phone or app: it fences the bot, and nobody waits any more. */
export function answerFromApp(desk: Opener, ledger: Ledger, chatId: string, heard: Omit<HeardEcho, 'raw'>): void {
  const sent: Delivery = { status: 'sent', attempts: 0, error: null, attemptedAt: null, acceptedAt: ledger.at };
  const known = ledger.byProvider(ledger.chat(chatId).channelId, heard.id);
  const message = known ? asNews(ledger, known, heard) : keepEcho(ledger, chatId, heard, sent);
  const { readUpTo, deliveredUpTo } = ledger.chat(chatId);
  if (readUpTo !== null || deliveredUpTo !== null) settle(ledger, message, message.delivery ?? sent);
  const chat = ledger.chat(chatId);
  ledger.saveChat({ ...chat, turn: chat.turn + 1 });
  const ticket = ledger.openIn(chatId) ?? openFor(desk, ledger, chatId);
  ledger.note({ ...heardAgent(ticket, message), idleFrom: ledger.at });
}

/** Known, and not only from an import of the phone's history, which may overtake it. */
export const isTold = (message: Message | undefined): boolean => message !== undefined && message.importedAt === null;

const keepEcho = (ledger: Ledger, chatId: string, heard: Omit<HeardEcho, 'raw'>, delivery: Delivery): Message =>
  ledger.addMessage(chatId, {
    direction: 'out',
    author: { kind: 'channel_app', id: null, name: null },
    content: heard.content,
    ticketId: ledger.openIn(chatId)?.id ?? null,
    delivery,
    providerMessageId: heard.id,
    writtenAt: writtenAt(heard.at),
    replyToProvider: heard.replyTo ?? null,
  });

/** An echo into a closed chat: an answer if the customer wrote since the last close and within a day, else a beginning. */
function openFor(desk: Opener, ledger: Ledger, chatId: string): Ticket {
  const { lastCustomerSeq, lastClosedSeq, windowFrom } = ledger.chat(chatId);
  const asked = lastCustomerSeq > lastClosedSeq && windowFrom !== null && ledger.at - windowFrom < DAY;
  return openIn(desk, ledger, { chatId, status: asked ? 'pending' : 'proactive', cause: 'echo', actor: APP });
}
