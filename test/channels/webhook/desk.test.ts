import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sign } from '../../../channels/webhook/signature';
import { handTime, openTwin, type Twin } from '../../../emulator';
import { readConfig } from '../../../src/config';
import { type Running, startDesk } from '../../../src/main';
import { Client } from '../../http/support/client';

const ADMIN = { email: 'admin@example.com', password: 'Correct-horse-9-battery' };
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
let dir: string;
let twin: Twin;
let desk: Running;
let admin: Client;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'relaydesk-'));
  twin = await openTwin({ seed: 'a provider of our own' });
  await twin.act('dial', { receipts: 'none' });
  const env = { DATA_DIR: dir, PORT: '0', ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password, LOG_LEVEL: 'error' };
  desk = await startDesk(readConfig({ ...env, ALLOW_PRIVATE_TARGETS: '127.0.0.1' }, false));
  admin = new Client(desk.url);
  await admin.logIn(ADMIN.email, ADMIN.password);
  await admin.put('/me/presence', { presence: 'online' });
});

afterAll(async () => {
  await desk.stop();
  await twin.close();
  rmSync(dir, { recursive: true, force: true });
});

// biome-ignore lint/suspicious/noExplicitAny: a test reads JSON as it stands
type Wire = any;

const connect = async (name: string, config: object): Promise<Wire> =>
  (await admin.post('/channels', { kind: 'webhook', name, config })).body;

/** A channel whose other side is the twin's. */
async function aHook(name: string): Promise<{ channel: Wire; secret: string; heard: () => Wire[] }> {
  const { secret, outboundUrl } = (await twin.act('hook', { name })) as Wire;
  const channel = await connect(name, { secret, outboundUrl });
  await twin.act('hook', { name, url: channel.webhook.url });
  return { channel, secret, heard: () => (twin.world.hooks.get(name)?.heard ?? []).filter(({ body }) => body.message) };
}

/** Asks again and again: the desk has a clock of its own. */
async function until<T>(look: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (;;) {
    const found = await look();
    if (found) return found;
    await pause(5);
  }
}

const ticketsOf = async ({ id }: Wire): Promise<Wire[]> => (await admin.get(`/tickets?channel=${id}`)).body.data;
const ticketOf = (channel: Wire): Promise<Wire> => until(async () => (await ticketsOf(channel))[0]);
const messagesOf = async (ticket: Wire): Promise<Wire[]> => (await admin.get(`/tickets/${ticket.id}/messages`)).body.data;
const newest = async (ticket: Wire): Promise<Wire> => (await messagesOf(ticket))[0];

async function answer(ticket: Wire, text: string): Promise<void> {
  await admin.post(`/tickets/${ticket.id}/take`);
  const { status } = await admin.post(`/tickets/${ticket.id}/messages`, { content: { type: 'text', text } });
  expect(status).toBe(201);
}

async function told(url: string, event: object, { secret = SECRET, id = 'msg_1', at = Date.now(), headers = {} } = {}): Promise<number> {
  const body = JSON.stringify(event);
  return (await fetch(url, { method: 'POST', body, headers: { ...sign(secret, id, body, at), ...headers } })).status;
}

const writes = (id: string, text: string, contact = 'bo') => ({
  id,
  contact: { id: contact, name: 'Bo' },
  message: { type: 'text', text },
});

it('talks both ways: a customer writes, an agent answers, and the receipt comes back', async () => {
  const { channel, heard } = await aHook('shop');
  await twin.act('hook-tell', { name: 'shop', customer: 'ana', text: 'Is it open today?' });
  const ticket = await ticketOf(channel);
  expect(ticket).toMatchObject({ contact: { name: 'Ana Example' }, channel: { kind: 'webhook' }, replyWindow: null });
  await answer(ticket, 'Until nine.');
  const [call] = await until(() => (heard().length > 0 ? heard() : null));
  expect(call).toMatchObject({
    outcome: 'taken',
    body: { contact: { id: 'ana' }, author: 'agent', message: { type: 'text', text: 'Until nine.' } },
  });
  await twin.act('hook-tell', { name: 'shop', event: { receipt: { messageId: `hook-${call.id}`, status: 'read' } } });
  const sent = await until(async () => ((await newest(ticket)).delivery?.status === 'read' ? newest(ticket) : null));
  expect(sent).toMatchObject({ providerMessageId: `hook-${call.id}`, delivery: { status: 'read', attempts: 1 } });
});

it('hears a call once by its name and a message once by its id, and nothing that is not signed right and now', async () => {
  const { webhook, id } = await connect('dedupe', { secret: SECRET, outboundUrl: `${twin.url}/hook/nobody-1` });
  expect(await told(webhook.url, writes('m-1', 'one'))).toBe(200);
  expect(await told(webhook.url, writes('m-1', 'one'))).toBe(200);
  expect(await told(webhook.url, writes('m-2', 'another under the same name'))).toBe(200);
  expect(await told(webhook.url, writes('m-1', 'one again'), { id: 'msg_2' })).toBe(200);
  for (const wrong of [
    { secret: 'whsec_AAAAAAAA' },
    { at: Date.now() - 6 * 60_000 },
    { at: Date.now() + 6 * 60_000 },
    { headers: { 'webhook-signature': 'v2,x' } },
  ])
    expect(await told(webhook.url, writes('m-3', 'forged'), { id: 'msg_3', ...wrong })).toBe(401);
  const [ticket] = await ticketsOf({ id });
  expect((await messagesOf(ticket)).map(({ content }) => content.text)).toEqual(['one']);
});

