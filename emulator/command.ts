import { openTwin, type Twin } from './index';
import type { Account, Kind } from './world';

export interface EmulatorOptions {
  readonly port: number;
  readonly webhook?: string;
  readonly instagramWebhook?: string;
  readonly messengerWebhook?: string;
  readonly seed?: string;
}

/** What a desk calls the account in a channel's configuration. */
const NAMED: Readonly<Record<Kind, (account: Account) => string>> = {
  whatsapp: ({ id, businessId }) => `phoneNumberId ${id}, businessAccountId ${businessId}`,
  instagram: ({ id }) => `accountId ${id}, login instagram`,
  messenger: ({ id }) => `pageId ${id}`,
};

/** Runs the twin for people: says where it is, how to connect a desk to it, and whether the webhooks took. */
export async function emulate(options: EmulatorOptions, say: (line: string) => void): Promise<Twin> {
  const { port, seed, webhook, instagramWebhook, messengerWebhook } = options;
  const twin = await openTwin({ port, ...(seed === undefined ? {} : { seed }) });
  say(`The twin listens on ${twin.url}. A desk speaks to it with GRAPH_API_URL=${twin.url}`);
  say(`The customers’ phone: ${twin.phoneUrl}`);
  for (const account of twin.world.accounts.values()) {
    const { kind, token, appSecret, verifyToken } = account;
    say(`${kind}: ${NAMED[kind](account)}, accessToken ${token}, appSecret ${appSecret}, verifyToken ${verifyToken}`);
  }
  for (const { token, username } of twin.world.telegram.bots.values())
    say(`telegram: botToken ${token} of @${username}, with TELEGRAM_API_URL=${twin.url}`);
  for (const { appId, password } of twin.world.bots.apps.values())
    say(`botframework: appId ${appId}, appPassword ${password}, with BOT_FRAMEWORK_URL=${twin.url}`);
  if (webhook) say(await subscribe(twin, 'whatsapp', webhook));
  if (instagramWebhook) say(await subscribe(twin, 'instagram', instagramWebhook));
  if (messengerWebhook) say(await subscribe(twin, 'messenger', messengerWebhook));
  return twin;
}

async function subscribe(twin: Twin, account: string, url: string): Promise<string> {
  try {
    await twin.act('webhook', { account, url });
    return `${account}: webhooks go to ${url}`;
  } catch (error) {
    return `${account}: no webhook yet, ${error instanceof Error ? error.message : error}`;
  }
}
