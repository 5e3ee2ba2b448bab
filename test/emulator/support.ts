import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handTime, openTwin, type Twin } from '../../emulator';
import { opening } from '../../src/platform/outside-address';
import type { Outside } from '../../src/ports/channel';

export const START = Date.UTC(2026, 0, 1);
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

// biome-ignore lint/suspicious/noExplicitAny: a test reads the network's JSON as it stands
export type Wire = any;

export interface Heard {
  readonly bytes: Buffer;
  readonly headers: IncomingHttpHeaders;
  readonly body: Wire;
}

/** Somebody who listens to webhooks, and answers as told. */
export interface Listener {
  readonly url: string;
  readonly heard: Heard[];
  answer: number;
  /** The most requests that were under way at once. */
  most: number;
  /** Called before the answer. */
  onHeard: (heard: Heard) => void;
  close(): Promise<void>;
}

export async function aListener(tokens: readonly string[] = ['twin-verify-whatsapp', 'twin-verify-instagram']): Promise<Listener> {
  let open = 0;
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://x');
    if (request.method === 'GET') {
      const right = tokens.includes(url.searchParams.get('hub.verify_token') ?? '');
      return response.writeHead(right ? 200 : 403).end(right ? url.searchParams.get('hub.challenge') : 'Forbidden');
    }
    open += 1;
    listener.most = Math.max(listener.most, open);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    await new Promise(setImmediate);
    open -= 1;
    const bytes = Buffer.concat(chunks);
    const heard = { bytes, headers: request.headers, body: JSON.parse(bytes.toString()) };
    listener.heard.push(heard);
    listener.onHeard(heard);
    response.writeHead(listener.answer).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const listener: Listener = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    heard: [],
    answer: 200,
    most: 0,
    onHeard: () => {},
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  return listener;
}

export interface Stage {
  readonly twin: Twin;
  readonly listener: Listener;
  /** How channels reach the twin. */
  readonly outside: Outside;
  /** Every event of a network that was heard, in order. */
  whatsapp(): Wire[];
  instagram(): Wire[];
  close(): Promise<void>;
}

/** A twin whose clock a test turns, with a listener on both of its accounts. */
export async function aStage({ seed = 'a test' } = {}): Promise<Stage> {
  const twin = await openTwin({ seed, time: handTime(START), patience: 2_000 });
  const listener = await aListener();
  for (const account of ['whatsapp', 'instagram']) await twin.act('webhook', { account, url: listener.url });
  const of = (object: string) => listener.heard.map(({ body }) => body).filter((body) => body.object === object);
  return {
    twin,
    listener,
    outside: {
      fetch,
      open: opening({ allowed: [], timeout: 2_000 }),
      graphUrl: twin.url,
      telegramUrl: null,
      botFrameworkUrl: null,
      call: async () => Promise.reject(new Error('nobody')),
      graphVersion: 'v25.0',
      timeout: 2_000,
      now: () => START,
    },
    whatsapp: () => of('whatsapp_business_account').flatMap((body) => body.entry[0].changes.map(({ value }: Wire) => value)),
    instagram: () => of('instagram').flatMap((body) => body.entry[0].messaging),
    close: async () => {
      await twin.close();
      await listener.close();
    },
  };
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Wire;
}

export const WHATSAPP = '200000000000001';
export const INSTAGRAM = '17841400000000001';
const TOKENS: Record<string, string> = { [WHATSAPP]: 'EAAtwinWhatsApp', [INSTAGRAM]: 'IGAAtwinInstagram' };

/** A send as somebody else's program would write it. */
export async function post(
  twin: Twin,
  node: string,
  body: object,
  token: string | null = TOKENS[node] ?? 'EAAtwinWhatsApp',
): Promise<Reply> {
  const response = await fetch(`${twin.url}/v25.0/${node}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

export const toAna = (more: object): object => ({ messaging_product: 'whatsapp', to: '+15550100101', ...more });
export const text = (body: string): object => toAna({ type: 'text', text: { body } });
export const toAnaOnInstagram = (message: object, more: object = {}): object => ({
  recipient: { id: '6100000000000001' },
  message,
  ...more,
});
