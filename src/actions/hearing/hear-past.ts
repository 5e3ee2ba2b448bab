import { type Content, isMedia } from '../../domain/content';
import { received } from '../../domain/delivery';
import type { Delivery, Message } from '../../domain/message';
import type { HeardContent, HeardEcho, HeardMessage, HeardPast } from '../../ports/channel';
import type { Ledger } from '../ledger';
import { chatKey } from '../sending/queue-message';
import { settle } from '../sending/settle';
import { moveWindow } from '../sending/window';
import { APPLIED, type Hearing, ignored, type Verdict, writtenAt } from './hearing';

/** A send of ours that is under way is not older. */
const JUST_NOW = 2 * 60_000;

/**
 * What was said on the phone before this channel was here (CHANNELS §2.5). It is kept in its place and is news to nobody: no
 * ticket opens or changes, no bot is asked, nothing is unread, no timer moves, and the chat's turn stays.
 */
export function hearPast(hearing: Hearing, heard: HeardPast): Verdict {
  const { ledger, channelId, chatId, unsettled } = hearing;
  if (chatId === null) return ignored('nobody');
  const known = ledger.byProvider(channelId, heard.id);
  if (known) return learnMore(ledger, known, heard) ? APPLIED : ignored('redelivered');
  if (heard.by === 'business' && unsettled.has(chatId) && ledger.at - (heard.at ?? 0) < JUST_NOW)
    ledger.addErrand({ key: chatKey(chatId), kind: 'echo', payload: { ...heard, raw: null, channelId, chatId, parkedAt: ledger.at } });
  else keepPast(ledger, chatId, heard);
  return APPLIED;
}

export function keepPast(ledger: Ledger, chatId: string, heard: Omit<HeardPast, 'raw'>): void {
  const theirs = heard.by === 'customer';
  const chat = ledger.chat(chatId);
  const message = ledger.addMessage(chatId, {
    direction: theirs ? 'in' : 'out',
    author: theirs ? { kind: 'customer', id: chat.contactId, name: heard.who.name ?? null } : { kind: 'channel_app', id: null, name: null },
    content: heard.content,
    ticketId: null,
    delivery: theirs ? null : deliveryOf(heard),
    providerMessageId: heard.id,
    writtenAt: writtenAt(heard.at),
    replyToProvider: heard.replyTo ?? null,
    context: heard.context ?? null,
    importedAt: ledger.at,
  });
  if (theirs) openWindow(ledger, message);
}

function deliveryOf({ status, at }: Omit<HeardPast, 'raw'>): Delivery {
  const sent: Delivery = { status: 'sent', attempts: 0, error: null, attemptedAt: null, acceptedAt: at };
  return status === null || status === 'failed' ? sent : received(sent, status, at ?? 0);
}

/**
 * The network counts its answer window from the customer's last words, whichever app read them. Only words that leave it open
 * are believed: of older ones nothing follows, and a chat that never had a window is not to look like one that closed.
 */
function openWindow(ledger: Ledger, { chatId, channelId, sentAt }: Message): void {
  const { windowFrom } = ledger.chat(chatId);
  const { freeText } = ledger.windowRule(channelId);
  if (freeText !== null && ledger.at < sentAt + freeText && sentAt > (windowFrom ?? 0)) moveWindow(ledger, chatId, sentAt);
}

/** A file whose place was held comes later, and how far the business's words got may be told only here. */
function learnMore(ledger: Ledger, known: Message, { content, status }: HeardPast): boolean {
  if (known.deletedAt === null && isPlaceholder(known.content) && isMedia(content)) return !!ledger.changeMessage(known, content);
  if (!known.delivery || status === null || status === 'failed') return false;
  const delivery = received(known.delivery, status, ledger.at);
  if (delivery === known.delivery) return false;
  if (known.importedAt === null) settle(ledger, known, delivery);
  else ledger.changeMessage({ ...known, delivery });
  return true;
}

const isPlaceholder = (content: Content | HeardContent): boolean => content.type === 'unsupported' && content.kind === 'media_placeholder';

/**
 * The same message comes by itself, after an import that overtook it: now it is news, whichever was first (LIFECYCLE §4). It
 * keeps its place in the chat, and what it says by now.
 */
export function asNews(ledger: Ledger, known: Message, heard: Omit<HeardMessage | HeardEcho, 'raw'>): Message {
  const stands = known.deletedAt !== null || known.editedAt !== null || !isPlaceholder(known.content);
  const { heardAt } = ledger.chat(known.chatId);
  const news = {
    ...known,
    importedAt: null,
    heardAt: Math.max(heardAt, ledger.at),
    ticketId: ledger.openIn(known.chatId)?.id ?? null,
    context: contextOf(heard) ?? known.context,
  };
  ledger.announce({ name: 'message.created', id: known.id, chatId: known.chatId });
  return ledger.changeMessage(news, stands ? undefined : heard.content);
}

const contextOf = (heard: Omit<HeardMessage | HeardEcho, 'raw'>): Message['context'] =>
  heard.type === 'message' ? ((heard as Omit<HeardMessage, 'raw'>).context ?? null) : null;
