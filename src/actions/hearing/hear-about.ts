import { otherWay } from '../../domain/contact';
import type { Content } from '../../domain/content';
import { filesIn } from '../../domain/content-files';
import { shownLast } from '../../domain/conversation';
import { isUnread, received, receivedEarlier, roundOf, wentOutAt } from '../../domain/delivery';
import type { Message, Reaction } from '../../domain/message';
import type { Instant } from '../../domain/ticket';
import { withWording } from '../../domain/wordings';
import { type HeardContent, type HeardDeletion, type HeardEdit, type HeardReaction, type HeardReceipt, wholeOf } from '../../ports/channel';
import { answerRefused } from '../bots/answer-refused';
import type { Ledger } from '../ledger';
import { ownContent, saidBy, shownIn } from '../ledger/files';
import { settle } from '../sending/settle';
import { moveWindow } from '../sending/window';
import type { Opener } from '../tickets/open-in';
import { type HeardAbout, isWatermark, targetsOf } from './early';
import { hearWatermark } from './hear-watermark';
import { APPLIED, deliveryError, type Hearing, ignored, type Verdict, WAITS, writtenAt } from './hearing';

type Around = Pick<Hearing, 'ledger' | 'channelId' | 'chatId'> & { readonly desk: Opener };

const NOTHING_NEW = ignored('nothing_new');
const NOT_THEIRS = ignored('not_theirs');
const WAITED = 24 * 60 * 60_000;
const DELETED: Content = { type: 'unsupported', kind: 'deleted', raw: null };

/**
 * What is heard about a message. Whatever the order and number in which these come, before or after their message, the
 * message ends the same: each keeps what it needs for that, and none depends on when the desk heard it (LIFECYCLE §4).
 */
export function hearAbout(around: Around, heard: HeardAbout): Verdict {
  switch (heard.type) {
    case 'receipt':
      return isWatermark(heard) ? hearWatermark(around, heard) : hearReceipt(around, heard);
    case 'reaction':
      return hearReaction(around, heard);
    case 'edit':
      return hearEdit(around, heard);
    case 'deletion':
      return hearDeletion(around, heard);
  }
}

/** What became of a message that we sent; receipts never move backwards. */
function hearReceipt(around: Around, heard: HeardReceipt): Verdict {
  const { ledger, channelId } = around;
  const named = receiptTarget(ledger, channelId, heard);
  if (!named) return heard.id === null ? ignored('unknown_message') : WAITS;
  if (isHalfKnown(around, heard)) return WAITS;
  return (heard.upTo ? hearReadUpTo(around, named, heard) : takeReceipt(around, named, heard)) ? APPLIED : NOTHING_NEW;
}

/** It is also about other messages of its chat, and this transaction, which made its message known, has not read those. */
const isHalfKnown = ({ ledger, channelId }: Around, { upTo, status, id, reference }: HeardReceipt): boolean =>
  (upTo === true || status === 'failed') &&
  !reference &&
  ledger.learned().some((learned) => learned.channelId === channelId && learned.id === id);

/** By our own reference first: it is right even before the provider's id is known here. */
export function receiptTarget(ledger: Ledger, channelId: string, { reference, id }: HeardReceipt): Message | undefined {
  const ours = reference ? ledger.message(reference) : undefined;
  if (ours && ours.channelId === channelId) return ours;
  return id === null ? undefined : ledger.byProvider(channelId, id);
}

/** Everything that went out before it has been read too, and what comes to light later is read when it does. */
function hearReadUpTo(around: Around, named: Message, heard: HeardReceipt): boolean {
  const { ledger } = around;
  const chat = ledger.chat(named.chatId);
  const upTo = wentOutAt(named);
  const isNews = chat.readUpTo === null || chat.readUpTo < upTo;
  if (isNews) ledger.saveChat({ ...chat, readUpTo: upTo });
  const unread = ledger.outboundIn(named.chatId).filter((message) => isUnread(message.delivery) && wentOutAt(message) <= upTo);
  return unread.map((message) => takeReceipt(around, message, { ...heard, id: null })).some((one) => one) || isNews;
}

