import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import sharp from 'sharp';
import { mediaLinkTo } from '../../src/actions/media/media-links';
import { FilesDown } from '../../src/ports/files';
import type { Media } from '../../src/ports/store';
import { type AServer, aServer } from './support/a-server';
import type { Client } from './support/client';
import { aChannel, aText } from './support/whatsapp';

let server: AServer;
let ana: Client;
let luis: Client;
let png: Buffer;

beforeAll(async () => {
  server = await aServer();
  ana = await server.agent('Ana');
  luis = await server.agent('Luis');
  png = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#2266aa' } })
    .png()
    .toBuffer();
});
afterAll(() => server.close());

type Asked = RequestInit & { readonly duplex?: 'half' };

const call = (client: Client, path: string, { headers = {}, ...init }: Asked = {}) =>
  fetch(`${server.url}/api/v1${path}`, { ...init, headers: { origin: server.url, cookie: client.cookie, ...headers } });

async function upload(client: Client, bytes: Buffer | string, fileName = 'file.bin', type = 'application/octet-stream') {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(Buffer.from(bytes))], { type }), fileName);
  const answer = await call(client, '/media', { method: 'POST', body: form });
  return { status: answer.status, body: await answer.json() };
}

async function download(client: Client, id: string, headers: Record<string, string> = {}, more = '') {
  const answer = await call(client, `/media/${id}${more}`, { headers });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

describe('a file of an agent', () => {
  it('is taken from a form, known by its bytes, and given back as it was', async () => {
    const { status, body } = await upload(ana, png, 'C:\\pictures\\lamp.jpg', 'image/jpeg');
    expect([status, body]).toEqual([
      201,
      {
        id: expect.any(String),
        state: 'ready',
        mime: 'image/png',
        bytes: png.length,
        fileName: 'lamp.jpg',
        width: 30,
        height: 20,
        preview: true,
        problem: null,
      },
    ]);
    const { bytes, headers } = await download(ana, body.id);
    expect(bytes).toEqual(png);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(png.length),
      'content-disposition': 'inline; filename="lamp.jpg"; filename*=UTF-8\'\'lamp.jpg',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      etag: `"${createHash('sha256').update(png).digest('hex')}"`,
      'accept-ranges': 'bytes',
    });
    const small = await download(ana, body.id, {}, '/preview');
    expect([small.headers.get('content-type'), (await sharp(small.bytes).metadata()).format]).toEqual(['image/webp', 'webp']);
  });

  it('is taken as the body itself, with its name beside it', async () => {
    const answer = await call(ana, '/media?fileName=list.txt', {
      method: 'POST',
      body: 'a list',
      headers: { 'content-type': 'text/plain' },
    });
    expect(await answer.json()).toMatchObject({ mime: 'text/plain', bytes: 6, fileName: 'list.txt', preview: false });
  });

  it('is taken once, however often the same request comes', async () => {
    const send = (body: string) =>
      call(ana, '/media', { method: 'POST', body, headers: { 'content-type': 'text/plain', 'idempotency-key': 'once' } });
    const [first, again] = [await send('a list'), await send('a list')];
    expect([again.status, again.headers.get('idempotent-replayed'), await again.json()]).toEqual([201, 'true', await first.json()]);
    expect(await (await send('another list')).json()).toMatchObject({ status: 422, code: 'idempotency_mismatch' });
  });

  // biome-ignore format: a table is read in columns
  it.each([
    ['an HTML page called a picture', '<!doctype html><script>alert(1)</script>',           'cat.jpg',  'image/jpeg',      'application/octet-stream'],
    ['an SVG with a script',          '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'a.svg', 'image/svg+xml', 'application/octet-stream'],
    ['an XML page',                   '<?xml version="1.0"?><html/>',                       'a.xml',    'text/xml',        'application/octet-stream'],
    ['a PDF',                         '%PDF-1.4\n',                                         'a.pdf',    'application/pdf', 'application/pdf'],
    ['a program',                     'MZ\x90\0\x03',                                       'cat.png',  'image/png',       'application/octet-stream'],
    ['words',                         'just words',                                         'a.txt',    'text/plain',      'text/plain; charset=utf-8'],
  ])('that is %s is only ever downloaded', async (_, bytes, fileName, type, served) => {
    const { headers } = await download(ana, (await upload(ana, bytes, fileName, type)).body.id);
    expect([headers.get('content-disposition')?.split(';')[0], headers.get('content-type')]).toEqual(['attachment', served]);
  });

  it('has a name that breaks out of no header and no folder', async () => {
    const { body } = await upload(ana, 'x', '../../etc/pass\u202ewd – ü.txt');
    const { headers } = await download(ana, body.id);
    expect(body.fileName).toBe('passwd – ü.txt');
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="passwd _ _.txt"; filename*=UTF-8\'\'passwd%20%E2%80%93%20%C3%BC.txt',
    );
  });

  it('of 0 bytes is refused with words', async () => {
    expect(await upload(ana, '')).toMatchObject({ status: 422, body: { code: 'invalid', detail: 'The file is empty: it has 0 bytes.' } });
  });

  it('that is too large is refused while it comes, with its limit', async () => {
    const large = Buffer.alloc(1024 * 1024 + 1, 'x');
    expect(await upload(ana, large)).toMatchObject({ status: 413, body: { code: 'too_large', detail: 'A file may have at most 1 MB.' } });
    const endless = new ReadableStream({ pull: (stream) => stream.enqueue(large) });
    const chunks = new ReadableStream({
      async start(stream) {
        const reader = endless.getReader();
        for (let n = 0; n < 3; n++) stream.enqueue((await reader.read()).value);
        stream.close();
      },
    });
    expect(
      (await call(ana, '/media', { method: 'POST', body: chunks, duplex: 'half', headers: { 'content-type': 'video/mp4' } })).status,
    ).toBe(413);
  });

  it('is not waited for from who may send none', async () => {
    const timers = jest.spyOn(globalThis, 'setTimeout');
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write('POST /api/v1/media HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\nhalf');
    expect(String((await once(socket, 'data'))[0])).toContain('HTTP/1.1 401');
    const closed = once(socket, 'close');
    const cut = () => timers.mock.calls.findLast(([, ms]) => ms === 30_000)?.[0];
    while (!cut()) await new Promise(setImmediate);
    cut()?.();
    await closed;
    timers.mockRestore();
  });

  it('in a form that breaks off is refused, and ends nothing but the request', async () => {
    const part = (name: string) => `--x\r\nContent-Disposition: form-data; name="${name}"; filename="a.txt"\r\n\r\nhalf of it`;
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    for (const name of ['file', 'another']) {
      const answer = await call(ana, '/media', { method: 'POST', body: part(name), headers });
      expect([answer.status, (await answer.json()).code]).toEqual([400, 'bad_request']);
    }
  });

  it('that is none is refused with words', async () => {
    const form = new FormData();
    form.set('words', 'no file');
    expect((await call(ana, '/media', { method: 'POST', body: form })).status).toBe(400);
    const broken = { method: 'POST', body: 'nonsense', headers: { 'content-type': 'multipart/form-data' } };
    expect(await (await call(ana, '/media', broken)).json()).toMatchObject({ status: 400, code: 'bad_request' });
  });

  it('is nobody else’s until it is part of a message', async () => {
    const { id } = (await upload(ana, png)).body;
    for (const more of ['', '/preview']) expect((await download(luis, id, {}, more)).status).toBe(404);
    expect((await luis.post(`/media/${id}/fetch`)).status).toBe(404);
    expect((await download(server.admin, id)).status).toBe(404);
    expect((await download(server.stranger, id)).status).toBe(401);
  });
});

