import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createLine } from 'node:net';
import { calling, opening, outside } from '../../src/platform/outside-address';

const GET = { method: 'GET', headers: {} } as const;
const reach = (allowed: readonly string[] = [], timeout = 2000) => outside({ allowed, timeout });

describe('a call to an address that somebody else named', () => {
  let server: Server;
  let port: number;
  let asked: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      if (request.url === '/slow') return;
      if (request.url === '/drips') return void response.writeHead(200).write('x');
      if (request.url === '/on-and-on') {
        const dripping = setInterval(() => response.write('x'), 10);
        return void response.once('close', () => clearInterval(dripping));
      }
      if (request.url === '/huge') return void response.end('x'.repeat(1024 * 1024 + 1));
      response.writeHead(request.url === '/away' ? 302 : 201, { location: '/elsewhere' }).end('x'.repeat(100_000));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    asked = [];
  });

  it.each([
    '127.0.0.1',
    'localhost',
    '0.0.0.0',
    '2130706433',
    '0x7f.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
  ])('never gets to %s', async (host) => {
    await expect(reach()(`http://${host}:${port}/`, GET)).rejects.toThrow('not on the open network');
    expect(asked).toEqual([]);
  });

  it.each([
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '[fd00::1]',
    '[fe80::1]',
    '[2001:db8::1]',
  ])('never begins to %s', async (host) => {
    await expect(reach()(`https://${host}/`, GET)).rejects.toThrow('not on the open network');
  });

  it.each([['127.0.0.1'], ['127.0.0.0/8'], ['LOCALHOST', '127.0.0.1']])('gets to what is allowed by %s', async (...allowed) => {
    const host = allowed.length > 1 ? 'localhost' : '127.0.0.1';
    expect(await reach(allowed)(`http://${host}:${port}/push`, { ...GET, method: 'POST', body: Buffer.from('x') })).toBe(201);
    expect(asked).toEqual(['POST /push']);
  });

  it('follows no redirect', async () => {
    expect(await reach(['127.0.0.1'])(`http://127.0.0.1:${port}/away`, GET)).toBe(302);
    expect(asked).toEqual(['GET /away']);
  });

  it('ends after its time', async () => {
    await expect(reach(['127.0.0.1'], 50)(`http://127.0.0.1:${port}/slow`, GET)).rejects.toThrow(/abort/i);
  });

  it('reads the answer whole, but neither without end nor for ever, and follows it nowhere', async () => {
    const call = calling({ allowed: ['127.0.0.1'], timeout: 100 });
    const ask = (path: string, headers = {}) => call(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body: 'é' });
    expect(await ask('/')).toMatchObject({ status: 201, body: expect.objectContaining({ length: 100_000 }) });
    expect(await ask('/away')).toMatchObject({ status: 302, headers: { location: '/elsewhere' } });
    await expect(ask('/huge')).rejects.toThrow('too long');
    for (const path of ['/slow', '/drips']) await expect(ask(path)).rejects.toThrow(/abort/i);
    await expect(ask('/', { 'x-mark': 'a\r\nx-other: b' })).rejects.toThrow(/invalid character/i);
    expect(asked).toEqual(['POST /', 'POST /away', 'POST /huge', 'POST /slow', 'POST /drips']);
    for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]'])
      await expect(calling({ allowed: [], timeout: 100 })(`http://${host}:${port}/`, GET)).rejects.toThrow('not on the open network');
  });

  it('waits for nobody who would speak another protocol', async () => {
    const line = createLine((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n'));
    });
    await new Promise<void>((done) => line.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(line.address() as AddressInfo).port}/`;
    const rules = { allowed: ['127.0.0.1'], timeout: 500 };
    for (const asked of [outside(rules)(url, GET), calling(rules)(url, GET), opening(rules)(url, { headers: {}, home: null })])
      await expect(asked).rejects.toThrow('another protocol');
    line.close();
  });

  describe('for what is read as it comes', () => {
    const open = (allowed: readonly string[] = [], more: { timeout?: number; until?: AbortSignal } = {}) =>
      opening({ allowed, timeout: 2000, ...more });
    const at = (path: string) => `http://127.0.0.1:${port}${path}`;

    it('gets to what is allowed, or stands in the environment, and to no neighbour of it', async () => {
      const answer = await open(['127.0.0.1'])(at('/'), { headers: { 'x-mark': '1' }, home: null });
      expect([answer.status, Buffer.concat(await answer.body.toArray()).length]).toEqual([201, 100_000]);
      (await open()(at('/'), { headers: {}, home: at('') })).body.destroy();
      await expect(open()(at('/'), { headers: {}, home: `http://127.0.0.1:${port + 1}` })).rejects.toThrow('not on the open network');
      expect(asked).toEqual(['GET /', 'GET /']);
    });

    it.each(['http://localhost:1/', 'http://[::ffff:10.0.0.1]/', 'https://169.254.169.254/', 'file:///etc/passwd', 'no link'])(
      'never gets to %s',
      async (url) => {
        await expect(open()(url, { headers: {}, home: null })).rejects.toThrow(/not on the open network|no link/);
      },
    );

    it('follows no redirect, and ends when nothing comes or the desk closes', async () => {
      const away = await open(['127.0.0.1'])(at('/away'), { headers: {}, home: null });
      away.body.destroy();
      expect([away.status, asked]).toEqual([302, ['GET /away']]);
      await expect(open(['127.0.0.1'], { timeout: 50 })(at('/slow'), { headers: {}, home: null })).rejects.toThrow('nothing came');
      const dripping = await open(['127.0.0.1'], { timeout: 50 })(at('/on-and-on'), { headers: {}, home: null });
      await expect(dripping.body.toArray()).rejects.toThrow(/too slowly|aborted/);
      const closing = new AbortController();
      const waiting = open(['127.0.0.1'], { until: closing.signal })(at('/slow'), { headers: {}, home: null });
      closing.abort();
      await expect(waiting).rejects.toThrow('the desk is closing');
    });
  });
});
