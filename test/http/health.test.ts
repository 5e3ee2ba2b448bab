import { connect } from 'node:net';
import { type AServer, aServer } from './support/a-server';

describe('the desk\u2019s health', () => {
  let server: AServer;
  let broken: Error | null;

  beforeEach(async () => {
    broken = null;
    const check = { name: 'redis', run: async () => (broken ? Promise.reject(broken) : undefined) };
    server = await aServer({ config: { metricsToken: 'metrics-token' }, checks: [check], admin: false });
  });
  afterEach(() => server.close());

  const beyond = { 'x-forwarded-for': '203.0.113.9' };

  it('is alive', async () => {
    expect(await server.stranger.get('//healthz')).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  it('is ready while everything answers, and tells this machine what does not', async () => {
    expect((await server.stranger.get('//readyz')).body).toEqual({
      status: 'ready',
      checks: [
        { name: 'database', ok: true },
        { name: 'files', ok: true, aside: true },
        { name: 'redis', ok: true },
      ],
    });
    broken = new Error('connection refused');
    const { status, body } = await server.stranger.get('//readyz');
    expect([status, body.status, body.checks[2]]).toEqual([503, 'not_ready', { name: 'redis', ok: false, detail: 'connection refused' }]);
  });

  it('keeps details from callers behind a proxy, unless they hold METRICS_TOKEN', async () => {
    expect((await server.stranger.get('//readyz', beyond)).body).toEqual({ status: 'ready' });
    expect((await server.stranger.get('//metrics', beyond)).body).toMatchObject({ status: 401, code: 'unauthenticated' });
    expect((await server.stranger.get('//metrics', { ...beyond, authorization: 'Bearer nonsense' })).status).toBe(401);
    expect((await server.stranger.get('//metrics', { ...beyond, authorization: 'Bearer metrics-token' })).status).toBe(200);
  });

  it('counts what it answered, by route and never by address', async () => {
    await server.stranger.get('/tickets/one?q=15551234567');
    const { body, headers } = await server.stranger.get('//metrics');
    expect(headers.get('content-type')).toContain('text/plain');
    expect(body).toContain('relaydesk_http_requests_total{route="GET /api/v1/tickets/:id",status="401"} 1');
    expect(body).toContain('relaydesk_intake_waiting_events 0');
    expect(body).not.toMatch(/15551234567|tickets\/one/);
  });

  it('explains the API on a page without a script', async () => {
    const { status, body, headers } = await server.stranger.get('//docs');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(body).not.toMatch(/<script|<link|src="http/);
  });

  it('describes every problem on the page that a problem\u2019s type leads to', async () => {
    const { body } = await server.stranger.get('/nope');
    const page = (await server.stranger.get('//docs')).body;
    expect(page).toContain(`id="${body.type.split('#')[1]}"`);
  });
});

describe('closing', () => {
  it('answers what runs, and takes nothing new', async () => {
    const server = await aServer({ admin: false });
    let goOn: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      jest.spyOn(server.desk.store.reads, 'countAdmins').mockImplementationOnce(async () => {
        resolve();
        await new Promise<void>((go) => {
          goOn = go;
        });
        return 0;
      });
    });
    const running = server.stranger.get('/setup');
    await asked;
    const closed = server.close();
    const port = Number(new URL(server.url).port);
    const refused = await new Promise((resolve) =>
      connect(port, '127.0.0.1').once('error', ({ code }: NodeJS.ErrnoException) => resolve(code)),
    );
    expect(refused).toBe('ECONNREFUSED');
    goOn();
    expect((await running).status).toBe(200);
    await closed;
  });
});