describe('a part of a file', () => {
  let id: string;
  let etag: string;
  beforeAll(async () => {
    ({ id } = (await upload(ana, '0123456789')).body);
    etag = (await download(ana, id)).headers.get('etag') ?? '';
  });

  // biome-ignore format: a table is read in columns
  it.each([
    ['bytes=0-3',      206, '0123',       'bytes 0-3/10'],
    ['bytes=4-',       206, '456789',     'bytes 4-9/10'],
    ['bytes=-3',       206, '789',        'bytes 7-9/10'],
    ['bytes=-99',      206, '0123456789', 'bytes 0-9/10'],
    ['bytes=8-99',     206, '89',         'bytes 8-9/10'],
    ['bytes=10-',      416, '',           'bytes */10'],
    ['bytes=-0',       416, '',           'bytes */10'],
    ['bytes=5-3',      200, '0123456789', null],
    ['bytes=0-1,4-5',  200, '0123456789', null],
    ['lines=1-2',      200, '0123456789', null],
    ['bytes=-',        200, '0123456789', null],
  ])('%s is answered with %d %j', async (range, status, bytes, contentRange) => {
    const told = await download(ana, id, { range });
    expect([told.status, told.bytes.toString(), told.headers.get('content-range')]).toEqual([status, bytes, contentRange]);
  });

  it('is given only of the file that the caller has the rest of', async () => {
    expect((await download(ana, id, { range: 'bytes=0-3', 'if-range': etag })).status).toBe(206);
    expect((await download(ana, id, { range: 'bytes=0-3', 'if-range': '"another"' })).status).toBe(200);
  });

  it('is not given to who has the whole already, nor anything to who asks about it', async () => {
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*'])
      expect((await download(ana, id, { 'if-none-match': known })).status).toBe(304);
    const head = await call(ana, `/media/${id}`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '10', '']);
  });
});

