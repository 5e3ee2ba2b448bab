import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import fc from 'fast-check';
import sharp from 'sharp';
import { webchat } from '../../channels/webchat';
import { whatsappCloud } from '../../channels/whatsapp-cloud';
import { openIntake } from '../../src/actions/hearing/intake';
import { visitorBy } from '../../src/actions/webchat/visitors';
import { PageConfig, PageMessageShape, PageVisitorSession } from '../../src/http/schemas/webchat';
import { openServer } from '../../src/http/server';
import { groups } from '../../src/http/webchat/groups';
import type { Listener } from '../../src/http/webchat/listener';
import { memoryBus } from '../../src/platform/bus-memory';
import { runKey } from '../../src/timers/errands';
import { openTrial } from '../../src/trial';
import { quiet } from '../support/database';
import { type AServer, aServer } from './support/a-server';
import type { Client } from './support/client';
import { listenAs } from './support/listener';
import { aPage, listenTo, Page, type PageSocket, SITE } from './support/page';

const SECRET = 'what the site alone knows';
const MINUTE = 60_000;

let server: AServer;
let ana: Client;
let channelId: string;
let png: Buffer;

const aChat = async (more: Record<string, unknown> = {}): Promise<string> => {
  const config = { allowedOrigins: [SITE, 'http://localhost:8080'], identitySecret: SECRET, title: 'Ask us', ...more };
  const { status, body } = await server.admin.post('/channels', { kind: 'webchat', name: 'Shop', config });
  expect(status).toBe(201);
  return body.id;
};

beforeAll(async () => {
  server = await aServer({ kinds: [webchat, whatsappCloud], config: { trustProxy: 1 } });
  ana = await server.agent('Ana');
  channelId = await aChat();
  png = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#2266aa' } })
    .png()
    .toBuffer();
});
afterAll(() => server.close());
/** So that one test's calls are not another's. */
afterEach(() => server.clock.forward(2 * MINUTE));

/** Lets the desk do what waits: sends, files. */
async function errands(): Promise<void> {
  for (;;) {
    const keys = await server.store.reads.dueKeys(server.clock.now(), 100);
    if (keys.length === 0) return;
    for (const key of keys) await runKey(server.desk, key);
  }
}

const signed = (externalId: string) => createHmac('sha256', SECRET).update(externalId).digest('hex');
const ticketOf = async (words: string) => (await server.admin.get(`/tickets?q=${encodeURIComponent(words)}`)).body.data[0];
const textsOf = async (page: Page, query = '') =>
  (await page.get(`/messages${query}`)).body.messages.map((one: { content: { text: string } }) => one.content.text);
