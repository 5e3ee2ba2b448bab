import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handTime, openTwin, type Twin } from '../../emulator';
import { picture, voiceNote } from '../../emulator/samples';
import { readConfig } from '../../src/config';
import { type Running, startDesk } from '../../src/main';
import { HOUR, type Wire } from './support';

const ADMIN = { email: 'admin@example.com', password: 'Correct-horse-9-battery' };
let dir: string;
let twin: Twin;
let desk: Running;
let cookie: string;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'relaydesk-'));
  twin = await openTwin({ seed: 'a desk in bad weather', time: handTime(Date.now()) });
  const env = {
    DATA_DIR: dir,
    PORT: '0',
    GRAPH_API_URL: twin.url,
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    LOG_LEVEL: 'error',
  };
  desk = await startDesk(readConfig(env, false));
  const answer = await fetch(`${desk.url}/api/v1/session`, {
    method: 'POST',
    body: JSON.stringify(ADMIN),
    headers: { 'content-type': 'application/json', origin: desk.url },
  });
  cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  await connect('whatsapp', 'whatsapp_cloud', {});
  await connect('instagram', 'instagram', { login: 'instagram' });
  await connect('messenger', 'messenger', {});
  await api('me/presence', { presence: 'online' }, {}, 'PUT');
});

afterAll(async () => {
  await desk.stop();
  await twin.close();
  rmSync(dir, { recursive: true, force: true });
});

