import { type Activity, ActivityTypes } from 'botbuilder';
import type { Bot } from '../domain/bot';
import { type Content, wordsOf } from '../domain/content';
import type { BotAsked, BotSaid } from '../ports/bots';

const HANDOFF = 'handoff.initiate';

/** A turn as botbuilder takes it: one message, its text every unanswered message's words, a line each. */
export function inboundActivity(bot: Pick<Bot, 'id' | 'name'>, { chatId, messages }: BotAsked): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    channelId: 'relaydesk',
    id: messages.at(-1)?.id ?? chatId,
    conversation: { id: chatId, name: '', isGroup: false, conversationType: 'personal' },
    from: { id: chatId, name: '', role: 'user' },
    recipient: { id: bot.id, name: bot.name, role: 'bot' },
    text: messages.map(({ content }) => wordsOf(content)).join('\n'),
  };
}

/** A content as an activity: what botbuilder has no word for travels in `channelData`. */
export const activityOf = (content: Content): Partial<Activity> => ({
  type: ActivityTypes.Message,
  text: wordsOf(content),
  channelData: { content },
});

export const handoffActivity = (handoff: NonNullable<BotSaid['handoff']>): Partial<Activity> => ({
  type: ActivityTypes.Event,
  name: HANDOFF,
  value: handoff,
});

/** What an activity hands off to; null for every other activity. */
export function handoffOf({ type, name, value }: Partial<Activity>): BotSaid['handoff'] {
  return type === ActivityTypes.Event && name === HANDOFF ? { teamId: value?.teamId ?? null } : null;
}

/** What an activity says; null for those that say nothing (typing, traces, events). */
export function contentOf({ type, text, channelData }: Partial<Activity>): Content | null {
  if (type !== ActivityTypes.Message) return null;
  const content: Content | null = channelData?.content ?? (text ? { type: 'text', text } : null);
  if (content === null) throw new Error('the bot sent a message without text and without a content of ours');
  return content;
}