it('takes the former secret too once there is a new one, and signs with the new one at once', async () => {
  const { channel, secret, heard } = await aHook('turning');
  await admin.patch(`/channels/${channel.id}`, { config: { secret: SECRET } });
  expect(await told(channel.webhook.url, writes('m-1', 'by the former'), { secret })).toBe(200);
  expect(await told(channel.webhook.url, writes('m-2', 'by the new one'), { id: 'msg_2' })).toBe(200);
  const ticket = await ticketOf(channel);
  await answer(ticket, 'Signed anew');
  await until(async () => (await newest(ticket)).delivery?.error?.code === 'auth');
  await twin.act('hook', { name: 'turning', secret: SECRET });
  await admin.patch(`/channels/${channel.id}`, { config: { outboundUrl: channel.config.outboundUrl } });
  await until(() => heard().some(({ outcome }) => outcome === 'taken'));
});

it('is paused with words when nobody wants it there any more, and goes on when an admin has seen to it', async () => {
  const { channel, heard } = await aHook('gone');
  await twin.act('hook-tell', { name: 'gone', customer: 'ana', text: 'Hello?' });
  const ticket = await ticketOf(channel);
  await twin.act('hook', { name: 'gone', fails: [410] });
  await answer(ticket, 'Anybody there?');
  const paused = await until(async () => {
    const { state } = (await admin.get(`/channels/${channel.id}`)).body;
    return state.status === 'paused' ? state : null;
  });
  expect(paused.reason).toContain('410 Gone');
  await admin.patch(`/channels/${channel.id}`, { config: { outboundUrl: channel.config.outboundUrl } });
  await until(() => heard().some(({ outcome }) => outcome === 'taken'));
  expect(new Set(heard().map(({ id }) => id)).size).toBe(1);
});

it('shows an agent why the other side refuses for good, without what was said', async () => {
  const { channel } = await aHook('strict');
  await twin.act('hook-tell', { name: 'strict', customer: 'ana', text: 'Hello?' });
  const ticket = await ticketOf(channel);
  await twin.act('hook', {
    name: 'strict',
    fails: [{ status: 422, words: { error: { code: 'content_invalid', message: 'No: Something rude' } } }],
  });
  await answer(ticket, 'Something rude');
  const refused = await until(async () => ((await newest(ticket)).delivery?.status === 'failed' ? newest(ticket) : null));
  expect(refused.delivery.error).toMatchObject({ code: 'content_invalid', providerCode: '422/content_invalid', retryable: false });
  expect(refused.delivery.error.detail).toBe('The receiver refuses it (HTTP 422): No: …');
});

it('has another side in the twin that believes nobody, knows repetitions, and repeats itself', async () => {
  const other = await openTwin({ seed: 'by hand', time: handTime(Date.now()) });
  const { secret, outboundUrl } = (await other.act('hook', { fails: [{ status: 500, taken: true }] })) as Wire;
  const call = (id: string, by = secret) => told(outboundUrl, { message: { type: 'text', text: 'x' } }, { id, secret: by });
  expect([await call('one', SECRET), await call('one'), await call('one'), await call('two')]).toEqual([401, 500, 200, 200]);
  expect(other.world.hooks.get('shop')?.heard.map(({ outcome }) => outcome)).toEqual([
    ...['the signature is wrong', 'failed: 500', 'repeated', 'taken'],
  ]);
  await other.act('hook-tell', { text: 'Anybody?' });
  for (const gap of [5_000, 300_000]) await other.advance(gap);
  const [said] = (other.world.hooks.get('shop')?.told ?? []).filter(({ event }) => event.message);
  expect(said?.attempts.map(({ outcome }) => outcome)).toEqual(['nobody listens', 'nobody listens', 'nobody listens']);
  await other.close();
});

describe('the client of docs/channels/webhook.md', () => {
  let child: ChildProcess | undefined;
  afterAll(() => void child?.kill());

  it('works against a desk as it stands there, in forty lines', async () => {
    const page = readFileSync(join(__dirname, '../../../docs/channels/webhook.md'), 'utf8');
    const source = /```js\n([\s\S]+?)```/.exec(page)?.[1] ?? '';
    expect(source.trim().split('\n').length).toBeLessThanOrEqual(45);
    const port = await freePort();
    const channel = await connect('kiosk', { secret: SECRET, outboundUrl: `http://127.0.0.1:${port}/hook` });
    const file = join(dir, 'client.mjs');
    writeFileSync(file, source);
    const env = { ...process.env, SECRET, DESK_WEBHOOK: channel.webhook.url, PORT: String(port) };
    child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    const ticket = await ticketOf(channel);
    expect(ticket.lastMessage ?? (await newest(ticket)).content).toMatchObject({ text: 'Hello, desk' });
    await answer(ticket, 'Hello, Ana 🧉');
    await until(async () => (await newest(ticket)).delivery?.status === 'read');
    expect(printed).toBe('to ana: Hello, Ana 🧉\n');
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}
