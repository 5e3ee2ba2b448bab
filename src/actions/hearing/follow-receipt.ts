import type { HeardReceipt } from '../../ports/channel';
import type { Tx } from '../../ports/store';
import { pauseChannel } from '../channels/channel-state';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import { channelIn } from '../rules';
import { pause } from '../sending/pauses';
import { receiptTarget } from './hear-about';

interface Around {
  readonly desk: Pick<Desk, 'vault'>;
  readonly tx: Tx;
  readonly ledger: Ledger;
  readonly channelId: string;
}

/**
 * What a failure that the network tells late means for everything else: the same as one that it tells at once. The message has
 * taken the receipt already. One of before an admin acted pauses nothing.
 */
export async function followReceipt({ desk, tx, ledger, channelId }: Around, heard: HeardReceipt): Promise<void> {
  const { error: problem } = heard;
  const message = problem ? receiptTarget(ledger, channelId, heard) : undefined;
  const channel = channelIn(ledger.house, channelId);
  if (!problem || !message?.delivery || message.delivery.status !== 'failed' || !channel) return;
  const attemptedAt = message.delivery.attemptedAt ?? ledger.at;
  if (problem.pauses)
    await pauseChannel(tx, ledger, channelId, `${problem.code}: ${problem.detail}`, ({ state }) => attemptedAt < state.since);
  if (!problem.limit) return;
  const way = { chatId: message.chatId, channel };
  await pause(tx, desk.vault, { ...problem.limit, way, problem, attemptedAt, at: ledger.at });
}
