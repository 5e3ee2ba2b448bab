import type { Source, Twin } from '../../emulator';
import { openConfig } from '../actions/channels/channel-config';
import type { Desk } from '../actions/desk';
import { kindOf } from '../actions/sending/sendable';
import type { Channel } from '../ports/store';
import type { TrialNetwork } from '../ports/trial';
import { BUSINESS, CUSTOMER, NETWORK_OF } from './plan';
import { recalled } from './recalled';

/** How the twin names its one customer. */
export const WHO = 'trial';
const RECALLED = 200;

interface Place {
  /** Where the desk is reached. */
  readonly address: string;
  readonly time: Source | undefined;
}

/** Opens the twin with the accounts of these channels and what was said on them, subscribed to the desk. */
export async function openTwinFor(desk: Desk, channels: readonly Channel[], { address, time }: Place): Promise<Twin> {
  // Loaded only now: the twin is the outside world, and no part of the desk.
  const { openTwin } = require('../../emulator') as typeof import('../../emulator');
  const twin = await openTwin({ cast: false, ...(time ? { time } : {}) });
  try {
    await twin.act('customer', { id: WHO, ...CUSTOMER });
    for (const channel of channels) await connect(desk, twin, channel, address);
    return twin;
  } catch (error) {
    await twin.close();
    throw error;
  }
}

export const accountsOf = (channels: readonly Channel[]): ReadonlyMap<TrialNetwork, string> =>
  new Map(channels.map(({ kind, config }) => [NETWORK_OF[kind] ?? 'whatsapp', config.phoneNumberId ?? config.accountId ?? '']));

async function connect(desk: Desk, twin: Twin, channel: Channel, address: string): Promise<void> {
  const account = accountOf(desk, channel);
  await twin.act('account', account);
  for (const message of await saidOn(desk, channel)) await twin.act('recall', { account: account.id, customer: WHO, ...message });
  await twin.act('webhook', { account: account.id, url: `${address}/webhooks/${channel.id}` });
}

function accountOf(desk: Desk, { kind, config }: Channel) {
  const { phoneNumberId, accountId, businessAccountId, accessToken, appSecret, verifyToken } = openConfig(
    kindOf(desk, kind),
    desk.vault,
    config,
  );
  const network = NETWORK_OF[kind] ?? 'whatsapp';
  return {
    id: phoneNumberId ?? accountId ?? '',
    kind: network,
    name: BUSINESS[network],
    businessId: businessAccountId ?? accountId,
    phone: network === 'whatsapp' ? '15550100001' : '',
    token: accessToken,
    appSecret,
    verifyToken,
  };
}

/** The newest messages of the customer's chat, oldest first. */
async function saidOn(desk: Desk, channel: Channel): Promise<Record<string, unknown>[]> {
  const to = NETWORK_OF[channel.kind] === 'whatsapp' ? CUSTOMER.phone : CUSTOMER.igsid;
  const [key = ''] = kindOf(desk, channel.kind).address(to).keys;
  const home = await desk.store.reads.chatByIdentity({ channelId: channel.id, key });
  if (!home) return [];
  const { data } = await desk.store.reads.messages({ chatId: home.chatId }, { limit: RECALLED, cursor: null });
  return [...data]
    .reverse()
    .map(recalled)
    .filter((said) => said !== null);
}
