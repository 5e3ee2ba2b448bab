import type { Desk } from '../desk';
import { liveChannel } from '../rules';
import { transact } from '../transact';

/** From now on only the present app secret signs. */
export async function forgetPreviousSecret(desk: Desk, { channelId }: { readonly channelId: string }): Promise<void> {
  await transact(desk, async (tx, { at }) => {
    const channel = liveChannel(await tx.house(), channelId);
    await tx.saveChannel({ ...channel, previousSecret: null, updatedAt: at });
  });
  await desk.house.refresh();
}
