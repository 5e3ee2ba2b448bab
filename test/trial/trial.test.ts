import { openPeople } from '../../src/actions/hearing/people';
import { receive } from '../../src/actions/hearing/receive';
import { ROUTES } from '../../src/http/routes';
import { openDatabase } from '../../src/store/database';
import { listenAs } from '../http/support/listener';
import { databases, type TestDatabase, type TestDatabaseKind } from '../support/database';
import { says } from '../support/desk';
import { aTrialDesk, type TrialDesk } from './a-trial';

// biome-ignore lint/suspicious/noExplicitAny: a test reads the API's JSON as it stands
type Wire = any;
const texts = (messages: readonly Wire[]): string[] => messages.map(({ text }) => text);

let database: TestDatabase;
let trial: TrialDesk;

function eachWithADesk(create: TestDatabaseKind['create']): void {
  beforeEach(async () => {
    database = await create();
    trial = await aTrialDesk(database);
  });
  afterEach(async () => {
    await trial.stop();
    await database.remove();
  });
}

const tickets = async (): Promise<Wire[]> =>
  (await trial.mona.get('/tickets')).body.data.filter(({ channel }: Wire) => channel.name.startsWith('Trial'));

const said = async (text: string, network?: string) =>
  trial.until(`the phone says ${text}`, async () => texts(await trial.phone(network)).includes(text));

/** Up to the moment when a person is wanted. */

async function asksForAPerson(network = 'whatsapp') {
  await trial.say('Hello', network);
  await said('Welcome! What can I do for you?', network);
  const welcome = (await trial.phone(network)).find(({ side }: Wire) => side === 'in');
  const tapped = await trial.mona.post('/trial/phone/tap', { network, message: welcome.id, id: 'person' });
  expect(tapped).toMatchObject({ status: 200, body: { side: 'out', text: 'A person, please' } });
  await said('One moment, I am getting somebody.', network);
}

async function hasATicket(): Promise<Wire> {
  await trial.mona.put('/me/presence', { presence: 'online' });
  await asksForAPerson();
  await trial.until('a ticket', async () => (await tickets()).length === 1);
  return (await tickets())[0];
}

async function hasATicketByTap(): Promise<Wire> {
  await trial.mona.put('/me/presence', { presence: 'online' });
  const [, welcome] = await trial.phone();
  await trial.mona.post('/trial/phone/tap', { network: 'whatsapp', message: welcome.id, id: 'person' });
  await trial.until('a ticket', async () => (await tickets()).length === 1);
  return (await tickets())[0];
}

