import type { Json } from '../json';
import type { World } from '../world';
import type { BotApp, BotConversation } from './bots';

/** A conversation id has signs that a path must escape, on both channels. */
export function begin(
  { bots, ids }: World,
  { appId }: BotApp,
  channelId: BotConversation['channelId'],
  user: BotConversation['user'],
): BotConversation {
  const id = channelId === 'msteams' ? `a:1${ids.word(24)};x=/` : `${ids.word(16)}-eu`;
  const conversation: BotConversation = { id, channelId, appId, user, activities: [], closed: null };
  bots.conversations.set(id, conversation);
  return conversation;
}

/** Keeps an activity under an id as its channel gives it: Teams counts milliseconds, Direct Line counts in the conversation. */
export function keep({ time }: World, { id, channelId, activities }: BotConversation, said: Json): { readonly id: string } {
  const count = activities.length + 1;
  const own = channelId === 'msteams' ? String(time.now() + count) : `${id}|${String(count).padStart(7, '0')}`;
  const named = { ...said, id: own };
  activities.push(named);
  return named;
}

/** What every activity of a person says of itself. */
export function framed(world: World, app: BotApp, { id, channelId, user }: BotConversation): Json {
  return {
    timestamp: new Date(world.time.now()).toISOString(),
    serviceUrl: serviceUrlOf(world, channelId),
    channelId,
    from: { ...user, role: 'user' },
    conversation: { id, ...(channelId === 'msteams' ? { conversationType: 'personal', tenantId: app.tenantId ?? 'twin-tenant' } : {}) },
    recipient: { id: channelId === 'msteams' ? `28:${app.appId}` : `${app.appId}@twin`, name: 'Twin bot', role: 'bot' },
    locale: 'en-US',
  };
}

export const serviceUrlOf = ({ base }: World, channelId: string): string => `${base}/${channelId === 'msteams' ? 'amer' : 'webchat'}/`;