function takeReceipt({ desk, ledger }: Around, given: Message, receipt: HeardReceipt): boolean {
  const { status, at: written, error, id } = receipt;
  const at = Math.min(writtenAt(written) ?? ledger.at, ledger.at);
  const earlier = earlierRound(given, receipt);
  const now = given.providerMessageId === null && id !== null && earlier === null ? claim(ledger, given, id) : given;
  if (!now.delivery) return false;
  const delivery =
    earlier === null
      ? received(now.delivery, status, at, error ? deliveryError(error, at) : null)
      : receivedEarlier(now.delivery, status, at, earlier);
  if (delivery === now.delivery && now === given) return false;
  const settled = settle(ledger, now, delivery);
  if (delivery.status === 'failed' && now.delivery.status !== 'failed') {
    answerRefused(desk, ledger, settled);
    tryOtherName(ledger, settled);
  }
  return true;
}

/** Nobody was reached by this name: what is sent next, also when a person sends it again, goes by the other, if there is one. */
function tryOtherName(ledger: Ledger, { chatId, delivery }: Message): void {
  const chat = ledger.chat(chatId);
  const isOfName = delivery?.error?.code === 'recipient_unavailable' || delivery?.error?.code === 'recipient_invalid';
  if (isOfName) ledger.saveChat({ ...chat, address: otherWay(chat.address) });
}

/** Which sending it speaks of, when a person has had the message sent again since; null = the newest. */
function earlierRound({ delivery, providerMessageId }: Message, { reference, round = 0, id }: HeardReceipt): number | null {
  const newest = delivery ? roundOf(delivery) : 0;
  if (newest === 0) return null;
  if (reference) return round < newest ? round : null;
  // Named by its id alone: while the new one has none yet, that is the former one's.
  const isFormers = delivery?.status === 'queued' || delivery?.status === 'sending';
  return isFormers && id === providerMessageId ? newest - 1 : null;
}

/**
 * Our message has this id. If an echo of it was taken for somebody else's, because nobody knew what became of the send for
 * too long, that copy goes, and what was heard about it is ours.
 */
function claim(ledger: Ledger, ours: Message, providerMessageId: string): Message {
  const copy = ledger.byProvider(ours.channelId, providerMessageId);
  if (!copy) return { ...ours, providerMessageId };
  if (copy.author.kind !== 'channel_app' || copy.chatId !== ours.chatId) return ours;
  reword(ledger, { ...copy, providerMessageId: null, content: DELETED, former: null, reactions: [], deletedAt: ledger.at });
  const { content, reactions, editedAt, deletedAt, former } = copy;
  const changes = editedAt === null && deletedAt === null ? {} : { content, editedAt, deletedAt, former };
  if (editedAt === null) loseFiles(ledger, copy);
  if (deletedAt !== null) loseFiles(ledger, ours);
  const delivery = ours.delivery && copy.delivery ? received(ours.delivery, copy.delivery.status, ledger.at) : ours.delivery;
  return { ...ours, ...changes, reactions, delivery, providerMessageId };
}

/** Newer by the provider's time; of one moment the greater words stand, so that the order of deliveries decides nothing. */
const isNewer = (at: Instant, words: string, before: { readonly at: Instant; readonly words: string }): boolean =>
  at > before.at || (at === before.at && words > before.words);

/** One reaction for each side; the newest by the provider's time stands, also when it takes one back. */
function hearReaction({ ledger, channelId }: Around, { target, by, emoji, at }: HeardReaction): Verdict {
  const message = ledger.byProvider(channelId, target);
  if (!message) return WAITS;
  const reaction: Reaction = { by, emoji: emoji ?? '', at: writtenAt(at) ?? ledger.at };
  if (by === 'customer') opensWindow(ledger, message, reaction);
  const before = message.reactions.find((one) => one.by === by);
  if (at === null && (before?.emoji ?? '') === reaction.emoji) return NOTHING_NEW;
  if (before && !isNewer(reaction.at, reaction.emoji, { at: before.at, words: before.emoji })) return NOTHING_NEW;
  const others = message.reactions.filter((one) => one.by !== by);
  ledger.changeMessage({ ...message, reactions: by === 'customer' ? [reaction, ...others] : [...others, reaction] });
  return APPLIED;
}

