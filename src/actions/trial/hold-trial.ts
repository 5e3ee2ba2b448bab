import type { ChannelState } from '../../ports/store';
import { changeState } from '../channels/channel-state';
import type { Desk } from '../desk';
import { transact } from '../transact';
import { liveTrialChannels } from './trial-channels';

/** Pauses the trial's channels with the reason, or lets them go on when the reason is over. */
export async function holdTrial(desk: Desk, { reason }: { readonly reason: string | null }): Promise<void> {
  const channels = liveTrialChannels(await desk.house.refresh());
  await transact(desk, async (tx, ledger) => {
    for (const { id } of channels) await changeState(tx, ledger, id, ({ state }) => next(state, reason));
  });
  await desk.house.refresh();
}

function next({ status }: ChannelState, reason: string | null): Omit<ChannelState, 'since'> | null {
  if (reason !== null) return { status: 'paused', reason };
  return status === 'paused' ? { status: 'ok', reason: null } : null;
}
