import type { Channel, ChannelState, Tx } from '../../ports/store';
import type { Ledger } from '../ledger';

/**
 * Changes how a channel is doing. It is read anew in the transaction: an admin may just have given it another token,
 * and its whole row is written.
 */
export async function changeState(
  tx: Tx,
  ledger: Ledger,
  channelId: string,
  next: (channel: Channel) => Omit<ChannelState, 'since'> | null,
): Promise<void> {
  const channel = (await tx.house()).channels.find(({ id }) => id === channelId);
  const state = channel && next(channel);
  if (!channel || !state) return;
  await tx.saveChannel({ ...channel, state: { ...state, since: ledger.at } });
  ledger.announce({ name: 'channel.state_changed', id: channelId });
}

/** Nothing is sent until an admin acts; what is queued stays queued. */
export const pauseChannel = (tx: Tx, ledger: Ledger, channelId: string, reason: string): Promise<void> =>
  changeState(tx, ledger, channelId, ({ state }) => (state.status === 'paused' ? null : { status: 'paused', reason }));
