import { type Attention, type ChannelConfig, type OutboundReaction, type Outside, wholeOf } from '../../src/ports/channel';
import { post } from './send';

/** Instagram lets a business put one thing to a message, a heart. */
export async function react(config: ChannelConfig, { to, target, emoji }: OutboundReaction, outside: Outside): Promise<void> {
  const message_id = wholeOf(target);
  const action =
    emoji === null
      ? { sender_action: 'unreact', payload: { message_id } }
      : { sender_action: 'react', payload: { message_id, reaction: 'love' } };
  await post(config, to, action, outside);
}

/** Marks all that the person has written. */
export async function seen(config: ChannelConfig, { to }: Attention, outside: Outside): Promise<void> {
  await post(config, to, { sender_action: 'mark_seen' }, outside);
}

export async function typing(config: ChannelConfig, { to }: Attention, outside: Outside): Promise<void> {
  await post(config, to, { sender_action: 'typing_on' }, outside);
}
