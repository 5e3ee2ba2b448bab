import type { Attention, ChannelConfig, OutboundReaction, Outside } from '../../src/ports/channel';
import { post, recipient } from './send';

const REACTION = /^reaction:(\d{1,16}):(.+)$/s;

/** What travels with a reaction and comes back in its statuses, so that they are not taken for those of a message. */
const reactionMark = ({ at, target }: Pick<OutboundReaction, 'at' | 'target'>): string => `reaction:${at}:${target}`;

/** Which reaction a status tells of; null when it tells of a message. */
export function reactionOf(reference: string | null): Pick<OutboundReaction, 'at' | 'target'> | null {
  const [, at, target] = REACTION.exec(reference ?? '') ?? [];
  return target === undefined ? null : { at: Number(at), target };
}

/** A reaction is a message of its own kind to WhatsApp; an empty one takes the former back. */
export async function react(config: ChannelConfig, reaction: OutboundReaction, outside: Outside): Promise<void> {
  const { to, target, emoji } = reaction;
  const part = { type: 'reaction', reaction: { message_id: target, emoji: emoji ?? '' } };
  await post(config, { ...recipient(to), ...part, biz_opaque_callback_data: reactionMark(reaction) }, outside);
}

export async function seen(config: ChannelConfig, { providerMessageId }: Attention, outside: Outside): Promise<void> {
  await post(config, { status: 'read', message_id: providerMessageId }, outside);
}

/** Lasts up to 25 seconds, or until the answer comes; it can't be shown without marking the message as read. */
export async function typing(config: ChannelConfig, { providerMessageId }: Attention, outside: Outside): Promise<void> {
  await post(config, { status: 'read', message_id: providerMessageId, typing_indicator: { type: 'text' } }, outside);
}
