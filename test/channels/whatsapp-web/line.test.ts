import { access, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pace } from '../../../channels/whatsapp-web/pace';
import { forget, profileIn, tidyProfile } from '../../../channels/whatsapp-web/session';
import { addBot } from '../../../src/actions/bots/add-bot';
import { disconnectChannel } from '../../../src/actions/channels/disconnect-channel';
import { updateChannel } from '../../../src/actions/channels/update-channel';
import { chatKey } from '../../../src/actions/sending/queue-message';
import { sendMessage } from '../../../src/actions/sending/send-message';
import { answerTicket } from '../../../src/actions/tickets/answer-ticket';
import type { MediaContent } from '../../../src/domain/content';
import type { Ticket } from '../../../src/domain/ticket';
import type { OpenLines } from '../../../src/lines';
import type { Errand } from '../../../src/ports/store';
import { openStore } from '../../../src/store';
import { messageOf, saidIn, text } from '../../support/acts';
import { countingIds, databases, quiet } from '../../support/database';
import { MINUTE } from '../../support/desk';
import { until } from '../support/hand-time';
import type { FakeWhatsApp } from './fake-client';
import { ANA, ANA_HIDDEN, aWebDesk, inProcess, type WebDesk } from './web-desk';

const SECOND = 1000;
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('a line of WhatsApp Web', () => {
  const { create } = databases()[0]!;
  let web: WebDesk;
  const open = async (prepare?: (network: FakeWhatsApp) => void) => {
    const database = await create();
    web = await aWebDesk(database, prepare);
    return web;
  };
  afterEach(() => web.close());

  const ticket = async (at = 0): Promise<Ticket> => {
    await until('a ticket is there', async () => (await web.chats()).length > at);
    return (await web.chats()).at(-1 - at) as Ticket;
  };
  const heard = async (words: readonly string[]): Promise<void> => {
    const { chatId } = await ticket();
    await until(`it reads ${words.join(', ')}`, async () => (await saidIn(web.house, chatId)).join() === words.join());
  };
  const answer = async (words = 'good morning') => {
    const { id } = await ticket();
    return answerTicket(web.house.desk, { ticketId: id, by: web.house.admin, content: text(words) });
  };
  const delivery = async (id: string) => (await messageOf(web.house, id)).delivery;
  const isDelivered = (id: string, status: string) => until(`it is ${status}`, async () => (await delivery(id))?.status === status);
  const linked = async (prepare?: (network: FakeWhatsApp) => void) => {
    await open(prepare);
    await web.is('ready');
  };

  it('shows a picture until a phone is linked, then is ready once however often the library says so', async () => {
    await open((network) => Object.assign(network, { isLinked: false, readies: 5 }));
    await web.is('pairing');
    expect(await web.state()).toMatchObject({ qr: '2@ref1,a,b,c,1', until: web.house.clock.now() + MINUTE });
    const announced = () => web.house.announced.filter(({ name }) => name === 'channel.state_changed').length;
    const before = announced();
    web.network.client.scan();
    await web.is('ready');
    expect(await web.state()).toMatchObject({ account: '15550100001', code: null });
    expect(announced() - before).toBeLessThanOrEqual(2);
    web.network.says(ANA, 'hello');
    await heard(['hello']);
  });

  it('shows a code for a phone that is named, and says when WhatsApp gives none', async () => {
    await open((network) => Object.assign(network, { isLinked: false }));
    await web.is('pairing');
    await web.wish({ type: 'pair', phone: '0123 456' });
    await until('it says so', async () => (await web.state())?.code === 'pairing_refused');
    await web.wish({ type: 'pair', phone: '+1 555 010 0001' });
    await until('a code is there', async () => (await web.state())?.pairingCode === 'ABCD1234');
    web.network.client.scan();
    await web.is('ready');
    await web.wish({ type: 'pair', phone: '+1 555 010 0001' });
    expect((await web.state())?.status).toBe('ready');
  });

  it('hears each message once, of one person under both names, and what the shop writes on its phone', async () => {
    await linked();
    const one = web.network.says(ANA, 'one');
    web.network.says(ANA_HIDDEN, 'one', { name: one.id.id });
    web.network.says(ANA_HIDDEN, 'two');
    await heard(['one', 'two']);
    web.network.writesOnPhone(ANA_HIDDEN, 'three');
    await heard(['one', 'two', 'three']);
    expect(await web.chats()).toHaveLength(1);
    expect((await web.house.messages((await ticket()).chatId)).at(-1)?.author.kind).toBe('channel_app');
  });

  it('finds later that two people are one', async () => {
    await linked((network) => network.names.clear());
    web.network.says(ANA, 'one');
    await until('one is there', async () => (await web.chats()).length === 1);
    web.network.says(ANA_HIDDEN, 'two');
    await until('two are there', async () => (await web.chats()).length === 2);
    web.network.person(ANA, ANA_HIDDEN);
    web.network.says(ANA, 'three');
    const contacts = async () =>
      new Set(await Promise.all((await web.chats()).map(async ({ chatId }) => (await web.house.desk.store.reads.chat(chatId))?.contactId)));
    await until('they are one person', async () => (await contacts()).size === 1);
  });

  it('says that a message was sent once WhatsApp has it', async () => {
    await linked();
    web.network.says(ANA, 'hello');
    const { id } = await answer();
    await web.house.errands();
    expect(await delivery(id)).toMatchObject({ status: 'sent' });
    expect(web.network.sent).toMatchObject([{ chat: ANA, saying: { text: 'good morning' } }]);
    // Because somebody answered, and never by the sending itself.
    expect(web.network.said).toEqual([`seen ${ANA}`]);
    const sent = web.network.messages.at(-1)!;
    web.network.ack(sent, 3);
    await isDelivered(id, 'read');
    await heard(['hello', 'good morning']);
  });

  it('does not know of a message whose receipt never comes, until one comes', async () => {
    await linked();
    web.network.says(ANA, 'hello');
    web.network.fate = 'pending';
    const { id } = await answer();
    const sending = web.house.errands();
    await until('it is on its way', () => web.network.sent.length === 1);
    await web.time.pass(29 * SECOND);
    expect((await delivery(id))?.status).toBe('sending');
    await web.time.pass(2 * SECOND);
    await sending;
    expect(await delivery(id)).toMatchObject({ status: 'uncertain' });
    web.house.clock.forward(10 * MINUTE);
    await web.house.errands();
    expect(web.network.sent).toHaveLength(1);
    await heard(['hello', 'good morning']);
    web.network.ack(web.network.messages.at(-1)!, 2);
    await isDelivered(id, 'delivered');
    await heard(['hello', 'good morning']);
  });

  it('knows its own words again when the library says nothing of them', async () => {
    await linked();
    web.network.says(ANA, 'hello');
    web.network.fate = 'undefined and taken';
    const { id } = await answer();
    await web.house.errands();
    await until('it is known', async () => {
      await web.house.errands();
      return (await delivery(id))?.status === 'sent';
    });
    await heard(['hello', 'good morning']);
    web.network.fate = 'undefined';
    const lost = await answer('anybody there?');
    await web.time.pass(5 * SECOND);
    const sending = web.house.errands();
    await web.time.pass(10 * SECOND);
    await sending;
    expect(await delivery(lost.id)).toMatchObject({ status: 'uncertain', error: { code: 'ambiguous' } });
  });

  it('tells apart what was refused, who is nobody, and what nobody knows', async () => {
    await linked();
    web.network.says(ANA, 'hello');
    const ends: [Partial<FakeWhatsApp>, string][] = [
      [{ fate: 'refused' }, 'failed'],
      [{ fate: { throws: 'Protocol error (Runtime.callFunctionOn): Execution context was destroyed.' } }, 'uncertain'],
      [{ fate: { throws: 'No LID for user' } }, 'failed'],
    ];
    for (const [how, status] of ends) {
      Object.assign(web.network, how);
      const { id } = await answer();
      await web.time.pass(10 * SECOND);
      const sending = web.house.errands();
      await web.time.pass(10 * SECOND);
      await sending;
      expect([how, (await delivery(id))?.status]).toEqual([how, status]);
    }
    expect(JSON.stringify(await web.house.messages((await ticket()).chatId))).not.toContain('callFunctionOn');
  });

  it('sends slowly, and others wait in the queue rather than in the browser', async () => {
    await linked();
    web.network.says(ANA, 'hello');
    for (const words of ['one', 'two', 'three']) await answer(words);
    const sending = web.house.errands();
    await until('the first went', () => web.network.sent.length === 1);
    expect(web.network.sent).toHaveLength(1);
    await web.time.pass(MINUTE);
    await sending;
    await web.house.errands();
    expect(web.network.sent.map(({ saying }) => saying.text)).toEqual(['one', 'two', 'three']);
  });

  it('notices a crash of which nothing tells, starts again, and sends what waited', async () => {
    await linked();
    web.network.says(ANA, 'hello');
    await ticket();
    web.network.client.crash();
    await web.time.pass(31 * SECOND);
    await web.is('waiting');
    await until('it says when it tries again', async () => (await web.state())?.retryAt != null);
    expect(await web.state()).toMatchObject({ code: 'crashed' });
    expect(web.network.running()).toBe(0);
    const { id } = await answer();
    await web.house.errands();
    expect((await delivery(id))?.status).toBe('queued');
    web.network.says(ANA, 'are you there?');
    await web.time.pass(10 * SECOND);
    await web.is('ready');
    expect(web.network.clients).toHaveLength(2);
    await web.house.errands();
    await isDelivered(id, 'sent');
    await heard(['hello', 'good morning', 'are you there?']);
    web.network.client.crash();
    web.network.messages.at(-1)!.ack = 3;
    await web.time.pass(2 * MINUTE);
    await isDelivered(id, 'read');
  });

  it('waits longer each time that WhatsApp can’t be reached, and says when it tries again', async () => {
    await open((network) => Object.assign(network, { trouble: 'net::ERR_NAME_NOT_RESOLVED at https://web.whatsapp.com/' }));
    const waits: number[] = [];
    for (let tries = 1; tries <= 8; tries += 1) {
      const planned = async () => Number((await web.state())?.retryAt ?? 0) - web.house.clock.now();
      await until('it says when it tries again', async () => web.network.clients.length === tries && (await planned()) > 0);
      expect(await web.state()).toMatchObject({ status: 'waiting', code: 'unreachable' });
      waits.push((await planned()) / SECOND);
      await web.time.pass(await planned());
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 300, 300]);
    await until('it has tried', () => web.network.clients.length === 9 && web.time.planned() > 0);
    expect(web.network.running()).toBe(0);
    web.network.trouble = null;
    await web.time.pass(5 * MINUTE);
    await web.is('ready');
  });

  it('takes a page that answers nothing any more for crashed, and one that is busy for a while for busy', async () => {
    await linked();
    const { client } = web.network;
    const answers = client.getState;
    client.getState = () => new Promise(() => undefined);
    await web.time.pass(50 * SECOND);
    client.getState = answers;
    await web.time.pass(60 * SECOND);
    expect([(await web.state())?.status, web.network.clients.length]).toEqual(['ready', 1]);
    client.getState = () => new Promise(() => undefined);
    await web.time.pass(91 * SECOND);
    await until('it has crashed', async () => (await web.state())?.code === 'crashed' || web.network.clients.length === 2);
  });

  it('says that the browser could not be started', async () => {
    await open((network) => Object.assign(network, { trouble: 'Failed to launch the browser process!\nlibnss3.so is missing' }));
    await until('it says so', async () => (await web.state())?.code === 'not_started' && (await web.state())?.retryAt != null);
  });

  it('takes a page that never loads for dead', async () => {
    await open((network) => Object.assign(network, { hangs: true }));
    await until('it is loading', () => web.network.running() === 1);
    await web.time.pass(2 * MINUTE + SECOND);
    await web.is('waiting');
    await until('it has ended', () => web.network.running() === 0);
  });

  it('needs an admin once the phone has unlinked it, and asks for a picture then', async () => {
    await linked();
    const folder = join(web.folder, web.channel.id);
    await mkdir(join(folder, 'session'), { recursive: true });
    web.network.unlink();
    await web.is('failed');
    expect(await web.state()).toMatchObject({ code: 'logged_out' });
    await until('it has ended', () => web.network.running() === 0);
    await until('its session is gone', () =>
      access(join(folder, 'session')).then(
        () => false,
        () => true,
      ),
    );
    await web.time.pass(60 * MINUTE);
    expect([web.network.clients.length, web.time.planned()]).toEqual([1, 0]);
    await web.wish({ type: 'restart' });
    await web.is('pairing');
  });

  it('logs out when an admin says so', async () => {
    await linked();
    await web.wish({ type: 'log_out' });
    await web.is('failed');
    await until('it has ended', () => web.network.running() === 0);
    expect(web.network.isLinked).toBe(false);
  });

  it('fetches 300 messages that were missed, once each, for people and not for the bot', async () => {
    await linked();
    web.network.says(ANA, 'hello');
    await heard(['hello']);
    await web.lines.stop();
    expect((await web.state())?.status).toBe('starting');
    for (let at = 0; at < 300; at += 1) {
      web.house.clock.forward(SECOND);
      web.network.says(at % 2 ? ANA : ANA_HIDDEN, `missed ${at}`);
    }
    web.network.put({ fromMe: true, chat: ANA, body: 'from the phone' });
    web.house.clock.forward(20 * MINUTE);
    const again = inProcess(web.house, web.house.desk, web.folder);
    web.lines = again.lines;
    await again.lines.look();
    const { chatId } = await ticket();
    const count = async () => Number((await web.house.desk.store.reads.chat(chatId))?.seq);
    await until('all are there', async () => (await count()) >= 302);
    web.network.says(ANA, 'live');
    await until('that too', async () => (await count()) >= 303);
    const page = (await web.house.desk.store.reads.messages({ chatId }, { limit: 200, cursor: null })).data;
    const words = page.map(({ content, context }) => [content.type === 'text' ? content.text : '', context?.missed === true]);
    expect(words.slice(0, 3)).toEqual([
      ['live', false],
      ['from the phone', false],
      ['missed 299', true],
    ]);
    expect(await count()).toBe(303);
    expect(await web.chats()).toHaveLength(1);
  });

  it('leaves what was missed to people, and to the bot what is new', async () => {
    await linked();
    const reply = [{ type: 'text', text: 'I am a bot' }];
    const bot = await addBot(web.house.desk, {
      name: 'Front',
      kind: 'rules',
      config: { rules: [{ when: { any: true }, reply, then: 'stay' }] },
    });
    await updateChannel(web.house.desk, { channelId: web.channel.id, botId: bot.id });
    await until('it has caught up', async () => (await web.house.desk.store.reads.line(web.channel.id))?.kept?.heardAt !== undefined);
    await web.lines.stop();
    web.house.clock.forward(MINUTE);
    web.network.says(ANA, 'missed');
    web.house.clock.forward(MINUTE);
    web.lines = inProcess(web.house, web.house.desk, web.folder).lines;
    await web.lines.look();
    expect((await ticket()).assigneeId).toBe(web.house.admin.id);
    await web.house.errands();
    expect(web.network.sent).toEqual([]);
    web.network.says('15550100102@c.us', 'live');
    await until('the bot has answered', async () => {
      await web.house.errands();
      return web.network.sent.length === 1;
    });
    expect(web.network.sent[0]).toMatchObject({ chat: '15550100102@c.us', saying: { text: 'I am a bot' } });
  });

  it('keeps nowhere what was taken back, and what was said before an edit only with its message', async () => {
    await linked();
    const secret = web.network.says(ANA, 'my secret');
    await heard(['my secret']);
    const own = web.network.writesOnPhone(ANA, 'our secret');
    web.network.ack(own, 3);
    await heard(['my secret', 'our secret']);
    web.network.client.happens('message_edit', { ...secret, body: 'my other secret' }, 'my other secret', 'my secret');
    await heard(['my other secret', 'our secret']);
    for (const message of [secret, own])
      web.network.client.happens('message_revoke_everyone', { ...message, type: 'revoked', body: '' }, message);
    await heard(['unsupported', 'unsupported']);
    await web.house.errands();
    const events = await web.house.desk.store.reads.webhookEvents(web.channel.id, null, { limit: 200, cursor: null });
    expect(events.data.length).toBeGreaterThan(5);
    expect(JSON.stringify(events.data)).not.toContain('secret');
  });

  it('loads files through the browser, once there is something to load', async () => {
    await linked();
    const message = web.network.says(ANA, 'look', { type: 'image', hasMedia: true, mimetype: 'image/png' });
    const { chatId } = await ticket();
    const picture = async () => (await web.house.messages(chatId))[0]?.content as MediaContent;
    await web.house.errands();
    expect(await picture()).toMatchObject({ type: 'image', caption: 'look', state: 'waiting' });
    web.network.files.set(message.id._serialized, { mimetype: 'image/png', base64: PIXEL });
    web.house.clock.forward(10 * SECOND);
    await web.house.errands();
    expect(await picture()).toMatchObject({ state: 'ready', mime: 'image/png', width: 1 });
  });

  it('does not begin a file that would break the browser, and asks no more for it', async () => {
    await linked();
    const message = web.network.says(ANA, 'look', { type: 'document', hasMedia: true, mimetype: 'video/mp4' });
    web.network.files.set(message.id._serialized, { mimetype: 'video/mp4', base64: PIXEL, size: 2e9 });
    const { chatId } = await ticket();
    await web.house.errands();
    expect((await web.house.messages(chatId))[0]?.content).toMatchObject({ state: 'failed', problem: 'too_large' });
  });

  it('leaves nothing behind when its channel is disconnected: no device, no session, no browser', async () => {
    await linked();
    await mkdir(join(web.folder, web.channel.id, 'session'), { recursive: true });
    await disconnectChannel(web.house.desk, { channelId: web.channel.id });
    await web.lines.look();
    await expect(access(join(web.folder, web.channel.id))).rejects.toThrow('ENOENT');
    expect([web.network.isLinked, web.network.running(), web.time.planned()]).toEqual([false, 0, 0]);
  });

  it('tells again what could not be stored, and loses nothing', async () => {
    await linked();
    const { store } = web.house.desk;
    const { atomically } = store;
    let broken = 3;
    Object.assign(store, {
      atomically: (...given: Parameters<typeof atomically>) =>
        broken-- > 0 ? Promise.reject(new Error('the disk is full')) : atomically(...given),
    });
    web.network.says(ANA, 'hello');
    await until('it was refused', () => broken < 3);
    await web.time.pass(MINUTE);
    await heard(['hello']);
    Object.assign(store, { atomically });
  });
});

