import { SendFailure } from '../../ports/channel';
import type { Channel, Errand } from '../../ports/store';
import { openConfig } from '../channels/channel-config';
import type { Desk } from '../desk';
import { channelIn } from '../rules';
import { outsideOf } from '../sending/outside-of';
import type { Hold } from '../sending/send-message';
import { kindOf } from '../sending/sendable';
import { transact } from '../transact';
import { type Checked, judgeChannel } from './judge-channel';
import { figuresNow } from './seen';

/** Asks the network how a channel's account is, and judges the channel by what it says. */
export async function checkChannel(desk: Desk, errand: Errand, hold: Hold): Promise<void> {
  const channel = channelIn(await desk.house.refresh(), String(errand.payload.channelId));
  const checked = channel && isAsked(channel) ? await ask(desk, channel) : undefined;
  const also: NonNullable<Parameters<typeof judgeChannel>[3]>['also'] = async (tx, ledger) => {
    await desk.store.leases.confirm(tx, hold.name, hold.token);
    ledger.done(errand.id);
  };
  if (!channel || !checked) return transact(desk, also);
  await judgeChannel(desk, channel, await figuresNow(desk), { checked, also });
}

/** The same at once, for somebody who waits for it. */
export async function checkNow(desk: Desk, channel: Channel): Promise<void> {
  if (!isAsked(channel)) return;
  const checked = await ask(desk, channel);
  await judgeChannel(desk, channel, await figuresNow(desk), checked ? { checked } : {});
}

/** The network of a trial is the desk itself. */
const isAsked = ({ deletedAt, trialSince }: Channel): boolean => deletedAt === null && trialSince === null;

async function ask(desk: Desk, channel: Channel): Promise<Checked | undefined> {
  const kind = kindOf(desk, channel.kind);
  if (!kind.check) return undefined;
  try {
    return { account: await kind.check(openConfig(kind, desk.vault, channel.config), outsideOf(desk, channel), desk.clock.now()) };
  } catch (error) {
    if (error instanceof SendFailure) return { failure: error.problem.detail };
    desk.log.error('a channel broke while it was checked', { channelId: channel.id, cause: String(error) });
    return { failure: 'The check itself broke; the log says how.' };
  }
}
