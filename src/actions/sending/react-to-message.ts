import { isEmoji } from '../../domain/content';
import { invalid, Refusal } from '../../domain/errors';
import type { Message, Reaction } from '../../domain/message';
import type { Instant } from '../../domain/ticket';
import type { ChannelKind } from '../../ports/channel';
import type { Desk, Person } from '../desk';
import { holdMessage } from '../hold-chat';
import type { Ledger } from '../ledger';
import { channelIn } from '../rules';
import { takeInHand } from '../tickets/in-hand';
import { transact } from '../transact';
import { chatKey } from './queue-message';
import { kindOf } from './sendable';

interface React {
  readonly messageId: string;
  readonly by: Person;
  /** null takes it back. */
  readonly emoji: string | null;
}

/**
 * The business puts an emoji to a message, or takes it back: stored at once, sent by an errand. Who may answer in the chat's
 * open ticket may do it; it is no answer: it takes no ticket and postpones nothing.
 */
export function reactToMessage(desk: Desk, { messageId, by, emoji }: React): Promise<Message> {
  return transact(desk, async (tx, ledger) => {
    const message = await holdMessage(tx, ledger, messageId);
    if (!message) throw new Refusal('not_found', 'There is no such message.');
    const wanted = wantedOf(desk, ledger, message, emoji);
    const open = ledger.openIn(message.chatId);
    if (!open) throw new Refusal('ticket_closed', 'This chat has no open ticket to react in.');
    await takeInHand(tx, ledger, 'reply', { ticketId: open.id, by });
    return put(ledger, message, wanted);
  });
}

/** The emoji as the network spells it, empty for none; refuses what the network can't show. */
function wantedOf(desk: Pick<Desk, 'kinds'>, ledger: Ledger, message: Message, emoji: string | null): string {
  const channel = channelIn(ledger.house, message.channelId);
  if (!channel || channel.deletedAt !== null) throw invalid('emoji', 'The channel was disconnected: nothing can be sent through it.');
  if (message.providerMessageId === null || message.deletedAt !== null)
    throw invalid('emoji', 'Only a message that the network has can be reacted to.');
  return emoji === null ? '' : spelled(kindOf(desk, channel.kind), emoji);
}

function spelled({ title, react, capabilities: { reactions } }: ChannelKind, emoji: string): string {
  if (!react) throw invalid('emoji', `${title} takes no reactions.`);
  if (!isEmoji(emoji)) throw invalid('emoji', 'expected one emoji, or null');
  if (reactions === 'any') return emoji;
  const same = reactions.find((one) => bare(one) === bare(emoji));
  if (same === undefined) throw invalid('emoji', `${title} takes ${reactions.join(' ')} only.`);
  return same;
}

/** Without the sign that asks for colour. */
const bare = (emoji: string): string => emoji.replaceAll('\ufe0f', '');

function put(ledger: Ledger, message: Message, emoji: string): Message {
  const before = reactionOf(message);
  if ((before?.emoji ?? '') === emoji) return message;
  // Newer than the one before, and than the news that it failed.
  const at = Math.max(ledger.at, (before?.at ?? 0) + 2);
  ledger.addErrand({ key: chatKey(message.chatId), kind: 'reaction', payload: { messageId: message.id, at } });
  return setReaction(ledger, message, emoji, at);
}

/** The business's own reaction, also when it was taken back. */
export const reactionOf = ({ reactions }: Message): Reaction | undefined => reactions.find(({ by }) => by === 'business');

export const setReaction = (ledger: Ledger, message: Message, emoji: string, at: Instant): Message =>
  ledger.changeMessage({
    ...message,
    reactions: [...message.reactions.filter(({ by }) => by !== 'business'), { by: 'business', emoji, at }],
  });
