import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type AServer, aServer } from './support/a-server';

const SCRIPT = 'console.log("a desk")';
const CHAT = 'console.log("a chat for sites")';

describe('the web app', () => {
  let folder: string;
  let server: AServer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'web-app-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(
      join(folder, 'index.html'),
      '<meta name="style-nonce" content="%NONCE%"><script type="module" src="/assets/a1.js"></script>',
    );
    writeFileSync(join(folder, 'assets', 'a1.js'), SCRIPT);
    writeFileSync(join(folder, 'assets', 'a1.js.gz'), gzipSync(SCRIPT));
    writeFileSync(join(folder, 'sw.js'), '/* rings */');
    writeFileSync(join(folder, 'icon.svg'), '<svg/>');
    writeFileSync(join(folder, 'webchat.js'), CHAT);
    writeFileSync(join(folder, 'webchat.js.gz'), gzipSync(CHAT));
    server = await aServer({ config: { webApp: folder } });
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it.each(['/', '/setup', '/login', '/inbox/mine', '/inbox/mine/01', '/settings/channels/01/webhook'])(
    'is the page of %s',
    async (path) => {
      const { status, body, headers } = await server.stranger.get(`/${path}`);
      expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, 'text/html; charset=utf-8', 'no-store']);
      expect(body).toContain('/assets/a1.js');
    },
  );

  it('lets only its own scripts run, and only styles that bear the word of this very page', async () => {
    const pages = await Promise.all([server.stranger.get('//'), server.stranger.get('//')]);
    const words = pages.map(({ body }) => /content="([^"]+)"/.exec(body)?.[1]);
    expect(new Set(words).size).toBe(2);
    pages.forEach(({ headers }, at) => {
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain(`style-src 'self' 'nonce-${words[at]}'`);
      expect(policy).toContain("default-src 'none'; script-src 'self';");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(policy).toContain(`ws://${new URL(server.url).host}`);
      expect(headers.get('permissions-policy')).toMatch(/^microphone=\(self\), camera=\(\)/);
    });
  });

  it('sends an asset packed to who takes it, plain to who does not, to be kept for a year', async () => {
    for (const encoding of ['gzip', 'identity']) {
      const { status, body, headers } = await server.stranger.get('//assets/a1.js', { 'accept-encoding': encoding });
      expect([status, body]).toEqual([200, SCRIPT]);
      expect(headers.get('content-encoding')).toBe(encoding === 'gzip' ? 'gzip' : null);
      expect(headers.get('content-type')).toMatch(/javascript/);
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(headers.get('vary')).toContain('Accept-Encoding');
    }
  });

  it('gives the script of web chats to pages anywhere, packed to who takes it, to be asked for anew each hour', async () => {
    for (const encoding of ['gzip', 'identity']) {
      const { status, body, headers } = await server.stranger.get('//webchat.js', {
        'accept-encoding': encoding,
        origin: 'https://shop.example',
      });
      expect([status, body, headers.get('content-encoding')]).toEqual([200, CHAT, encoding === 'gzip' ? 'gzip' : null]);
      expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('cache-control')).toMatch(/^public, max-age=3600,/);
      expect(headers.get('etag')).not.toBeNull();
    }
  });

  it('has a page to try a chat on that lets nothing else run', async () => {
    const { status, body, headers } = await server.stranger.get('//webchat/01CHANNEL/preview');
    const policy = headers.get('content-security-policy') ?? '';
    expect([status, body]).toEqual([200, expect.stringContaining('<script src="/webchat.js" data-channel="01CHANNEL" async></script>')]);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'; require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect((await server.stranger.get('//webchat/%22%3E%3Cscript%3E/preview')).status).toBe(404);
  });

  it('lets the icon be kept for an hour', async () => {
    expect((await server.stranger.get('//icon.svg')).headers.get('cache-control')).toBe('public, max-age=3600');
  });

  it('has the service worker asked for anew each time', async () => {
    const { body, headers } = await server.stranger.get('//sw.js');
    expect([body, headers.get('cache-control')]).toEqual(['/* rings */', 'no-cache']);
  });

  it.each(['/assets/none.js', '/nowhere', '/../package.json', '/assets/%2e%2e/index.html.map'])('has nothing at %s', async (path) => {
    expect((await server.stranger.get(`/${path}`)).body).toMatchObject({ status: 404, code: 'not_found' });
  });
});

it('leaves the API alone where no web app was built', async () => {
  const server = await aServer();
  expect((await server.stranger.get('//')).status).toBe(404);
  expect((await server.stranger.get('//healthz')).status).toBe(200);
  await server.close();
});