/** Until it is so: what comes behind an answer takes a turn or two. */
async function until<T>(read: () => Promise<T>, is: (value: T) => boolean): Promise<T> {
  for (let turn = 0; ; turn++) {
    const value = await read();
    if (is(value) || turn > 200) return value;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** An agent answers the ticket in which these words stand. */
async function answers(words: string, text: string): Promise<void> {
  await ana.put('/me/presence', { presence: 'online' });
  const ticket = await ticketOf(words);
  await ana.post(`/tickets/${ticket.id}/take`);
  expect((await ana.post(`/tickets/${ticket.id}/messages`, { content: { type: 'text', text } })).status).toBe(201);
  await errands();
}

describe('a visitor', () => {
  it('writes, is answered, and sees nothing of what is not theirs', async () => {
    const page = await aPage(server.url, channelId);
    const stranger = await aPage(server.url, channelId);
    expect((await page.says('m1', 'my lamp is broken')).body).toEqual({
      id: expect.any(String),
      rev: 1,
      by: 'visitor',
      name: null,
      content: { type: 'text', text: 'my lamp is broken' },
      replyTo: null,
      sentAt: expect.any(String),
      editedAt: null,
      deletedAt: null,
      clientId: 'm1',
      state: 'sent',
    });
    const ticket = await ticketOf('my lamp is broken');
    await ana.post(`/tickets/${ticket.id}/notes`, { text: 'he is angry' });
    await answers('my lamp is broken', 'we send another');
    const { messages, readTo } = (await page.get('/messages')).body;
    expect(messages).toMatchObject([
      { by: 'visitor', state: 'read' },
      { by: 'agent', name: 'Ana', content: { text: 'we send another' }, state: null, clientId: null },
    ]);
    expect(readTo).toBe(messages[0].id);
    expect(JSON.stringify(messages)).not.toMatch(/angry|example\.com|ticketId|delivery/);
    expect(await textsOf(stranger)).toEqual([]);
    for (const message of messages) PageMessageShape.strict().parse(message);
    PageConfig.strict().parse((await page.get('/config')).body);
    PageVisitorSession.strict().parse((await page.begins()).body);
  });

  it('is told once what they say twice under one name', async () => {
    const page = await aPage(server.url, channelId);
    const [first, again] = [await page.says('m1', 'only once'), await page.says('m1', 'only once')];
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body.id).toBe(first.body.id);
    const twins = await Promise.all([page.says('m2', 'twin'), page.says('m2', 'twin')]);
    expect(new Set(twins.map(({ body }) => body.id)).size).toBe(1);
    expect(await textsOf(page)).toEqual(['only once', 'twin']);
    const other = await aPage(server.url, channelId);
    expect((await other.says('m1', 'somebody else')).status).toBe(201);
  });

  it('leaves nothing in the desk by looking at a page', async () => {
    const before = (await server.admin.get('/contacts')).body.data.length;
    const page = await aPage(server.url, channelId);
    await page.get('/config');
    await page.get('/messages');
    expect((await server.admin.get('/contacts')).body.data).toHaveLength(before);
  });

  it('reads how the chat looks, and whether somebody is there', async () => {
    await ana.put('/me/presence', { presence: 'online' });
    const page = new Page(server.url, channelId);
    expect((await page.get('/config')).body).toMatchObject({
      title: 'Ask us',
      greetAfter: null,
      online: true,
      limits: { text: 4000, file: { most: expect.any(Number) } },
    });
    await ana.put('/me/presence', { presence: 'away' });
    expect((await page.get('/config')).body.online).toBe(false);
  });

  it('comes back after a reload as who they were, and goes on where they were', async () => {
    const page = await aPage(server.url, channelId);
    await page.says('m1', 'first');
    const { rev } = (await page.get('/messages')).body;
    await page.says('m2', 'second');
    const again = new Page(server.url, channelId);
    again.token = page.token;
    expect((await again.begins()).body.visitor).toMatchObject({ isKnown: false });
    expect(again.token).toBe(page.token);
    expect(await textsOf(again, `?after=${rev}`)).toEqual(['second']);
    server.clock.forward(2 * 24 * 60 * MINUTE);
    await again.begins();
    expect(again.token).not.toBe(page.token);
    expect(await textsOf(again)).toEqual(['first', 'second']);
  });

  it('reads older messages page by page, and changes in pieces', async () => {
    const page = await aPage(server.url, channelId);
    for (const word of ['a', 'b', 'c', 'd', 'e']) await page.says(word, word);
    const newest = (await page.get('/messages?limit=2')).body;
    expect([newest.messages.map((one: { clientId: string }) => one.clientId), newest.more]).toEqual([['d', 'e'], true]);
    const older = (await page.get(`/messages?limit=3&before=${newest.messages[0].id}`)).body;
    expect([older.messages.map((one: { clientId: string }) => one.clientId), older.more]).toEqual([['a', 'b', 'c'], false]);
    const seen: string[] = [];
    let rev = '0';
    for (let more = true; more; ) {
      const { body } = await page.get(`/messages?limit=2&after=${rev}`);
      seen.push(...body.messages.map((one: { clientId: string }) => one.clientId));
      ({ rev, more } = body);
    }
    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e']);
    await page.says('f', 'f');
    expect(await textsOf(page, `?after=${rev}`)).toEqual(['f']);
  });

  it('answers by a button, and to a message', async () => {
    const page = await aPage(server.url, channelId);
    await page.says('m1', 'which colour is there');
    await ana.put('/me/presence', { presence: 'online' });
    const { id } = await ticketOf('which colour is there');
    await ana.post(`/tickets/${id}/take`);
    await ana.post(`/tickets/${id}/messages`, { content: { type: 'buttons', text: 'Which?', buttons: [{ id: 'r', title: 'Red' }] } });
    await errands();
    const [, asked] = (await page.get('/messages')).body.messages;
    expect(asked.content).toEqual({ type: 'buttons', text: 'Which?', buttons: [{ id: 'r', title: 'Red' }] });
    const told = await page.post('/messages', {
      clientId: 'm2',
      content: { type: 'button_reply', id: 'r', title: 'Red' },
      replyTo: asked.id,
    });
    expect(told).toMatchObject({ status: 201, body: { content: { type: 'button_reply', id: 'r' }, replyTo: asked.id } });
    const [newest] = (await ana.get(`/tickets/${id}/messages`)).body.data;
    expect(newest).toMatchObject({ direction: 'in', content: { type: 'button_reply', title: 'Red' }, replyTo: asked.id });
  });

  it('shows the desk what has come to them, and what they have read', async () => {
    const page = await aPage(server.url, channelId);
    await page.says('m1', 'has it come');
    await answers('has it come', 'it has');
    const { id } = await ticketOf('has it come');
    const status = async () => (await ana.get(`/tickets/${id}/messages`)).body.data[0].delivery.status;
    expect(await status()).toBe('sent');
    const { rev } = (await page.get('/messages')).body;
    expect(await until(status, (now) => now === 'delivered')).toBe('delivered');
    expect((await page.post('/seen', { rev })).status).toBe(204);
    expect(await status()).toBe('read');
  });

  it('is a customer like any other when blocked: written, and unheard', async () => {
    const page = await aPage(server.url, channelId);
    await page.says('m1', 'buy my coins');
    const ticket = await ticketOf('buy my coins');
    await server.admin.patch(`/contacts/${ticket.contact.id}`, { blocked: true });
    await server.admin.post(`/tickets/${ticket.id}/close`);
    expect((await page.says('m2', 'more coins')).status).toBe(201);
    expect(await textsOf(page)).toEqual(['buy my coins', 'more coins']);
    expect((await server.admin.get(`/tickets/${ticket.id}`)).body.status).toBe('closed');
  });
});

describe('a token', () => {
  it.each([
    ['made up', (token: string) => token.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
    ['of somebody else', (token: string) => token.replace(/^w1\.[^.]+/, 'w1.00000000000000000000')],
    ['of another generation', (token: string) => token.replace(/^(w1\.[^.]+)\.0/, '$1.1')],
    ['without a seal', (token: string) => token.replace(/\.[^.]+$/, '')],
    ['none at all', () => ''],
  ])('that is %s is nobody’s', async (_, spoil) => {
    const page = await aPage(server.url, channelId);
    page.token = spoil(page.token);
    expect(await page.get('/messages')).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect((await page.says('m1', 'let me in')).status).toBe(401);
    expect((await page.begins()).status).toBe(200);
    expect((await page.get('/messages')).status).toBe(200);
  });

  it('of one chat opens no other', async () => {
    const page = await aPage(server.url, channelId);
    const other = new Page(server.url, await aChat());
    other.token = page.token;
    expect((await other.get('/messages')).status).toBe(401);
  });
});

describe('a site', () => {
  it.each([
    ['a stranger', 'https://evil.example', 403, 'origin_foreign'],
    ['another port', `${SITE}:8443`, 403, 'origin_foreign'],
    ['a file', 'null', 403, 'origin_foreign'],
    ['none', null, 403, 'origin_missing'],
  ])('that is %s is let in nowhere, and told nothing', async (_, site, status, code) => {
    const page = new Page(server.url, channelId, site);
    for (const answer of [await page.get('/config'), await page.begins(), await page.ask('OPTIONS', '/messages')]) {
      expect(answer).toMatchObject({ status, body: { code } });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      expect(answer.headers.get('vary')).toContain('Origin');
    }
    const { token } = await aPage(server.url, channelId);
    await expect(listenTo(Object.assign(page, { token }))).rejects.toThrow('403');
  });

  it('that is allowed, or the desk itself, may ask and read the answer', async () => {
    for (const site of [SITE, 'http://localhost:8080', server.url]) {
      const page = new Page(server.url, channelId, site);
      const answer = await page.get('/config');
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, site]);
    }
    const own = new Page(server.url, channelId, null);
    expect((await own.get('/config', { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    const asked = await new Page(server.url, channelId).ask('OPTIONS', '/messages', undefined, {
      'access-control-request-private-network': 'true',
    });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-headers')).toContain('Authorization');
    expect(asked.headers.get('access-control-allow-private-network')).toBe('true');
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('is answered 404 for what is no web chat, or none any more', async () => {
    const gone = await aChat();
    const page = await aPage(server.url, gone);
    const socket = await listenTo(page);
    await socket.next('hello');
    await server.admin.delete(`/channels/${gone}`);
    for (const id of [gone, 'nothing', 'constructor']) expect((await new Page(server.url, id).get('/config')).status).toBe(404);
    expect((await page.says('m1', 'hello?')).status).toBe(404);
    await expect(listenTo(page)).rejects.toThrow('404');
    socket.says({ type: 'seen', rev: '0' });
    await socket.next('bye');
    expect(await socket.end()).toBe(4401);
  });
});

describe('a person who signs in', () => {
  it('must be proved to be one', async () => {
    const page = await aPage(server.url, channelId);
    for (const signature of ['', 'ab', signed('user-2'), signed('user-1').slice(1)])
      expect((await page.post('/identify', { externalId: 'user-1', signature })).status).toBe(403);
    const open = await aPage(server.url, await aChat({ identitySecret: undefined }));
    const empty = createHmac('sha256', '').update('user-1').digest('hex');
    expect((await open.post('/identify', { externalId: 'user-1', signature: empty })).status).toBe(403);
  });

  it('takes along what they wrote, under a new token', async () => {
    const page = await aPage(server.url, channelId);
    await page.says('m1', 'before I signed in');
    const former = page.token;
    const proved = page.keep(
      await page.post('/identify', { externalId: 'kai', name: 'Kai', email: 'kai@example.com', signature: signed('kai') }),
    );
    expect(proved.body).toMatchObject({ visitor: { name: 'Kai', email: 'kai@example.com', isKnown: true } });
    expect(page.token).not.toBe(former);
    expect(await textsOf(page)).toEqual(['before I signed in']);
    await page.says('m2', 'it is me');
    expect((await ticketOf('it is me')).id).toBe((await ticketOf('before I signed in')).id);
    expect((await ticketOf('it is me')).contact).toMatchObject({ name: 'Kai', address: 'kai' });
    page.token = former;
    expect((await page.get('/messages')).status).toBe(401);
  });

  it('is the same in every browser, and signed in once more stays who they are', async () => {
    const [home, work] = [await aPage(server.url, channelId), await aPage(server.url, channelId)];
    for (const page of [home, work]) page.keep(await page.post('/identify', { externalId: 'mia', signature: signed('mia') }));
    await home.says('m1', 'from home');
    expect(await textsOf(work)).toEqual(['from home']);
    const { token } = work;
    work.keep(await work.post('/identify', { externalId: 'mia', name: 'Mia', signature: signed('mia') }));
    expect(work.token).toBe(token);
    await work.says('m1', 'from work');
    expect(await textsOf(home)).toEqual(['from home', 'from work']);
    expect((await ticketOf('from work')).contact.name).toBe('Mia');
  });

  it('who had a chat, and wrote in another browser, keeps both, as one contact', async () => {
    const [old, fresh] = [await aPage(server.url, channelId), await aPage(server.url, channelId)];
    old.keep(await old.post('/identify', { externalId: 'noa', name: 'Noa', signature: signed('noa') }));
    await old.says('m1', 'long ago');
    await server.admin.post(`/tickets/${(await ticketOf('long ago')).id}/close`);
    server.clock.forward(MINUTE);
    await fresh.says('m1', 'it broke again');
    const { rev } = (await old.get('/messages')).body;
    fresh.keep(await fresh.post('/identify', { externalId: 'noa', signature: signed('noa') }));
    expect(await textsOf(fresh)).toEqual(['long ago', 'it broke again']);
    server.clock.forward(MINUTE);
    await fresh.says('m2', 'order 17');
    const [broke, order] = [await ticketOf('it broke again'), await ticketOf('order 17')];
    expect(order.id).toBe(broke.id);
    expect(broke.contact).toMatchObject({ id: (await ticketOf('long ago')).contact.id, name: 'Noa' });
    await answers('order 17', 'we look at it');
    expect(await textsOf(old, `?after=${rev}`)).toEqual(['it broke again', 'order 17', 'we look at it']);
  });

  it('is somebody new after signing out, and another person never sees it', async () => {
    const page = await aPage(server.url, channelId);
    page.keep(await page.post('/identify', { externalId: 'leo', signature: signed('leo') }));
    await page.says('m1', 'my secret');
    const former = page.token;
    page.keep(await page.post('/sign-out'));
    expect(await textsOf(page)).toEqual([]);
    await page.says('m1', 'as nobody');
    page.keep(await page.post('/identify', { externalId: 'zoe', signature: signed('zoe') }));
    expect(await textsOf(page)).toEqual(['as nobody']);
    page.keep(await page.post('/identify', { externalId: 'leo', signature: signed('leo') }));
    expect(await textsOf(page)).toEqual(['my secret']);
    page.token = former;
    expect((await page.get('/messages')).status).toBe(401);
  });
});

describe('a file', () => {
  it('goes to the desk and back, and to nobody else', async () => {
    const [page, stranger] = [await aPage(server.url, channelId), await aPage(server.url, channelId)];
    const up = await page.post('/files?name=lamp.jpg', new Uint8Array(png));
    expect(up).toMatchObject({ status: 201, body: { mime: 'image/png', bytes: png.length, fileName: 'lamp.jpg', width: 30, height: 20 } });
    const content = { type: 'document', mediaId: up.body.mediaId, caption: 'this lamp' };
    expect((await stranger.post('/messages', { clientId: 'm1', content })).status).toBe(422);
    expect((await page.post('/messages', { clientId: 'm1', content })).body.content).toMatchObject({
      type: 'image',
      state: 'waiting',
      caption: 'this lamp',
    });
    await errands();
    const [message] = (await page.get('/messages')).body.messages;
    expect(message.content).toEqual({
      type: 'image',
      mediaId: expect.any(String),
      mime: 'image/png',
      bytes: png.length,
      fileName: 'lamp.jpg',
      caption: 'this lamp',
      width: 30,
      height: 20,
      state: 'ready',
      preview: true,
    });
    const path = `/files/${message.content.mediaId}`;
    const file = await page.get(path);
    expect(
      Object.fromEntries(
        ['content-type', 'x-content-type-options', 'content-security-policy', 'access-control-allow-origin'].map((name) => [
          name,
          file.headers.get(name),
        ]),
      ),
    ).toEqual({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'access-control-allow-origin': SITE,
    });
    expect((await page.get(`${path}/preview`)).headers.get('content-type')).toBe('image/webp');
    expect((await page.get(path, { range: 'bytes=0-3' })).status).toBe(206);
    for (const one of [path, `${path}/preview`, `/files/${up.body.mediaId}`, '/files/nothing'])
      expect((await stranger.get(one)).status).toBe(404);
  });

  it('is refused when it is too large, empty, or nothing that is taken', async () => {
    const page = await aPage(server.url, channelId);
    expect((await page.post('/files?name=a.exe', new TextEncoder().encode('MZ\u0090\u0000\u0003 this is a program'))).status).toBe(422);
    expect((await page.post('/files?name=a.html', new TextEncoder().encode('<!doctype html><script>alert(1)</script>'))).status).toBe(422);
    expect((await page.post('/files', new Uint8Array(0))).status).toBe(422);
    expect((await page.post('/files', new Uint8Array(21 * 1024 * 1024))).status).toBe(413);
  });
});

describe('what is no word of a page', () => {
  it.each([
    ['too long', { clientId: 'x', content: { type: 'text', text: 'a'.repeat(4001) } }, 422],
    ['empty', { clientId: 'x', content: { type: 'text', text: ' \n' } }, 422],
    ['without a name', { content: { type: 'text', text: 'a' } }, 422],
    ['of a kind that only the desk has', { clientId: 'x', content: { type: 'template', name: 'a' } }, 422],
    ['an answer to somebody else’s message', { clientId: 'x', content: { type: 'text', text: 'a' }, replyTo: '00000000000000000000' }, 422],
    ['more than it may be', { clientId: 'x', content: { type: 'text', text: 'a' }, ticketId: '1' }, 422],
    ['larger than any', { clientId: 'x', content: { type: 'text', text: 'a'.repeat(70_000) } }, 413],
  ])('is refused: %s', async (_, body, status) => {
    expect((await (await aPage(server.url, channelId)).post('/messages', body)).status).toBe(status);
  });

  it('is told how large it may be', async () => {
    const { body } = await (await aPage(server.url, channelId)).says('x', 'a'.repeat(70_000));
    expect(body).toMatchObject({ code: 'too_large', detail: 'A body may have at most 64 KB.' });
  });

  it('waits when it comes too fast, by visitor and by address', async () => {
    const page = await aPage(server.url, channelId);
    const told = [];
    for (let at = 0; at < 31; at++) told.push(await page.says(`m${at}`, 'again'));
    expect(told.map(({ status }) => status).filter((status) => status !== 201)).toEqual([429]);
    expect(Number(told.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
    const from = (address: string) => new Page(server.url, channelId).post('/session', {}, { 'x-forwarded-for': address });
    const sessions = [];
    for (let at = 0; at < 121; at++) sessions.push((await from(`2001:db8:1:1::${at}`)).status);
    expect([sessions.filter((status) => status === 200).length, sessions.at(-1)]).toEqual([120, 429]);
    expect((await from('2001:db8:1:2::1')).status).toBe(200);
  });
});

describe('a page that listens', () => {
  const open: PageSocket[] = [];
  const listen = async (page: Page) => {
    const socket = await listenTo(page);
    open.push(socket);
    await socket.next('hello');
    return socket;
  };
  afterEach(() => {
    for (const { socket } of open.splice(0)) socket.terminate();
  });

  it('is told what it says and what is answered, and that it was read', async () => {
    const page = await aPage(server.url, channelId);
    const socket = await listen(page);
    const { id } = (await page.says('m1', 'are you there')).body;
    expect(await socket.next('messages')).toMatchObject({ messages: [{ clientId: 'm1' }], rev: expect.any(String) });
    const ticket = await ticketOf('are you there');
    await ana.post(`/tickets/${ticket.id}/read`);
    expect(await socket.next('read')).toEqual({ type: 'read', to: id });
    await answers('are you there', 'I am');
    expect(await socket.next('messages')).toMatchObject({ messages: [{ by: 'agent', content: { text: 'I am' } }] });
    const status = async () => (await ana.get(`/tickets/${ticket.id}/messages`)).body.data[0].delivery.status;
    expect(await until(status, (now) => now === 'delivered')).toBe('delivered');
    const { rev } = (await page.get('/messages')).body;
    socket.says({ type: 'seen', rev });
    expect(await until(status, (now) => now === 'read')).toBe('read');
  });

  it('is told that somebody writes, and whether anybody is there', async () => {
    await ana.put('/me/presence', { presence: 'online' });
    const page = await aPage(server.url, channelId);
    await page.says('m1', 'who is typing');
    const socket = await listen(page);
    const { id } = await ticketOf('who is typing');
    await ana.post(`/tickets/${id}/take`);
    await ana.post(`/tickets/${id}/typing`);
    expect(await socket.next('typing')).toEqual({ type: 'typing', on: true, name: null });
    await ana.put('/me/presence', { presence: 'away' });
    expect(await socket.next('online')).toEqual({ type: 'online', on: false });
  });

  it('shows who looks at the ticket that its customer writes', async () => {
    const page = await aPage(server.url, channelId);
    await page.says('m1', 'I will tell you more');
    const { id: ticketId } = await ticketOf('I will tell you more');
    const desk = await listenAs(ana);
    await desk.socket.timeout(5000).emitWithAck('here', { ticketId, typing: false, note: false });
    const socket = await listen(page);
    socket.says({ type: 'typing' });
    expect(await desk.next('ticket.customer_typing')).toEqual({ ticketId });
    desk.socket.disconnect();
  });

  it('hears at first how far the others were told, so that it asks for what came while it was let in', async () => {
    const page = await aPage(server.url, channelId);
    await page.says('m1', 'before');
    const { desk } = server;
    const channel = desk.house.current().channels.find(({ id }) => id === channelId);
    const known = await visitorBy(desk, channelId, page.token);
    const due: (() => void)[] = [];
    let online = Promise.resolve(true);
    const attended = { of: () => online, forget: () => undefined };
    const intake = { submit: async () => undefined };
    const later = (_: number, work: () => void) => {
      due.push(work);
      return () => undefined;
    };
    const all = groups({ desk, intake, attended, later });
    const listener = () => {
      const told: { type: string; rev: string }[] = [];
      const socket = { readyState: 1, OPEN: 1 };
      const { visitor } = known ?? {};
      const tell = (word: never) => void told.push(word);
      return { told, ...({ page: { channel, kind: webchat }, visitor, token: page.token, socket, tell } as unknown as Listener) };
    };
    const [first, late] = [listener(), listener()];
    await all.join(first);
    let letIn = (_: boolean) => undefined as unknown;
    online = new Promise((resolve) => (letIn = resolve));
    const joining = all.join(late);
    await page.says('m2', 'meanwhile');
    const { rev } = (await page.get('/messages')).body;
    for (const work of due.splice(0)) work();
    expect(
      await until(
        async () => first.told.at(-1),
        (word) => word?.type === 'messages',
      ),
    ).toMatchObject({ rev });
    letIn(true);
    await joining;
    expect(late.told).toEqual([{ type: 'hello', rev, online: true }]);
    await all.stop();
  });

  it('of nobody any more is told so, and closed', async () => {
    const page = await aPage(server.url, channelId);
    const socket = await listen(page);
    const former = Object.assign(new Page(server.url, channelId), { token: page.token });
    await page.post('/sign-out');
    await socket.next('bye');
    expect(await socket.end()).toBe(4401);
    const late = await listenTo(former);
    await late.next('bye');
    expect(await late.end()).toBe(4401);
  });

  it('is one of a few of the same visitor', async () => {
    const page = await aPage(server.url, channelId);
    for (let at = 0; at < 6; at++) await listen(page);
    expect(await (await listenTo(page)).end()).toBe(4429);
  });

  it('survives what is no word', async () => {
    const socket = await listen(await aPage(server.url, channelId));
    for (const word of ['{', 'null', '[]', '{"type":"seen"}', '{"type":"seen","rev":7}']) socket.socket.send(word);
    socket.says({ type: 'ping' });
    expect(await socket.next('pong')).toEqual({ type: 'pong' });
  });
});

it.each(['/webchat/none/live', '/socket.io/?EIO=4&transport=websocket', '/elsewhere'])(
  'stands when a line to %s breaks off before it is one',
  async (path) => {
    const { hostname: host, port } = new URL(server.url);
    for (const wait of [0, 0, 1, 1, 3, 3]) {
      const line = connect(Number(port), host).on('error', () => undefined);
      line.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
      await new Promise((done) => setTimeout(done, wait));
      line.resetAndDestroy();
    }
    expect((await server.admin.get('/me')).status).toBe(200);
  },
);

/** What may happen to a page and its chat, in any order. */
const STEPS = ['says', 'says elsewhere', 'says twice', 'is answered', 'comes back', 'asks', 'reloads', 'is cut off'] as const;

it('loses and doubles nothing, however often it comes back and whatever was said meanwhile', async () => {
  let chats = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...STEPS), { minLength: 4, maxLength: 14 }), async (steps) => {
      const run = `run ${++chats}`;
      const walk = await aWalk(await aPage(server.url, channelId), run);
      for (const step of ['says' as const, ...steps]) {
        server.clock.forward(3_000);
        await walk[step]();
      }
      const { shown, said } = await walk.end();
      expect(shown).toEqual(said);
    }),
    { numRuns: process.env.TEST_SIZE === 'full' ? 200 : 6 },
  );
});

/** A page that keeps what it is told by its messages’ ids, as the widget does, and what was truly said. */
async function aWalk(page: Page, run: string) {
  const screen = new Map<string, { text: string; rev: number }>();
  const said: string[] = [];
  let socket: PageSocket | null = null;
  let place = '0';
  const take = ({ messages, rev }: { messages: { id: string; rev: number; content: { text: string } }[]; rev: string }) => {
    for (const { id, rev: now, content } of messages)
      if ((screen.get(id)?.rev ?? 0) < now) screen.set(id, { text: content.text, rev: now });
    place = rev;
  };
  const asks = async () => {
    for (let more = true; more; ) {
      const { body } = await page.get(`/messages?limit=3&after=${place}`);
      take(body);
      ({ more } = body);
    }
  };
  const drop = () => {
    for (const word of socket?.told.filter(({ type }) => type === 'messages') ?? []) take(word as never);
    socket?.socket.terminate();
    socket = null;
  };
  const says = async () => {
    const text = `${run}: word ${said.length}`;
    said.push(text);
    const { body } = await page.says(`c${said.length}`, text);
    screen.set(body.id, { text, rev: body.rev });
  };
  return {
    says,
    asks,
    // In another tab, so that this one must be told.
    'says elsewhere': async () => {
      const text = `${run}: word ${said.length}`;
      said.push(text);
      expect((await page.says(`c${said.length}`, text)).status).toBe(201);
    },
    // Its answer was lost: the same is said again.
    'says twice': async () => {
      await page.says(`c${said.length + 1}`, `${run}: word ${said.length}`);
      await says();
    },
    'is answered': async () => {
      const text = `${run}: word ${said.length}`;
      await answers(`${run}: word 0`, text);
      said.push(text);
    },
    'comes back': async () => {
      drop();
      socket = await listenTo(page);
      await socket.next('hello');
      await asks();
    },
    reloads: async () => {
      drop();
      screen.clear();
      await page.begins();
      take((await page.get('/messages?limit=100')).body);
    },
    'is cut off': async () => drop(),
    end: async () => {
      drop();
      await asks();
      return { shown: [...screen.values()].map(({ text }) => text).sort(byNumber), said };
    },
  };
}

const byNumber = (one: string, other: string): number => Number(one.split(' ').at(-1)) - Number(other.split(' ').at(-1));

it('takes nothing that it can’t store, and goes on in another process', async () => {
  const page = await aPage(server.url, channelId);
  await page.says('m1', 'to the first');
  const why: unknown[] = [];
  const log = { ...quiet, warn: (_: string, facts?: Record<string, unknown>) => why.push(facts?.cause) };
  const other = (intake: Parameters<typeof openServer>[1]['intake']) =>
    openServer(
      { ...server.desk, log, bus: memoryBus({ log: quiet }) },
      {
        config: { port: 0, host: '127.0.0.1', publicUrl: null, trustProxy: null, metricsToken: null, webApp: null },
        intake,
        trial: openTrial(server.desk, { allowed: false }),
      },
    );
  const full = await other({ submit: () => Promise.reject(new Error('no')), waiting: () => ({ bytes: 0, events: 5000 }) });
  const broken = await other({ submit: () => Promise.reject(new Error('no')), waiting: () => ({ bytes: 0, events: 0 }) });
  for (const { url } of [full, broken]) {
    const there = Object.assign(new Page(url, channelId), { token: page.token });
    const told = await there.says('m2', 'later');
    expect([told.status, told.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await textsOf(there)).toEqual(['to the first']);
  }
  expect(why).toContain('Error: no');
  expect((await page.says('m2', 'later')).status).toBe(201);
  const second = openIntake(server.desk);
  const well = await other(second);
  const there = Object.assign(new Page(well.url, channelId), { token: page.token });
  const { rev } = (await page.get('/messages')).body;
  const socket = await listenTo(there);
  await socket.next('hello');
  expect((await there.says('m3', 'to the second')).status).toBe(201);
  expect(await textsOf(page, `?after=${rev}`)).toEqual(['to the second']);
  const ends = socket.end();
  for (const one of [full, broken, well]) await one.close();
  expect(await ends).toBe(1001);
  await second.stop();
});

it('ends a token when nobody came by it for half a year', async () => {
  const page = await aPage(server.url, channelId);
  server.clock.forward(181 * 24 * 60 * MINUTE);
  expect((await page.get('/messages')).status).toBe(401);
});
