import { Refusal } from '../../domain/errors';
import type { Desk } from '../desk';
import { liveChannel } from '../rules';
import { transact } from '../transact';
import { askToSetUp } from './set-up-channel';

/** Disconnects a channel. Its tickets stay; its URL goes on serving its siblings. */
export async function disconnectChannel(desk: Desk, { channelId }: { readonly channelId: string }): Promise<void> {
  await transact(desk, async (tx, ledger) => {
    const { at } = ledger;
    const channel = liveChannel(await tx.house(), channelId);
    if (channel.trialSince !== null) throw new Refusal('in_use', 'It belongs to the trial: end the trial, and it is gone.');
    await tx.saveChannel({ ...channel, deletedAt: at, updatedAt: at });
    askToSetUp(desk, ledger, channel);
  });
  await desk.house.refresh();
}
