import type { Channel, Errand } from '../../ports/store';
import type { Desk } from '../desk';
import { channelIn } from '../rules';

/** Whether its messages go through a line that this process does not hold, or that is not ready (`ChannelLine.carries`). */
export const hasNoLine = (desk: Pick<Desk, 'kinds' | 'lines'>, channel: Pick<Channel, 'id' | 'kind'>): boolean =>
  desk.kinds.get(channel.kind)?.line?.carries === true && desk.lines?.ready(channel.id) === undefined;

/** Whether another process holds the ready line that a send needs: then it is that one's to send. */
export async function isElsewhere(desk: Desk, { kind, channelId }: Errand): Promise<boolean> {
  const channel = kind === 'send' && channelId !== null ? channelIn(desk.house.current(), channelId) : undefined;
  if (!channel || channel.deletedAt !== null || !hasNoLine(desk, channel)) return false;
  return (await desk.store.reads.line(channel.id))?.state.status === 'ready';
}