describe.each(databases())('two processes and one line on $name', ({ create }) => {
  it('is held by one of them, which alone is asked, and taken over when that one falls silent', async () => {
    const database = await create();
    const web = await aWebDesk(database);
    const count = countingIds();
    const otherId = () => `other${count()}`;
    const store = await openStore({
      url: database.url,
      clock: web.house.clock,
      log: quiet,
      newId: otherId,
      random: () => 0.5,
      owner: false,
    });
    const other = inProcess(web.house, { ...web.house.desk, store, newId: otherId }, web.folder);
    const isTheirs = (lines: OpenLines) => lines.ready(web.channel.id) !== undefined;
    try {
      await web.is('ready');
      await Promise.all([other.lines.look(), web.lines.look(), other.lines.look()]);
      expect([isTheirs(web.lines), isTheirs(other.lines), web.network.clients.length]).toEqual([true, false, 1]);
      // A process that stands still lets its lease end.
      await web.house.desk.store.leases.take(`line:${web.channel.id}`, 0);
      await other.lines.look();
      await until('the other one is ready', () => isTheirs(other.lines));
      await web.lines.look();
      expect([isTheirs(web.lines), isTheirs(other.lines), web.network.running()]).toEqual([false, true, 1]);
      expect((await web.state())?.status).toBe('ready');
      await web.wish({ type: 'restart' });
      expect(web.network.clients).toHaveLength(2);
      await other.lines.look();
      await until('the one who holds the line has met the wish', () => web.network.clients.length === 3);
    } finally {
      await other.lines.stop();
      await store.close();
      await web.close();
    }
  });

  it('does not put off what the other one, whose line is ready by now, is to send', async () => {
    const web = await aWebDesk(await create());
    const { desk } = web.house;
    try {
      await web.is('ready');
      web.network.says(ANA, 'hello');
      await until('a ticket is there', async () => (await web.chats()).length > 0);
      const { id = '', chatId = '' } = (await web.chats())[0] ?? {};
      const name = chatKey(chatId);
      const message = await answerTicket(desk, { ticketId: id, by: web.house.admin, content: text('good morning') });
      const [errand] = await desk.store.reads.errandsOf(name, 1);
      const hold = { name, token: (await desk.store.leases.take(name, 15 * SECOND)) ?? '' };
      await sendMessage({ ...desk, lines: { ready: () => undefined } }, errand as Errand, hold);
      expect(await desk.store.reads.errandsOf(name, 1)).toEqual([errand]);
      expect((await messageOf(web.house, message.id)).delivery).toMatchObject({ status: 'queued', error: null });
    } finally {
      await web.close();
    }
  });
});

it('keeps nobody waiting for an hour that its clock was put back by', async () => {
  let now = 100 * MINUTE;
  const after = (ms: number, work: () => void) => {
    now += ms;
    work();
    return () => undefined;
  };
  const waitTurn = pace({ now: () => now, after, random: () => 0.5 });
  for (let sent = 0; sent < 3; sent += 1) await waitTurn(ANA);
  now -= 60 * MINUTE;
  await waitTurn(ANA);
  expect(now).toBeLessThan(41 * MINUTE);
});

it('takes the marks of a browser that crashed away, and no more', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'profile-'));
  await mkdir(profileIn(folder), { recursive: true });
  await symlink(`a-machine-${process.pid}`, join(profileIn(folder), 'SingletonLock'));
  await writeFile(join(profileIn(folder), 'Cookies'), 'x');
  await tidyProfile(folder);
  await expect(access(join(profileIn(folder), 'SingletonLock'))).rejects.toThrow('ENOENT');
  await access(join(profileIn(folder), 'Cookies'));
  await forget(folder);
  await rm(folder, { recursive: true });
});
