import type { Desk } from '../desk';
import { judgeChannel } from './judge-channel';
import { figuresNow } from './seen';

/** Judges every channel by what the desk has seen of it. Those of a trial are always well. */
export async function sweepHealth(desk: Desk, goOn: () => Promise<boolean>): Promise<void> {
  const { channels } = await desk.house.refresh();
  const figures = await figuresNow(desk);
  for (const channel of channels) {
    if (channel.deletedAt !== null || channel.trialSince !== null) continue;
    if (!(await goOn())) return;
    await judgeChannel(desk, channel, figures);
  }
}
