import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { outside } from '../../src/platform/outside-address';

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
});