/** Where the setting says so; taking one back opens nothing. */
function opensWindow(ledger: Ledger, { chatId, channelId }: Message, { emoji, at }: Reaction): void {
  if (emoji === '' || !ledger.policy(channelId).settings.delivery.reactionsOpenWindow) return;
  moveWindow(ledger, chatId, Math.max(ledger.chat(chatId).windowFrom ?? 0, Math.min(at, ledger.at)));
}

/** Nobody else words anew or takes back what the desk itself has said: on some networks a customer may name any message. */
const maySpeakOf = ({ author }: Message, by: HeardEdit['by']): boolean =>
  by === 'business' || author.kind === 'customer' || author.kind === 'channel_app';

/** The newest wording by the provider's time stands, and the former ones are kept; a deleted message stays deleted. */
function hearEdit({ ledger, channelId }: Around, { target, by, content, at, maybeUnseen }: HeardEdit): Verdict {
  const message = ledger.byProvider(channelId, target);
  if (!message) return WAITS;
  if (!maySpeakOf(message, by)) return NOT_THEIRS;
  const own = ownContent(message, content);
  if (message.deletedAt !== null || (at === null && withWording(message, own, null, saidBy) === null)) return NOTHING_NEW;
  if (maybeUnseen && saidBy(own) === saidBy(message.content)) return NOTHING_NEW;
  const worded = withWording(message, own, writtenAt(at) ?? ledger.at, saidBy);
  if (worded === null) return NOTHING_NEW;
  reword(ledger, { ...message, ...worded }, worded.content === own ? content : undefined);
  return APPLIED;
}

/** The sender took it back: its words are gone from the desk too. Of a whole message, parts may yet come, and it waits for them. */
function hearDeletion({ ledger, channelId }: Around, heard: HeardDeletion): Verdict {
  const known = targetsOf(heard).flatMap((target) => ledger.byProvider(channelId, target) ?? []);
  if (!known.every((message) => maySpeakOf(message, heard.by))) return NOT_THEIRS;
  const news = known.map((message) => takeBack(ledger, message, writtenAt(heard.at) ?? ledger.at)).some((isNews) => isNews);
  if (known.length === 0) return WAITS;
  return { ...(news ? APPLIED : NOTHING_NEW), ...(heard.whole ? { waits: true } : {}) };
}

function takeBack(ledger: Ledger, message: Message, deletedAt: Instant): boolean {
  if (message.deletedAt !== null && message.deletedAt <= deletedAt) return false;
  loseFiles(ledger, message);
  reword(ledger, { ...message, content: DELETED, editedAt: null, former: null, deletedAt });
  loseEvents(ledger, message);
  return true;
}

/** What brought its words may have come some time before it, and waited. */
function loseEvents(ledger: Ledger, { channelId, providerMessageId, heardAt }: Message): void {
  if (providerMessageId === null) return;
  const payload = { channelId, id: wholeOf(providerMessageId), from: heardAt - WAITED };
  ledger.addErrand({ key: `redaction:${channelId}`, kind: 'redaction', payload });
}

/** What it says, and said before, goes with its files. */
function loseFiles(ledger: Ledger, { id, content, former }: Message): void {
  const said = [content, ...(former ?? []).map((one) => one.content)];
  if (said.some((one) => shownIn(one) || filesIn(one).length > 0)) ledger.loseMedia(id);
}

function reword(ledger: Ledger, changed: Message, heard?: HeardContent): void {
  const message = ledger.changeMessage(changed, heard);
  const ticket = ledger.ticketOf(message);
  if (ticket?.lastMessage?.id !== message.id) return;
  ledger.note({
    ...ticket,
    lastMessage: { ...ticket.lastMessage, ...shownLast(message) },
  });
}
