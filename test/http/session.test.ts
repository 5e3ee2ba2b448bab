import { request } from 'node:http';
import { addAgent } from '../../src/actions/agents/add-agent';
import { openSetup } from '../../src/actions/agents/set-up';
import { type AServer, aServer, PASSWORD } from './support/a-server';
import { Client } from './support/client';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

describe('logging in', () => {
  let server: AServer;
  const slept: number[] = [];

  beforeEach(async () => {
    slept.length = 0;
    server = await aServer({ sleep: async (ms) => void slept.push(ms) });
  });
  afterEach(() => server.close());

  const logIn = (email: string, password: string, headers = {}) => server.stranger.post('/session', { email, password }, headers);

  it('gives a cookie that scripts can\u2019t read and other sites can\u2019t send', async () => {
    const { status, body, headers } = await logIn(' Admin@Example.com ', PASSWORD);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      agent: { id: server.admin.id, role: 'admin' },
      expiresAt: new Date(server.clock.now() + 7 * DAY).toISOString(),
    });
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/^relaydesk=[\w-]{43}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Lax$/),
    ]);
  });

  it('stores a hash of the cookie, never the cookie', async () => {
    const value = server.admin.cookie.split('=')[1] ?? '';
    expect(await server.store.reads.session(value)).toBeNull();
    expect((await server.admin.get('/me')).body).toMatchObject({ id: server.admin.id, email: 'admin@example.com' });
  });

  it('ends after seven days, however much it is used', async () => {
    server.clock.forward(7 * DAY - 1);
    expect((await server.admin.get('/me')).status).toBe(200);
    server.clock.forward(1);
    expect((await server.admin.get('/me')).status).toBe(401);
  });

  it('makes a new session each time, and ends the one of the same browser', async () => {
    const former = server.admin.cookie;
    await server.admin.logIn('admin@example.com', PASSWORD);
    expect(server.admin.cookie).not.toBe(former);
    expect((await server.stranger.get('/me', { cookie: former })).status).toBe(401);
    expect((await server.admin.get('/me')).status).toBe(200);
  });

  it('ends by logging out', async () => {
    const { cookie } = server.admin;
    const { status, headers } = await server.admin.delete('/session');
    expect([status, headers.getSetCookie()]).toEqual([204, [expect.stringContaining('Max-Age=0')]]);
    expect((await server.stranger.get('/me', { cookie })).status).toBe(401);
  });

  it('says the same to a wrong password, an unknown account, one without a password and a removed one', async () => {
    await server.admin.post('/agents', { name: 'Silent', email: 'silent@example.com', role: 'agent' });
    const ana = await server.agent('Ana');
    await server.admin.delete(`/agents/${ana.id}`);
    const told = await Promise.all(['admin', 'nobody', 'silent', 'ana'].map((name) => logIn(`${name}@example.com`, 'not the password')));
    expect(told.map(({ status, body }) => [status, body.code, body.detail])).toEqual(
      Array(4).fill([401, 'unauthenticated', told[0]?.body.detail]),
    );
    expect((await logIn('ana@example.com', PASSWORD)).status).toBe(401);
  });

  it('does the same work for an unknown account as for a known one, so that it takes as long', async () => {
    const { store, passwords } = server.desk;
    const reads = Object.keys(store.reads) as (keyof typeof store.reads)[];
    const spies = [
      jest.spyOn(passwords, 'verify'),
      jest.spyOn(passwords, 'hash'),
      jest.spyOn(store, 'atomically'),
      ...reads.map((name) => jest.spyOn(store.reads, name)),
    ];
    const work = async (email: string) => {
      for (const spy of spies) spy.mockClear();
      expect((await logIn(email, 'not the password')).status).toBe(401);
      return spies.map((spy) => spy.mock.calls.length);
    };
    const known = await work('admin@example.com');
    expect(known[0]).toBe(1);
    expect(await work('nobody@example.com')).toEqual(known);
  });

  it('shuts out an address after ten failures with one account, also when they come all at once', async () => {
    const told = await Promise.all(Array.from({ length: 14 }, () => logIn('admin@example.com', 'wrong')));
    expect(told.map(({ status }) => status).sort()).toEqual([...Array(10).fill(401), ...Array(4).fill(429)]);
    const { status, body, headers } = await logIn('admin@example.com', PASSWORD);
    expect([status, body.code, headers.get('retry-after')]).toEqual([429, 'too_many_attempts', '900']);
    server.clock.forward(15 * 60 * 1000);
    expect((await logIn('admin@example.com', PASSWORD)).status).toBe(201);
    expect(Math.max(...slept)).toBeLessThanOrEqual(2000);
  });

  it('counts no successes', async () => {
    for (let at = 0; at < 12; at++) expect((await logIn('admin@example.com', PASSWORD)).status).toBe(201);
  });

  it('takes no bearer token, beside a good cookie either', async () => {
    expect((await server.admin.get('/me', { authorization: 'Bearer something' })).status).toBe(401);
  });
});

