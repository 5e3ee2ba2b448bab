import type { Attention, ChannelConfig, ChannelKind } from '../../ports/channel';
import type { Channel } from '../../ports/store';
import { openConfig } from '../channels/channel-config';
import type { Desk } from '../desk';
import { channelIn } from '../rules';
import { kindOf } from './sendable';

interface Attending {
  readonly channel: Channel;
  readonly kind: ChannelKind;
  readonly config: ChannelConfig;
  readonly attention: Attention;
}

/** Whom to show that they are read or answered, and by which message; null when nobody wrote, or nothing can be sent. */
export async function attentionIn(desk: Desk, chatId: string): Promise<Attending | null> {
  const [chat, newest] = [await desk.store.reads.chat(chatId), await desk.store.reads.newestHeard(chatId)];
  const channel = chat && channelIn(await desk.house.refresh(), chat.channelId);
  const providerMessageId = newest?.providerMessageId;
  if (!providerMessageId || !channel || channel.deletedAt !== null || channel.state.status === 'paused') return null;
  const kind = kindOf(desk, channel.kind);
  return {
    channel,
    kind,
    config: openConfig(kind, desk.vault, channel.config),
    attention: { to: chat.address, route: chat.route, providerMessageId },
  };
}
