import type { Message, Reaction } from '../domain/chat';
import { type Content, previewOf } from '../domain/content';
import { received } from '../domain/delivery';
import type { Instant } from '../domain/ticket';
import type { HeardDeletion, HeardEdit, HeardReaction, HeardReceipt } from '../ports/channel';
import { APPLIED, deliveryError, type Hearing, ignored, type Verdict, writtenAt } from './hearing';
import type { Ledger } from './ledger';
import { settle } from './settle';

const UNKNOWN = ignored('unknown_message');
const NOTHING_NEW = ignored('nothing_new');
const DELETED: Content = { type: 'unsupported', kind: 'deleted', raw: null };

/** What became of a message that we sent; receipts never move backwards. */
export function hearReceipt({ ledger, channelId }: Hearing, heard: HeardReceipt): Verdict {
  const named = receiptTarget(ledger, channelId, heard);
  if (!named) return UNKNOWN;
  const messages = heard.upTo
    ? ledger.outboundIn(named.chatId).filter((message) => message.seq <= named.seq && isUnread(message))
    : [named];
  const news = messages.map((message) => takeReceipt(ledger, message, heard)).filter((isNews) => isNews);
  return news.length > 0 ? APPLIED : NOTHING_NEW;
}

const isUnread = ({ delivery }: Message): boolean => delivery?.status === 'sent' || delivery?.status === 'delivered';

/** By our own reference first: it is right even before the provider's id is known here. */
export function receiptTarget(ledger: Ledger, channelId: string, { reference, id }: HeardReceipt): Message | undefined {
  const ours = reference ? ledger.message(reference) : undefined;
  if (ours && ours.channelId === channelId) return ours;
  return id === null ? undefined : ledger.byProvider(channelId, id);
}

function takeReceipt(ledger: Ledger, now: Message, { status, at, error, id, upTo }: HeardReceipt): boolean {
  if (!now.delivery) return false;
  const delivery = received(now.delivery, status, Math.min(writtenAt(at) ?? ledger.at, ledger.at), error ? deliveryError(error) : null);
  const providerId = now.providerMessageId ?? (upTo ? null : id);
  if (delivery === now.delivery && providerId === now.providerMessageId) return false;
  settle(ledger, now, delivery, providerId);
  return true;
}

/** Newer by the provider's time; of one moment the greater words stand, so that the order of deliveries decides nothing. */
const isNewer = (at: Instant, words: string, before: { readonly at: Instant; readonly words: string }): boolean =>
  at > before.at || (at === before.at && words > before.words);

/** One reaction for each side; the newest by the provider's time stands, also when it takes one back. */
export function hearReaction({ ledger, channelId }: Hearing, { target, by, emoji, at }: HeardReaction): Verdict {
  const message = ledger.byProvider(channelId, target);
  if (!message) return UNKNOWN;
  const reaction: Reaction = { by, emoji: emoji ?? '', at: writtenAt(at) ?? ledger.at };
  const before = message.reactions.find((one) => one.by === by);
  if (at === null && (before?.emoji ?? '') === reaction.emoji) return NOTHING_NEW;
  if (before && !isNewer(reaction.at, reaction.emoji, { at: before.at, words: before.emoji })) return NOTHING_NEW;
  ledger.changeMessage({ ...message, reactions: [...message.reactions.filter((one) => one.by !== by), reaction] });
  return APPLIED;
}

/** The newest wording by the provider's time stands; a deleted message stays deleted. */
export function hearEdit({ ledger, channelId }: Hearing, { target, content, at }: HeardEdit): Verdict {
  const message = ledger.byProvider(channelId, target);
  if (!message) return UNKNOWN;
  const editedAt = writtenAt(at) ?? ledger.at;
  const [words, before] = [JSON.stringify(content), JSON.stringify(message.content)];
  if (message.deletedAt !== null || (at === null && words === before)) return NOTHING_NEW;
  if (message.editedAt !== null && !isNewer(editedAt, words, { at: message.editedAt, words: before })) return NOTHING_NEW;
  reword(ledger, { ...message, content, editedAt });
  return APPLIED;
}

/** The sender took it back: its words are gone from the desk too. */
export function hearDeletion({ ledger, channelId }: Hearing, { target, at }: HeardDeletion): Verdict {
  const message = ledger.byProvider(channelId, target);
  if (!message) return UNKNOWN;
  if (message.deletedAt !== null) return NOTHING_NEW;
  reword(ledger, { ...message, content: DELETED, deletedAt: writtenAt(at) ?? ledger.at });
  return APPLIED;
}

function reword(ledger: Ledger, changed: Message): void {
  const message = ledger.changeMessage(changed);
  const ticket = ledger.openIn(message.chatId);
  if (ticket?.lastMessage?.id !== message.id) return;
  ledger.note({
    ...ticket,
    lastMessage: { ...ticket.lastMessage, type: message.content.type, text: message.deletedAt === null ? previewOf(message.content) : '' },
  });
}