describe('where a write comes from', () => {
  // biome-ignore format: a table is read in columns
  const CASES: [string, { publicUrl?: string; host?: string; trustProxy?: number }, Record<string, string | null>, number, string | undefined][] = [
    ['our own origin',                      {},                                       {},                                                                201, undefined],
    ['localhost by name',                   {},                                       { host: 'localhost:99', origin: 'http://localhost:99' },           201, undefined],
    ['an address of IPv6',                  {},                                       { host: '[::1]:99', origin: 'http://[::1]:99' },                   201, undefined],
    ['the name in HOST',                    { host: 'localhost' },                    { host: 'localhost:99', origin: 'http://localhost:99' },           201, undefined],
    ['another name that leads to us',       {},                                       { host: 'evil.example', origin: 'http://evil.example' },           421, 'misdirected'],
    ['another name, without Origin',        {},                                       { host: 'evil.example', origin: null },                            421, 'misdirected'],
    ['another site',                        {},                                       { origin: 'https://evil.example' },                                403, 'origin_foreign'],
    ['another port',                        {},                                       { origin: 'http://127.0.0.1:1' },                                  403, 'origin_foreign'],
    ['another scheme',                      {},                                       { host: '127.0.0.1:99', origin: 'https://127.0.0.1:99' },          403, 'origin_foreign'],
    ['a sandboxed page',                    {},                                       { origin: 'null' },                                                403, 'origin_foreign'],
    ['nowhere',                             {},                                       { origin: null },                                                  403, 'origin_missing'],
    ['the same origin, in other words',     {},                                       { origin: null, 'sec-fetch-site': 'same-origin' },                 201, undefined],
    ['the same site only',                  {},                                       { origin: null, 'sec-fetch-site': 'same-site' },                   403, 'origin_missing'],
    ['PUBLIC_URL',                          { publicUrl: 'https://desk.example' },    { origin: 'https://desk.example' },                                201, undefined],
    ['beside PUBLIC_URL',                   { publicUrl: 'https://desk.example' },    {},                                                                403, 'origin_foreign'],
    ['a proxy that nobody trusts',          {},                                       { host: '127.0.0.1:99', 'x-forwarded-proto': 'https', origin: 'https://127.0.0.1:99' }, 403, 'origin_foreign'],
    ['a proxy that is trusted',             { trustProxy: 1 },                        { host: '127.0.0.1:99', 'x-forwarded-proto': 'https', origin: 'https://127.0.0.1:99' }, 201, undefined],
  ];

  it.each(CASES)('from %s', async (_, config, headers, status, code) => {
    const server = await aServer({ config, admin: false });
    try {
      await seat(server);
      const told = await raw(server.url, { ...headers });
      expect([told.status, told.code]).toEqual([status, code]);
    } finally {
      await server.close();
    }
  });

  it('matters to writes with a cookie too, and not to reads', async () => {
    const server = await aServer();
    try {
      expect((await server.admin.put('/me/presence', { presence: 'online' }, { origin: 'https://evil.example' })).body.code).toBe(
        'origin_foreign',
      );
      expect((await server.admin.put('/me/presence', { presence: 'online' }, { origin: null })).body.code).toBe('origin_missing');
      expect((await server.admin.get('/me', { origin: null })).status).toBe(200);
      expect((await server.stranger.put('/me/presence', { presence: 'online' }, { origin: null })).status).toBe(401);
    } finally {
      await server.close();
    }
  });

  it('gives a __Host- cookie that only https sends', async () => {
    const server = await aServer({ config: { publicUrl: 'https://desk.example' }, admin: false });
    try {
      await seat(server);
      const client = new Client(server.url);
      const told = await client.post('/session', { email: 'ana@example.com', password: PASSWORD }, { origin: 'https://desk.example' });
      expect(told.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-relaydesk=.*; Path=\/;.*; Secure$/)]);
      client.keep(told);
      expect((await client.get('/me')).status).toBe(200);
    } finally {
      await server.close();
    }
  });
});