describe('a file of a message', () => {
  let media: Media;
  const put = (change: Partial<Media>) => server.store.atomically((tx) => tx.saveMedia([{ ...media, ...change }]));

  beforeAll(async () => {
    const channel = await aChannel(server.admin);
    const post = aText('15550001', 'x');
    const message = post.entry[0]?.changes[0]?.value.messages[0] ?? {};
    Object.assign(message, { type: 'image', image: { id: '77', mime_type: 'image/png', sha256: 'x' } });
    expect(await server.tell(channel, post)).toBe(200);
    const ticket = (await server.admin.get('/tickets')).body.data[0];
    const [{ content }] = (await server.admin.get(`/tickets/${ticket.id}/messages`)).body.data;
    expect(content).toEqual({ type: 'image', mediaId: expect.any(String), mime: 'image/png', bytes: 0, state: 'waiting' });
    media = (await server.store.reads.media(content.mediaId)) as Media;
  });

  it('that is on its way, did not come or is gone, is answered with words', async () => {
    expect((await ana.get(`/media/${media.id}`)).body).toMatchObject({ status: 409, code: 'media_not_ready', state: 'waiting' });
    await put({ state: 'failed', problem: { code: 'gone', detail: '' } });
    expect((await ana.get(`/media/${media.id}/preview`)).body).toMatchObject({ status: 409, state: 'failed', problem: 'gone' });
    expect((await ana.post(`/media/${media.id}/fetch`)).body).toMatchObject({ state: 'waiting', problem: null });
    await put({ state: 'gone' });
    expect((await ana.get(`/media/${media.id}`)).body).toMatchObject({ status: 410, code: 'gone' });
    expect((await ana.post(`/media/${media.id}/fetch`)).status).toBe(410);
  });

  it('is seen by who sees its chat, and by nobody else', async () => {
    const { id } = (await upload(server.admin, png)).body;
    const { hash, preview } = (await server.store.reads.media(id)) as Media;
    await put({ state: 'ready', mime: 'image/png', bytes: png.length, hash, preview });
    for (const client of [ana, luis, server.admin]) expect((await download(client, media.id)).bytes).toEqual(png);
    await server.admin.patch('/settings', { policy: { agentsSee: 'own' } });
    for (const more of ['', '/preview']) expect((await download(luis, media.id, {}, more)).status).toBe(404);
    expect((await luis.post(`/media/${media.id}/fetch`)).status).toBe(404);
    expect((await download(server.admin, media.id)).status).toBe(200);
  });

  it('that an agent uploaded goes out with it, and by a link that is for this file alone', async () => {
    await server.admin.put('/me/presence', { presence: 'online' });
    const [ticket] = (await server.admin.get('/tickets')).body.data;
    const { id } = (await upload(server.admin, png, 'lamp.png')).body;
    const say = (content: object) => server.admin.post(`/tickets/${ticket.id}/messages`, { content });
    const sent = await say({ type: 'image', mediaId: id, caption: 'Ours', mime: 'text/html', bytes: 1 });
    expect([sent.status, sent.body.content]).toEqual([
      201,
      {
        type: 'image',
        mediaId: id,
        mime: 'image/png',
        bytes: png.length,
        fileName: 'lamp.png',
        caption: 'Ours',
        state: 'ready',
        width: 30,
        height: 20,
        preview: true,
      },
    ]);
    const theirs = (await upload(luis, png)).body.id;
    for (const content of [
      { type: 'image', mediaId: theirs },
      { type: 'image', mediaId: 'none' },
      { type: 'sticker', mediaId: id },
    ])
      expect((await say(content)).body).toMatchObject({ status: 422, errors: [{ path: 'content.mediaId', message: expect.any(String) }] });

    const link = mediaLinkTo({ ...server.desk, publicUrl: 'https://desk.example' }, id)?.replace('https://desk.example', server.url) ?? '';
    const given = await fetch(link);
    expect([given.status, given.headers.get('content-type'), Buffer.from(await given.arrayBuffer())]).toEqual([200, 'image/png', png]);
    expect((await fetch(link.replace(id, theirs))).status).toBe(404);
    expect((await fetch(`${server.url}/media-links/${id}`)).status).toBe(404);
  });

  it('can’t be had while the place of files is down, and is there again after it', async () => {
    const open = jest.spyOn(server.desk.files, 'open').mockRejectedValueOnce(new FilesDown(new Error('connect ECONNREFUSED')));
    expect((await server.admin.get(`/media/${media.id}`)).body).toMatchObject({ status: 503, code: 'unavailable' });
    open.mockRestore();
    expect((await download(server.admin, media.id)).status).toBe(200);
  });

  it('that somebody took from the disk is answered with words', async () => {
    const { hash } = (await server.store.reads.media(media.id)) as Media;
    await server.desk.files.remove(hash ?? '');
    const { body, headers } = await server.admin.get(`/media/${media.id}`);
    expect(body).toMatchObject({ status: 404, detail: expect.stringContaining('took it away') });
    expect(['etag', 'content-disposition', 'cache-control'].map((name) => headers.get(name))).toEqual([null, null, 'no-store']);
  });
});