describe.each(databases())('a trial on $name', ({ create }) => {
  eachWithADesk(create);

  it('goes from the first word to the answered ticket and back to the bot', async () => {
    expect((await trial.mona.get('/trial')).body).toMatchObject({ allowed: true, on: false, channels: [] });
    expect((await trial.mona.post('/trial')).body).toMatchObject({
      allowed: true,
      on: true,
      channels: [
        { kind: 'whatsapp_cloud', name: 'Trial WhatsApp', network: 'whatsapp', business: 'Casa Lumen' },
        { kind: 'instagram', name: 'Trial Instagram', network: 'instagram' },
      ],
      customer: { name: 'Trial customer' },
    });

    const ticket = await hasATicket();
    expect(ticket).toMatchObject({ status: 'active', assignee: { name: 'Mona' }, contact: { name: 'Trial customer' } });
    expect((await trial.phone())[1]).toMatchObject({
      side: 'in',
      choices: [{ title: 'Where is my order?' }, { title: 'Opening hours' }, { title: 'A person, please' }],
    });

    await trial.mona.post(`/tickets/${ticket.id}/messages`, { content: { type: 'text', text: 'Happy to help.' } });
    await said('Happy to help.');
    await trial.until('the desk sees that it was read', async () => {
      const { data } = (await trial.mona.get(`/tickets/${ticket.id}/messages`)).body;
      return data.find(({ content }: Wire) => content.text === 'Happy to help.').delivery.status === 'read';
    });
    await trial.mona.post(`/tickets/${ticket.id}/read`);
    await trial.until('blue ticks on the phone', async () =>
      (await trial.phone()).filter(({ side }: Wire) => side === 'out').every(({ ticks }: Wire) => ticks === 'read'),
    );

    expect((await trial.mona.post(`/tickets/${ticket.id}/close`)).status).toBe(200);
    const before = (await trial.phone()).length;
    await trial.say('Hello again');
    await trial.until('the bot is back', async () => (await trial.phone()).length > before + 1);
    expect((await trial.phone()).at(-1).text).toBe('Welcome! What can I do for you?');
    expect((await tickets()).map(({ status }) => status)).toEqual(['closed']);
  });

  it('goes on after a restart, with what was said on the phone and the choices that can still be tapped', async () => {
    await trial.mona.post('/trial');
    await trial.say('Hello');
    await said('Welcome! What can I do for you?');
    const before = texts(await trial.phone());
    const { channels } = (await trial.mona.get('/trial')).body;
    const { time } = trial;
    await trial.stop();

    trial = await aTrialDesk(database, { time });
    expect((await trial.mona.get('/trial')).body).toMatchObject({ on: true, channels });
    expect(texts(await trial.phone())).toEqual(before);
    const ticket = await hasATicketByTap();
    await trial.mona.post(`/tickets/${ticket.id}/messages`, { content: { type: 'text', text: 'Here I am.' } });
    await said('Here I am.');
  });

  it('is removed without a trace, in the middle of everything', async () => {
    await trial.mona.put('/me/presence', { presence: 'online' });
    const real = (await trial.mona.post('/channels', { kind: 'whatsapp_cloud', name: 'Sales', config: CONFIG })).body;
    await hears(real.id, '15550100777');
    const luis = (await trial.mona.post('/agents', { name: 'Luis', email: 'luis@example.com', password: 'Correct-horse-9', role: 'agent' }))
      .body;
    const before = await rowsOf(database);
    const key = { 'idempotency-key': 'once' };
    expect(await trial.mona.post('/trial', {}, key)).toMatchObject({ status: 201 });
    const ticket = await hasATicket();
    await asksForAPerson('instagram');
    await trial.mona.post(`/tickets/${ticket.id}/messages`, { content: { type: 'text', text: 'Happy to help.' } }, key);
    await trial.mona.post(`/tickets/${ticket.id}/notes`, { text: 'They seem nice.' }, key);
    await trial.mona.post(`/tickets/${ticket.id}/notes`, { text: '@Luis look', mentions: [luis.id] });
    await trial.mona.put(`/tickets/${ticket.id}/draft`, { text: 'You are wel' });
    await trial.mona.put('/trial/weather', { errors: 10, delay: 1000, duplicate: 10 });
    await trial.mona.post(`/tickets/${ticket.id}/messages`, { content: { type: 'text', text: 'It never arrives.' } });
    await trial.say('One more');
    const { botId, channels } = (await trial.mona.get('/trial')).body;
    await trial.mona.patch(`/channels/${real.id}`, { botId });

    expect((await trial.mona.delete('/trial')).status).toBe(204);
    trial.time.forward(60_000);
    await hears(channels[0].id, '15550100778');
    await trial.desk.queue.stop();
    // What admins did stays on record, and that the real channel had another bot.
    expect(await rowsOf(database)).toEqual({ ...before, audit: expect.any(Number), former_values: 1 });
    expect((await trial.mona.get('/trial')).body).toMatchObject({ on: false, channels: [], botId: null });
    expect((await trial.mona.get(`/channels/${real.id}`)).body.botId).toBeNull();
    expect((await trial.mona.get('/tickets')).body.data).toMatchObject([
      { channel: { name: 'Sales' }, contact: { address: '15550100777' } },
    ]);
    expect((await trial.mona.get('/tickets?q=Happy')).body.data).toEqual([]);
  });
});