/** Somebody to log in as, put there without the HTTP face. */
async function seat({ desk }: AServer): Promise<void> {
  const by = { id: 'operator', name: 'Operator', role: 'admin' as const, teamIds: [] };
  await addAgent(desk, { by, name: 'Ana', email: 'ana@example.com', password: PASSWORD, role: 'agent', capacity: null });
}

/** fetch does not let anybody choose a Host. */
async function raw(url: string, headers: Record<string, string | null>): Promise<{ status: number; code?: string }> {
  const body = JSON.stringify({ email: 'ana@example.com', password: PASSWORD });
  const all = Object.entries({ origin: url, 'content-type': 'application/json', ...headers }).filter(([, value]) => value !== null);
  return new Promise((resolve, reject) => {
    const sending = request(
      `${url}/api/v1/session`,
      { method: 'POST', headers: Object.fromEntries(all) as Record<string, string> },
      async (answer) => {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk);
        resolve({ status: answer.statusCode ?? 0, code: JSON.parse(Buffer.concat(chunks).toString()).code });
      },
    );
    sending.on('error', reject).end(body);
  });
}

describe('setting up', () => {
  let server: AServer;
  beforeEach(async () => {
    server = await aServer({ admin: false });
  });
  afterEach(() => server.close());

  const admin = (token: string | null, over = {}) => ({ token, name: 'Ada', email: 'Ada@Example.com', password: PASSWORD, ...over });

  it('makes the first admin, logged in, and is gone then', async () => {
    const token = await openSetup(server.desk);
    expect((await server.stranger.get('/setup')).body).toEqual({ needed: true });
    const told = await server.stranger.post('/setup', admin(token));
    expect([told.status, told.body.agent.email, told.body.agent.role]).toEqual([201, 'ada@example.com', 'admin']);
    server.admin.keep(told);
    expect((await server.admin.get('/agents')).body.data).toHaveLength(1);

    expect((await server.stranger.post('/setup', admin(token, { email: 'bo@example.com' }))).body).toMatchObject({
      status: 410,
      code: 'gone',
    });
    expect((await server.stranger.get('/setup')).body).toEqual({ needed: false });
    expect(await openSetup(server.desk)).toBeNull();
  });

  it('lets one of many who redeem at once win', async () => {
    const token = await openSetup(server.desk);
    const told = await Promise.all(
      Array.from({ length: 6 }, (_, at) => server.stranger.post('/setup', admin(token, { email: `ada${at}@example.com` }))),
    );
    expect(told.map(({ status }) => status).sort()).toEqual([201, 410, 410, 410, 410, 410]);
    expect(await server.store.reads.countAdmins()).toBe(1);
  });

  it('takes no wrong token, none of a former start, and none older than an hour', async () => {
    const former = await openSetup(server.desk);
    const token = await openSetup(server.desk);
    for (const wrong of ['', 'nonsense', former]) expect([410, 422]).toContain((await server.stranger.post('/setup', admin(wrong))).status);
    server.clock.forward(HOUR);
    expect((await server.stranger.post('/setup', admin(token))).status).toBe(410);
    expect(await server.store.reads.countAdmins()).toBe(0);
  });

  it('says what is wrong with the fields, and leaves the token as it is', async () => {
    const token = await openSetup(server.desk);
    const { status, body } = await server.stranger.post(
      '/setup',
      admin(token, { name: ' ', email: 'no', password: 'short', role: 'admin' }),
    );
    expect(status).toBe(422);
    expect(body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(['email', 'name', 'password', 'role']);
    expect((await server.stranger.post('/setup', admin(token))).status).toBe(201);
  });

  it('must come from the desk\u2019s own page', async () => {
    const token = await openSetup(server.desk);
    expect((await server.stranger.post('/setup', admin(token), { origin: 'https://evil.example' })).body.code).toBe('origin_foreign');
  });
});
