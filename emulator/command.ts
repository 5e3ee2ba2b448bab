import { openTwin, type Twin } from './index';

export interface EmulatorOptions {
  readonly port: number;
  readonly webhook?: string;
  readonly instagramWebhook?: string;
  readonly seed?: string;
}

/** Runs the twin for people: says where it is, how to connect a desk to it, and whether the webhooks took. */
export async function emulate({ port, webhook, instagramWebhook, seed }: EmulatorOptions, say: (line: string) => void): Promise<Twin> {
  const twin = await openTwin({ port, ...(seed === undefined ? {} : { seed }) });
  say(`The twin listens on ${twin.url}. A desk speaks to it with GRAPH_API_URL=${twin.url}`);
  say(`The customers’ phone: ${twin.phoneUrl}`);
  for (const account of twin.world.accounts.values()) {
    const { kind, id, businessId, token, appSecret, verifyToken } = account;
    const scoped = kind === 'whatsapp' ? `phoneNumberId ${id}, businessAccountId ${businessId}` : `accountId ${id}, login instagram`;
    say(`${kind}: ${scoped}, accessToken ${token}, appSecret ${appSecret}, verifyToken ${verifyToken}`);
  }
  if (webhook) say(await subscribe(twin, 'whatsapp', webhook));
  if (instagramWebhook) say(await subscribe(twin, 'instagram', instagramWebhook));
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
