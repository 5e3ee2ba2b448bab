import { whatsappWebOver } from '../../../channels/whatsapp-web';
import type { WebClient } from '../../../channels/whatsapp-web/client';
import type { WebLine } from '../../../channels/whatsapp-web/line';
import type { LineGiven } from '../../../src/ports/channel';
import { type Behaviour, outsideAt, type Provider, type Request } from '../support/provider';
import { aMessage } from './events';
import { FakeWhatsApp } from './fake-client';

/** What the library says and does where a server would answer so. */
const THROWN: Readonly<Record<number, string>> = {
  302: 'Error: Invalid serialized message id specified',
  307: 'Execution context was destroyed, most likely because of a navigation.',
  404: 'Lid is missing in chat table',
  429: 'rate-overlimit',
};

/** A line whose browser behaves as a server would that answers so. Time passes at once. */
export async function aBrowser(behaviour: Behaviour): Promise<Provider> {
  const network = new FakeWhatsApp();
  const requests: Request[] = [];
  const kind = whatsappWebOver(async (making) => Object.assign(await network.make(making), behaving(behaviour, requests)));
  const line = (await kind.line?.open({}, hurried())) as WebLine;
  while (!line.client()) await new Promise<void>(setImmediate);
  const isLoggedIn = typeof behaviour === 'string' || behaviour.status !== 401;
  const outside = { ...outsideAt(9), ...(isLoggedIn ? { line } : {}) };
  return { outside, requests, close: () => line.close() };
}

function behaving(behaviour: Behaviour, requests: Request[]): Partial<WebClient> {
  const answer = async <T>(well: (body: unknown) => T): Promise<T> => {
    if (behaviour === 'never answers') return new Promise(() => undefined);
    if (typeof behaviour === 'string') throw new Error('Protocol error (Runtime.callFunctionOn): Target closed');
    if (behaviour.status !== 200) throw new Error(THROWN[behaviour.status] ?? JSON.stringify(behaviour.body));
    return well(behaviour.body);
  };
  return {
    sendMessage: (chat, saying) => {
      const body = { chat, ...saying };
      requests.push({ method: 'POST', url: chat, headers: {}, body, bytes: Buffer.from(JSON.stringify(body)) });
      return answer((said) =>
        typeof said === 'object' && said !== null && 'id' in said ? aMessage({}, { id: String(said.id), fromMe: true }) : null,
      );
    },
    react: () => answer(() => true),
    sendSeen: () => answer(() => undefined),
    sendTyping: () => answer(() => undefined),
    download: () =>
      behaviour !== 'never answers' && typeof behaviour === 'object' && behaviour.status === 404
        ? Promise.resolve(null)
        : answer((body) => ({ mimetype: 'image/png', base64: Buffer.from(String(body)).toString('base64') })),
  };
}

function hurried(): LineGiven {
  let now = Date.UTC(2026, 0, 1);
  return {
    channelId: 'a-channel',
    outside: outsideAt(9),
    kept: null,
    chromePath: null,
    folder: async () => '/nowhere',
    keep: async () => undefined,
    hear: async () => undefined,
    tell: () => undefined,
    now: () => now,
    after(ms, work) {
      const plan = setTimeout(
        () => {
          now += ms;
          work();
        },
        ms < 10_000 ? 0 : 40,
      ).unref();
      return () => clearTimeout(plan);
    },
    log: () => undefined,
    random: () => 0,
  };
}
