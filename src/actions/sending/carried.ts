import type { Channel, Errand } from '../../ports/store';
import type { Desk } from '../desk';
import { channelIn } from '../rules';

/** Whether its messages go through a line that this process does not hold, or that is not ready (`ChannelLine.carries`). */
export const hasNoLine = (desk: Pick<Desk, 'kinds' | 'lines'>, channel: Pick<Channel, 'id' | 'kind'>): boolean =>
  desk.kinds.get(channel.kind)?.line?.carries === true && desk.lines?.ready(channel.id) === undefined;

/** Whether another process holds the ready line that an errand needs: then it is that one's to do. */
export async function isElsewhere(desk: Desk, errand: Errand): Promise<boolean> {
  const house = desk.house.current();
  if (!(errand.kind in CHANNEL_OF) || !house.channels.some((one) => one.deletedAt === null && hasNoLine(desk, one))) return false;
  const channel = channelIn(house, (await CHANNEL_OF[errand.kind]?.(desk, errand)) ?? '');
  if (!channel || channel.deletedAt !== null || !hasNoLine(desk, channel)) return false;
  return (await desk.store.reads.line(channel.id))?.state.status === 'ready';
}

type ChannelOf = ({ store }: Desk, errand: Errand) => Promise<string | null | undefined>;

/** Errands that ask something of a network, and of which channel. */
const CHANNEL_OF: Partial<Record<Errand['kind'], ChannelOf>> = {
  send: async (_, { channelId }) => channelId,
  media: async ({ store }, { payload }) => (await store.reads.media(String(payload.mediaId)))?.channelId,
  reaction: async ({ store }, { payload }) => (await store.reads.message(String(payload.messageId)))?.channelId,
  seen: async ({ store }, { payload }) => (await store.reads.chat(String(payload.chatId)))?.channelId,
};
