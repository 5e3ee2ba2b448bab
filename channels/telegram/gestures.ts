import type { Attention, ChannelConfig, OutboundReaction, Outside } from '../../src/ports/channel';
import { callBot } from './api';
import { numberIn, queryIn } from './ids';

/** A bot puts one emoji to a message, of those that Telegram has for it. */
export async function react(config: ChannelConfig, { to, target, emoji }: OutboundReaction, outside: Outside): Promise<void> {
  const reaction = emoji === null ? [] : [{ type: 'emoji', emoji: emoji.replaceAll('\ufe0f', '') }];
  await callBot(config, { method: 'setMessageReaction', body: { chat_id: to.id, message_id: numberIn(target), reaction } }, outside);
}

/** Seen for five seconds. */
export async function typing(config: ChannelConfig, { to }: Attention, outside: Outside): Promise<void> {
  await callBot(config, { method: 'sendChatAction', body: { chat_id: to.id, action: 'typing' } }, outside);
}

/** Ends the clock on the button that was tapped. */
export async function acknowledge(config: ChannelConfig, { providerMessageId }: Attention, outside: Outside): Promise<void> {
  const query = queryIn(providerMessageId);
  if (query !== null) await callBot(config, { method: 'answerCallbackQuery', body: { callback_query_id: query } }, outside);
}