describe.each(databases().slice(0, 1))('a trial', ({ create }) => {
  eachWithADesk(create);

  it('has the same customer on Instagram', async () => {
    await trial.mona.post('/trial');
    await asksForAPerson('instagram');
    await trial.until('a ticket', async () => (await tickets()).length === 1);
    expect((await tickets())[0]).toMatchObject({ channel: { kind: 'instagram' }, contact: { name: 'Trial customer' } });
    expect((await trial.mona.get('/contacts')).body.data).toHaveLength(1);
  });

  it('tells the phone what is new, and no more', async () => {
    await trial.mona.post('/trial');
    const { rev, thread } = (await trial.mona.get('/trial/phone?network=whatsapp')).body;
    expect(thread.messages).toEqual([]);
    expect((await trial.mona.get(`/trial/phone?network=whatsapp&after=${rev}`)).body).toEqual({ rev, thread: null });
    await trial.say('Hello');
    const next = (await trial.mona.get(`/trial/phone?network=whatsapp&after=${rev}`)).body;
    expect([next.rev > rev, texts(next.thread.messages)]).toEqual([true, ['Hello']]);
  });

  it('shows the reactions of both sides, and refuses to tap what is not there', async () => {
    await trial.mona.post('/trial');
    await trial.say('Hello');
    await said('Welcome! What can I do for you?');
    const [hello, welcome] = await trial.phone();
    const reacted = await trial.mona.post('/trial/phone/react', { network: 'whatsapp', message: welcome.id, emoji: '👍' });
    expect(reacted).toMatchObject({ status: 200, body: { reactions: { customer: '👍', business: null } } });
    const wrong = await trial.mona.post('/trial/phone/tap', { network: 'whatsapp', message: hello.id, id: 'person' });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'invalid', errors: [{ path: 'id' }] } });
  });

  it('leaves nothing doubled when everything comes twice and in disorder', async () => {
    await trial.mona.post('/trial');
    const worse = await trial.mona.put('/trial/weather', { duplicate: 10, reorder: 5, delay: 400 });
    expect(worse).toMatchObject({ status: 200, body: { duplicate: 10, reorder: 5, delay: 400, errors: 0 } });
    const ticket = await hasATicket();
    await trial.mona.post(`/tickets/${ticket.id}/messages`, { content: { type: 'text', text: 'Happy to help.' } });
    await said('Happy to help.');
    for (let seconds = 0; seconds < 12; seconds++) {
      trial.time.forward(1000);
      await new Promise(setImmediate);
    }
    const { data } = (await trial.mona.get(`/chats/${ticket.chatId}/messages`)).body;
    const spoken = ['A person, please', 'Happy to help.', 'Hello', 'One moment, I am getting somebody.', 'Welcome! What can I do for you?'];
    expect(data.map(({ content }: Wire) => content.text ?? content.title).sort()).toEqual(spoken);
    expect(texts(await trial.phone()).sort()).toEqual(spoken);
    expect((await trial.mona.put('/trial/weather', {})).body).toEqual({ duplicate: 0, reorder: 0, delay: 0, errors: 0 });
  });

  it('pauses its channels and says why where it is not allowed any more, and goes on where it is again', async () => {
    await trial.mona.post('/trial');
    await trial.stop();
    trial = await aTrialDesk(database, { allowed: false });
    expect((await trial.mona.get('/trial')).body).toMatchObject({ allowed: false, on: false });
    expect((await trial.mona.post('/trial')).body).toMatchObject({ status: 403, code: 'trial_not_allowed' });
    const states = async () => (await trial.mona.get('/channels')).body.data.map(({ state }: Wire) => state);
    expect(await states()).toEqual(
      Array(2).fill(expect.objectContaining({ status: 'paused', reason: expect.stringContaining('TRIAL=on') })),
    );
    expect((await trial.say('Hello')).body).toMatchObject({ status: 404, code: 'not_found' });

    await trial.stop();
    trial = await aTrialDesk(database);
    expect(await states()).toEqual(Array(2).fill(expect.objectContaining({ status: 'ok', reason: null })));
  });

  it('is one, however often it is begun', async () => {
    const begun = await Promise.all([trial.mona.post('/trial'), trial.mona.post('/trial')]);
    expect(begun.map(({ status }) => status)).toEqual([201, 201]);
    expect(begun[0].body.channels).toEqual(begun[1].body.channels);
    expect((await trial.mona.get('/channels')).body.data.map(({ trial }: Wire) => trial)).toEqual([true, true]);
    expect((await trial.mona.get('/bots')).body.data.map(({ name }: Wire) => name)).toEqual(['Trial bot']);
  });

  it('tells open screens that its tickets are gone', async () => {
    await trial.mona.post('/trial');
    const { id } = await hasATicket();
    const { socket } = await listenAs(trial.luis);
    const gone = new Promise((resolve) =>
      socket.on('ticket.updated', (payload: Wire) => {
        if (payload.gone) resolve(payload);
      }),
    );
    await trial.mona.delete('/trial');
    expect(await gone).toEqual({ id, gone: true });
    socket.disconnect();
  });

  it('can be begun again after it was removed, and removed when there is none', async () => {
    expect((await trial.mona.delete('/trial')).status).toBe(204);
    await trial.mona.post('/trial');
    await trial.mona.delete('/trial');
    expect((await trial.mona.post('/trial')).body).toMatchObject({ on: true });
    await trial.say('Hello');
    await said('Welcome! What can I do for you?');
  });

  it('can neither be given another configuration nor be disconnected like a real channel', async () => {
    await trial.mona.post('/trial');
    const [channel] = (await trial.mona.get('/channels')).body.data;
    expect((await trial.mona.patch(`/channels/${channel.id}`, { config: { phoneNumberId: '12345678' } })).body.code).toBe('invalid');
    expect((await trial.mona.delete(`/channels/${channel.id}`)).body.code).toBe('in_use');
  });

  it('leaves a real channel to the real network, and is itself called nowhere else', async () => {
    await trial.mona.put('/me/presence', { presence: 'online' });
    await trial.mona.post('/trial');
    await asksForAPerson();
    const twin = trial.desk.trialLine?.url;
    expect(new Set(trial.called.map((url) => new URL(url).origin))).toEqual(new Set([twin]));
    trial.called.length = 0;
    const sales = (await trial.mona.post('/channels', { kind: 'whatsapp_cloud', name: 'Sales', config: CONFIG })).body;
    await trial.mona.post('/tickets', { channelId: sales.id, to: '15550100144', content: TEMPLATE });
    await trial.until('the channel calls', async () => trial.called.length > 0);
    expect(new Set(trial.called.map((url) => new URL(url).origin))).toEqual(new Set(['http://127.0.0.1:9']));
  });

  it('answers in the shapes that it describes', async () => {
    await trial.mona.post('/trial');
    await trial.say('Hello');
    await said('Welcome! What can I do for you?');
    for (const route of ROUTES.filter(({ method, tag }) => method === 'get' && tag === 'trial')) {
      const { status, body } = await trial.mona.get(`${route.path}${route.path === '/trial/phone' ? '?network=whatsapp' : ''}`);
      expect([route.path, status, route.answer?.safeParse(body).error?.issues ?? []]).toEqual([route.path, 200, []]);
    }
  });

  it('is for admins on our own page', async () => {
    const calls = ['post /trial', 'delete /trial', 'get /trial', 'get /trial/weather', 'get /trial/phone?network=whatsapp'];
    for (const call of calls) {
      const [method = '', path = ''] = call.split(' ');
      const body = method === 'post' ? {} : undefined;
      expect([call, (await trial.luis.ask(method.toUpperCase(), path, body)).body.code]).toEqual([call, 'forbidden']);
      expect([call, (await trial.stranger.ask(method.toUpperCase(), path, body)).status]).toEqual([call, 401]);
    }
    expect((await trial.mona.post('/trial', {}, { origin: null })).body.code).toBe('origin_missing');
    expect((await trial.mona.post('/trial', {}, { origin: 'https://elsewhere.example' })).body.code).toBe('origin_foreign');
    expect((await trial.mona.get('/trial')).body.on).toBe(false);
  });
});

const CONFIG = {
  phoneNumberId: '300000000000001',
  businessAccountId: '400000000000001',
  accessToken: 'EAAreal',
  appSecret: 'a-real-secret',
};
const TEMPLATE = { type: 'template', name: 'hello_world', language: 'en_US', components: [] };

/** Somebody writes on a channel, as it is heard once the POST was let in. */
const hears = (channelId: string, phone: string) => receive(trial.desk, [{ channelId, heard: says(phone, 'Good morning') }], openPeople());

/** How many rows each table has. */
async function rowsOf(place: TestDatabase): Promise<Record<string, number>> {
  const database = await openDatabase(place.url);
  try {
    const { rows } = await database.query(
      place.dialect === 'sqlite'
        ? "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'message_words_%'"
        : 'select table_name as name from information_schema.tables where table_schema = database()',
    );
    const counts: Record<string, number> = {};
    for (const { name } of rows) counts[String(name)] = Number((await database.query(`select count(*) as n from ${name}`)).rows[0]?.n);
    return counts;
  } finally {
    await database.close();
  }
}
