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

/**
 * Nothing is sent until an admin acts; what is queued stays queued. `unless`: what was refused was asked for in another way than
 * the channel is set up now, so that it says nothing of it.
 */
export const pauseChannel = (
  tx: Tx,
  ledger: Ledger,
  channelId: string,
  reason: string,
  unless: (channel: Channel) => boolean = () => false,
): Promise<void> =>
  changeState(tx, ledger, channelId, (channel) =>
    channel.state.status === 'paused' || unless(channel) ? null : { status: 'paused', reason },
  );

/** Whether both would ask the network in the same way. */
export const isSetUpLike =
  (other: Channel) =>
  ({ config }: Channel): boolean =>
    JSON.stringify(config) === JSON.stringify(other.config);
