import { type Attention, type ChannelConfig, type OutboundReaction, type Outside, wholeOf } from '../../../src/ports/channel';
import { post, type Way } from './way';

type Gesture<What> = (config: ChannelConfig, what: What, outside: Outside) => Promise<void>;

/** Puts something to a message, or takes it back; `word`: what the network calls an emoji. */
export const reacting =
  (way: Way, word: (emoji: string) => string): Gesture<OutboundReaction> =>
  async (config, { to, target, emoji }, outside) => {
    const message_id = wholeOf(target);
    const action =
      emoji === null
        ? { sender_action: 'unreact', payload: { message_id } }
        : { sender_action: 'react', payload: { message_id, reaction: word(emoji) } };
    await post(way, config, to, action, outside);
  };

/** `mark_seen` marks all that the person has written. */
export const showing =
  (way: Way, sender_action: 'mark_seen' | 'typing_on'): Gesture<Attention> =>
  async (config, { to }, outside) => {
    await post(way, config, to, { sender_action }, outside);
  };
