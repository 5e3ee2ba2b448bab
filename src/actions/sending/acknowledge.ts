import { SendFailure } from '../../ports/channel';
import type { Errand } from '../../ports/store';
import { openConfig } from '../channels/channel-config';
import type { Desk } from '../desk';
import { channelIn } from '../rules';
import { transact } from '../transact';
import { outsideOf } from './outside-of';
import { kindOf } from './sendable';

const TRIES = 3;
const SECOND = 1000;

/** The errand: tells a network that a tap was heard, while the customer's screen waits for that. In the end it is let go. */
export async function acknowledge(desk: Desk, errand: Errand): Promise<void> {
  const again = await isToTryAgain(desk, errand.payload as { chatId: string; tap: string });
  const attempts = errand.attempts + 1;
  await transact(desk, async (_tx, ledger) => {
    if (again && attempts < TRIES) ledger.postpone({ ...errand, attempts, dueAt: ledger.at + SECOND * 2 ** attempts });
    else ledger.done(errand.id);
  });
}

async function isToTryAgain(desk: Desk, { chatId, tap }: { chatId: string; tap: string }): Promise<boolean> {
  const chat = await desk.store.reads.chat(chatId);
  const channel = chat && channelIn(await desk.house.refresh(), chat.channelId);
  if (!channel || channel.deletedAt !== null) return false;
  const kind = kindOf(desk, channel.kind);
  const config = openConfig(kind, desk.vault, channel.config);
  try {
    await kind.acknowledge?.(config, { to: chat.address, route: chat.route, providerMessageId: tap }, outsideOf(desk, channel));
    return false;
  } catch (error) {
    return error instanceof SendFailure && error.verdict === 'later';
  }
}
