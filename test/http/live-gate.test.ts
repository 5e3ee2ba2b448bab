import { request } from 'node:http';
import type { Duplex } from 'node:stream';
import { type AServer, aServer, PASSWORD } from './support/a-server';
import { Client } from './support/client';
import { handTimers } from './support/hand-timers';
import { listenAs, type Transport } from './support/listener';

let server: AServer;
let ana: Client;
const timers = handTimers();
const MINUTE = 60_000;
const UPGRADE = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

beforeAll(async () => {
  server = await aServer({ later: timers.later });
  ana = await server.agent('Ana');
});
afterAll(() => server.close());

/** What a socket's first request is answered, by hand. */
function knock(transport: Transport, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(`${server.url}/socket.io/?EIO=4&transport=${transport}`, {
      headers: { ...(transport === 'websocket' ? UPGRADE : {}), ...headers },
    });
    asked.once('response', async (response) => {
      let body = '';
      for await (const chunk of response) body += chunk;
      resolve({ status: response.statusCode ?? 0, body });
    });
    asked.once('upgrade', (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, body: '' });
    });
    asked.once('error', reject);
    asked.end();
  });
}

describe.each<Transport>(['websocket', 'polling'])('a socket by %s', (transport) => {
  const ours = () => ({ origin: server.url, cookie: ana.cookie });

  it('is let in with a session from our own page, and told the clock', async () => {
    const listener = await listenAs(ana, { transport });
    expect(listener.of('hello')).toEqual([
      { serverTime: new Date(server.clock.now()).toISOString(), version: expect.stringMatching(/^\d/) },
    ]);
    listener.socket.disconnect();
    expect((await knock(transport, ours())).status).toBe(transport === 'websocket' ? 101 : 200);
  });

  it.each([
    ['no session', { cookie: '' }, 401, 'unauthenticated'],
    ['a session that there is not', { cookie: 'relaydesk=nobody' }, 401, 'unauthenticated'],
    ['other credentials beside the cookie', { authorization: 'Bearer x' }, 401, 'unauthenticated'],
    ['a foreign page', { origin: 'https://evil.example' }, 403, 'origin_foreign'],
    ['a name that is not ours', { host: 'evil.example', origin: 'http://evil.example' }, 421, 'misdirected'],
  ])('is refused with %s', async (_why, headers, status, code) => {
    const told = await knock(transport, { ...ours(), ...headers });
    expect(told.status).toBe(status);
    expect(JSON.parse(told.body)).toMatchObject({ status, code, requestId: expect.any(String) });
  });

  it('is refused without an origin, unless the browser says that it is our own page', async () => {
    const { cookie } = ours();
    expect(JSON.parse((await knock(transport, { cookie })).body)).toMatchObject({ status: 403, code: 'origin_missing' });
    expect((await knock(transport, { cookie, 'sec-fetch-site': 'same-origin' })).status).toBeLessThan(300);
  });
});

it('is cut when it does not answer the close of the server', async () => {
  const other = await aServer({ later: handTimers().later });
  const line = await new Promise<Duplex>((resolve, reject) => {
    const headers = { ...UPGRADE, origin: other.url, cookie: other.admin.cookie };
    request(`${other.url}/socket.io/?EIO=4&transport=websocket`, { headers })
      .once('upgrade', (_response, socket) => resolve(socket))
      .once('error', reject)
      .end();
  });
  const began = performance.now();
  await other.close();
  expect(performance.now() - began).toBeLessThan(5000);
  line.destroy();
});

describe('a socket whose session ends', () => {
  it('is closed at once by logging out, and those of others stay', async () => {
    const luis = await server.agent('Luis');
    const [his, hers] = [await listenAs(luis), await listenAs(ana)];
    expect((await luis.delete('/session')).status).toBe(204);
    expect(await his.closed).toBe('io server disconnect');
    expect(hers.socket.connected).toBe(true);
    hers.socket.disconnect();
  });

  it.each([
    ['a new password', (id: string) => server.admin.patch(`/agents/${id}`, { password: 'Another-horse-9' })],
    ['another role', (id: string) => server.admin.patch(`/agents/${id}`, { role: 'admin' })],
    ['removal', (id: string) => server.admin.delete(`/agents/${id}`)],
  ])('is closed at once by %s', async (what, act) => {
    const eva = await server.agent(`Eva${what.length}`);
    const listener = await listenAs(eva);
    expect((await act(eva.id)).status).toBeLessThan(300);
    expect(await listener.closed).toBe('io server disconnect');
  });

  it('is closed within a minute by whatever else ended it', async () => {
    const [first, second] = [await server.agent('Nora'), new Client(server.url)];
    second.cookie = first.cookie;
    const listener = await listenAs(first);
    await second.logIn('nora@example.com', PASSWORD);
    expect(listener.socket.connected).toBe(true);
    timers.turn(MINUTE);
    expect(await listener.closed).toBe('io server disconnect');
  });

  it('is closed when its seven days are over', async () => {
    const omar = await server.agent('Omar');
    const listener = await listenAs(omar);
    server.clock.forward(8 * 24 * 60 * MINUTE);
    timers.turn(MINUTE);
    expect(await listener.closed).toBe('io server disconnect');
  });
});
