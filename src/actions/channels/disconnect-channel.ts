import { Refusal } from '../../domain/errors';
import type { Desk } from '../desk';
import { liveChannel } from '../rules';
import { transact } from '../transact';

/** Disconnects a channel. Its tickets stay; its URL goes on serving its siblings. */
export async function disconnectChannel(desk: Desk, { channelId }: { readonly channelId: string }): Promise<void> {
  await transact(desk, async (tx, { at }) => {
    const channel = liveChannel(await tx.house(), channelId);
    if (channel.trialSince !== null) throw new Refusal('in_use', 'It belongs to the trial: end the trial, and it is gone.');
    await tx.saveChannel({ ...channel, deletedAt: at, updatedAt: at });
  });
  await desk.house.refresh();
}