async function api(path: string, body?: object, headers: Record<string, string> = {}, method = 'POST'): Promise<Wire> {
  const options = body === undefined ? {} : { method, body: JSON.stringify(body) };
  const answer = await fetch(`${desk.url}/api/v1/${path}`, {
    ...options,
    headers: { 'content-type': 'application/json', origin: desk.url, cookie, ...headers },
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return answer.json();
}

/** As an admin would: a channel with what the twin printed, and its address pasted at the twin. */
async function connect(account: 'whatsapp' | 'instagram' | 'messenger', kind: string, more: object): Promise<void> {
  const { id, businessId, token, appSecret, verifyToken } = twin.account(account);
  const ids = { whatsapp: { phoneNumberId: id, businessAccountId: businessId }, instagram: { accountId: id }, messenger: { pageId: id } }[
    account
  ];
  const channel = await api('channels', { kind, name: account, config: { ...ids, accessToken: token, appSecret, verifyToken, ...more } });
  await twin.act('webhook', { account, url: channel.webhook.url });
}

/** Everything in every chat, by the ticket that holds it. */
async function conversations(): Promise<Map<string, Wire[]>> {
  const { data } = await api('tickets?limit=50');
  const chats = await Promise.all(data.map(async ({ id }: Wire) => [id, (await api(`tickets/${id}/messages?limit=100`)).data]));
  return new Map(chats as [string, Wire[]][]);
}

/** Asks again and again: the desk has a clock of its own. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise(setImmediate);
}

/** What was sent as a message: marks of reading are calls too. */
const messagesSent = () => twin.world.sends.filter(({ messageId }) => messageId !== null);

it('hears every message once, however often and in whatever order it is told', async () => {
  await twin.act('dial', { duplicate: 0.3, reorder: 0.3, delay: 900, drop: 0.3, batch: 4 });
  const people = [
    ['whatsapp', 'ana'],
    ['whatsapp', 'bruno'],
    ['whatsapp', 'dana'],
    ['instagram', 'ana'],
    ['messenger', 'ana'],
  ] as const;
  for (let said = 0; said < 20; said++)
    for (const [account, customer] of people) await twin.act('say', { account, customer, text: `${said}` });
  await twin.advance(3 * HOUR);
  expect(twin.posts().every(({ state }) => state === 'delivered')).toBe(true);
  const chats = [...(await conversations()).values()];
  const texts = chats.map((messages) => messages.map(({ content }) => content.text).sort());
  expect(texts).toEqual(people.map(() => Array.from({ length: 20 }, (_, index) => `${index}`).sort()));
});

it('keeps one message for each answer, read in the end, though statuses and echoes come first, twice and out of order', async () => {
  await twin.act('dial', { duplicate: 0.5, reorder: 0.5, delay: 900, drop: 0.2, early: 0.5 });
  const before = await conversations();
  for (const id of before.keys())
    for (let answer = 0; answer < 5; answer++)
      await api(
        `tickets/${id}/messages`,
        { content: { type: 'text', text: `Answer ${answer}` } },
        { 'idempotency-key': `${id}/${answer}` },
      );
  const answers = async () =>
    [...(await conversations()).values()].map((messages) => messages.filter(({ direction }) => direction === 'out'));
  await until(() => messagesSent().length === 25);
  await twin.advance(3 * HOUR);
  await until(async () => (await answers()).flat().every(({ delivery }) => delivery.status === 'read'));
  expect((await answers()).map((messages) => messages.map(({ content }) => content.text).sort())).toEqual(
    [...before.keys()].map(() => Array.from({ length: 5 }, (_, index) => `Answer ${index}`)),
  );
  expect(messagesSent().map(({ outcome }) => outcome)).toEqual(Array.from({ length: 25 }, () => 'accepted'));
});

it.each([
  ['a status', 'whatsapp', 'emil'],
  ['the echo with our name', 'messenger', 'ana'],
])(
  'sends nothing twice when Graph takes a message and answers that it failed: %s on %s tells that it went',
  async (_, account, customer) => {
    const hello = `Hallo von ${customer}`;
    await twin.act('reset');
    await twin.act('say', { account, customer, text: hello });
    await twin.advance();
    await twin.act('dial', { errorsAfter: 1 });
    const [ticket] = [...(await conversations())].find(([, messages]) => messages.some(({ content }) => content.text === hello)) as [
      string,
      Wire[],
    ];
    await api(`tickets/${ticket}/messages`, { content: { type: 'text', text: 'Guten Tag' } }, { 'idempotency-key': customer });
    const answer = async () => (await conversations()).get(ticket)?.find(({ direction }) => direction === 'out');
    await until(async () => (await answer()).delivery.status === 'uncertain');
    await twin.advance(HOUR);
    expect((await answer()).delivery.status).toBe('read');
    expect(messagesSent().map(({ outcome }) => outcome)).toEqual(['accepted, failed']);
  },
);

it('hands files over to the twin, names them in messages, and heads a template with one', async () => {
  await twin.act('reset');
  await twin.act('dial', { duplicate: 0, reorder: 0, delay: 0, drop: 0, early: 0, errorsAfter: 0, batch: 1 });
  const upload = async (bytes: Buffer, fileName: string): Promise<string> => {
    const headers = { origin: desk.url, cookie, 'content-type': 'application/octet-stream' };
    const answer = await fetch(`${desk.url}/api/v1/media?fileName=${fileName}`, { method: 'POST', headers, body: new Uint8Array(bytes) });
    return (await answer.json()).id;
  };
  const say = (id: string, content: object) => api(`tickets/${id}/messages`, { content });
  for (const account of ['whatsapp', 'instagram', 'messenger']) await twin.act('say', { account, customer: 'ana', type: 'voice' });
  await twin.advance();
  const ticketOf = async (kind: string, name: string | null) =>
    (await api('tickets?limit=50')).data.find(({ channel, contact }: Wire) => channel.kind === kind && contact.name === name).id;
  const [whatsapp, instagram] = [await ticketOf('whatsapp_cloud', 'Ana Example'), await ticketOf('instagram', null)];
  const messenger = await ticketOf('messenger', null);
  const [png, ogg, pdf] = [
    await upload(picture(), 'sky.png'),
    await upload(voiceNote(), 'note.ogg'),
    await upload(Buffer.from('%PDF-1.4\n%%EOF\n'), 'bill.pdf'),
  ];
  await say(whatsapp, { type: 'image', mediaId: png, caption: 'Ours' });
  await say(whatsapp, { type: 'voice', mediaId: ogg });
  const parameters = [
    { component: 'header', name: '1', mediaId: pdf },
    { component: 'body', name: 'name', value: 'Ana' },
    { component: 'body', name: 'number', value: '7' },
    { component: 'button', index: 0, name: '1', value: 'x7' },
  ];
  await say(whatsapp, { type: 'template', name: 'your_invoice', language: 'en_US', parameters, components: [] });
  await say(instagram, { type: 'image', mediaId: png, caption: 'Ours' });
  await say(instagram, { type: 'document', mediaId: pdf });
  await say(messenger, { type: 'document', mediaId: ogg });
  await say(messenger, { type: 'document', mediaId: pdf });
  await until(() => messagesSent().length === 8);
  expect(messagesSent().map(({ outcome }) => outcome)).toEqual(Array.from({ length: 8 }, () => 'accepted'));
  const media = [...twin.world.media.values()].filter(({ bytes }) => bytes.length > 0).map(({ mime, as = null }) => [mime, as]);
  expect(media.slice(3).sort()).toEqual([
    ['application/pdf', null],
    ['application/pdf', 'file'],
    ['application/pdf', 'file'],
    ['audio/ogg', null],
    ['audio/ogg', 'file'],
    ['image/png', null],
    ['image/png', 'image'],
  ]);
  await twin.advance(HOUR);
  await until(async () =>
    [...(await conversations()).values()].flat().every(({ direction, delivery }) => direction === 'in' || delivery.status === 'read'),
  );
});

it('knows the templates of the account from the start, fills them, and hears at once when Meta pauses one', async () => {
  await twin.act('dial', { duplicate: 0, reorder: 0, delay: 0, drop: 0, early: 0, errorsAfter: 0, batch: 1 });
  const { data: channels } = await api('channels');
  const { id } = channels.find(({ kind }: Wire) => kind === 'whatsapp_cloud');
  const named = async (name: string) =>
    (await api(`channels/${id}/templates`)).data.find((one: Wire) => one.name === name && one.language === 'en_US');
  await until(async () => (await api(`channels/${id}/templates`)).sync.syncedAt !== null);
  expect(await named('order_update')).toMatchObject({
    usable: true,
    parameters: [
      { component: 'body', name: '1', kind: 'text', example: 'example 1' },
      { component: 'body', name: '2', kind: 'text', example: 'example 2' },
    ],
  });
  expect(await named('spring_sale')).toMatchObject({ usable: false, unusable: 'paused' });
  const parameters = [{ name: '1', value: 'Emil' }];
  expect(await api(`channels/${id}/templates/preview`, { name: 'order_update', language: 'en_US', parameters })).toEqual({
    header: null,
    text: 'Hello Emil, your order {{2}} is on its way.',
    footer: null,
    buttons: ['Where is it?', 'Thank you'],
    errors: [{ path: 'body.2', message: 'needs a value' }],
  });
  await twin.act('template', { name: 'order_update', status: 'PAUSED', reason: 'FIRST_PAUSE' });
  await twin.advance();
  await until(async () => (await named('order_update')).usable === false);
  await twin.act('template', { name: 'news', body: 'Good news, {{1}}.' });
  await twin.advance();
  await until(async () => (await named('news'))?.usable === true);
  await twin.act('account', { id: twin.account('whatsapp').id, trouble: 'token_expired' });
  expect(await api(`channels/${id}/templates/sync`, {})).toMatchObject({ problem: { code: 'auth' } });
  expect(await named('news')).toMatchObject({ usable: true });
});

it('goes on in one chat with a customer who takes another number and another id, and answers to the new number', async () => {
  await twin.act('reset');
  await twin.act('dial', { duplicate: 0.5, reorder: 0, delay: 0, drop: 0, early: 0, errorsAfter: 0, batch: 1 });
  await twin.act('say', { customer: 'ana', text: 'Before' });
  await twin.act('move', { customer: 'ana', phone: '15550100777', userId: 'US.90000000000000000777' });
  await twin.act('say', { customer: 'ana', text: 'After' });
  await twin.advance();
  const chats = [...(await conversations())].map(([id, messages]) => [id, messages.map(({ content }) => content.text)] as const);
  const [found, ...others] = chats.filter(([, texts]) => texts.includes('Before') || texts.includes('After'));
  expect([found?.[1], others]).toEqual([expect.arrayContaining(['Before', 'After']), []]);
  await api(`tickets/${found?.[0]}/messages`, { content: { type: 'text', text: 'To the new one' } }, { 'idempotency-key': 'moved' });
  await until(() => twin.world.sends.some(({ body }) => (body as Wire).to === '+15550100777'));
  expect((await api(`tickets/${found?.[0]}`)).contact.address).toBe('15550100777');
});
