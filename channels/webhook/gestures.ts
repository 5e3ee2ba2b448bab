import { createHash } from 'node:crypto';
import { type Attention, type ChannelConfig, type OutboundReaction, type Outside, wholeOf } from '../../src/ports/channel';
import { post } from './call';
import { contactOf } from './send';

export async function react(config: ChannelConfig, { to, target, emoji, at }: OutboundReaction, outside: Outside): Promise<void> {
  const messageId = wholeOf(target);
  const body = { contact: contactOf(to), reaction: { messageId, emoji } };
  await post(config, { id: nameOf('reaction', messageId, at), body }, outside);
}

/** Everything that the person has written up to this message. */
export async function seen(config: ChannelConfig, { to, providerMessageId }: Attention, outside: Outside): Promise<void> {
  const messageId = wholeOf(providerMessageId);
  await post(config, { id: nameOf('read', messageId), body: { contact: contactOf(to), read: { messageId } } }, outside);
}

export async function typing(config: ChannelConfig, { to }: Attention, outside: Outside): Promise<void> {
  await post(config, { id: nameOf('typing', to.id, outside.now()), body: { contact: contactOf(to), typing: true } }, outside);
}

/** A provider's id may be anything; a header may not. */
const nameOf = (what: string, ...which: readonly unknown[]): string =>
  `${what}_${createHash('sha256').update(JSON.stringify(which)).digest('base64url').slice(0, 27)}`;
