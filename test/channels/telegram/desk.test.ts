import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { disconnectChannel } from '../../../src/actions/channels/disconnect-channel';
import { wishOfLine } from '../../../src/actions/channels/line';
import { updateChannel } from '../../../src/actions/channels/update-channel';
import { openIntake } from '../../../src/actions/hearing/intake';
import { answerTicket } from '../../../src/actions/tickets/answer-ticket';
import { isMedia } from '../../../src/domain/content';
import { openLines } from '../../../src/lines';
import { doorOf } from '../../proof/support/in-process';
import { databases } from '../../support/database';
import { aDesk, type TestDesk } from '../../support/desk';
import { handTime, until } from '../support/hand-time';
import { BOT_TOKEN, type Linked, linked, seenBy } from './driver';

const { create } = databases()[0] as ReturnType<typeof databases>[number];
const SECOND = 1000;

let house: TestDesk;
let told: Linked;

const bot = () => [...told.twin.world.telegram.bots.values()][0];
const asked = (method: string) => told.twin.world.telegram.calls.filter((call) => call.method === method);
const health = async () => (await house.desk.store.reads.channelHealth(told.channel.id))?.known.setUp?.failure?.detail ?? null;
const tickets = async () => {
  const { data } = await house.desk.store.reads.tickets({ seenBy: null }, '-number', { limit: 200, cursor: null });
  return data.map(({ ticket }) => ticket).filter(({ channelId }) => channelId === told.channel.id);
};
/** What was said with Ana, in order. */
const chat = async () => {
  const [ticket] = await tickets();
  const messages = ticket ? await house.messages(ticket.chatId) : [];
  return messages.map(({ content, reactions }) =>
    [content.type, 'text' in content ? content.text : '', ...reactions.map(({ emoji }) => emoji)].join(' ').trim(),
  );
};

async function answers(text: string, content: object = { type: 'text', text }): Promise<string> {
  const [ticket] = await tickets();
  const [message] = await answerTicket(house.desk, { ticketId: ticket?.id ?? '', by: house.admin, content: content as never }).then((one) =>
    [one].flat(),
  );
  await house.errands();
  return String((message as { id: string }).id);
}

beforeEach(async () => {
  house = await aDesk(await create());
  await house.turn(house.admin, 'online');
});
afterEach(async () => {
  await told.close();
  await house.close();
});

describe('a bot that is asked for its updates', () => {
  let folder: string;
  let time: ReturnType<typeof handTime>;
  let lines: ReturnType<typeof openLines>;

  beforeEach(async () => {
    told = await linked(house, 'polling');
    folder = await mkdtemp(join(tmpdir(), 'lines-'));
    time = handTime(house.clock);
    lines = openLines(house.desk, { intake: openIntake(house.desk), folder, chromePath: null, after: time.after });
  });
  afterEach(async () => {
    await lines.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const state = async () => (await house.desk.store.reads.line(told.channel.id))?.state;
  const is = (status: string, code: string | null = null) =>
    until(`the line is ${status} ${code}`, async () => {
      const now = await state();
      return now?.status === status && (code === null || now.code === code);
    });

  it('brings what is said in order, once, and goes on behind what is stored', async () => {
    await told.twin.act('telegram-say', { customer: 'ana', text: 'before anybody listens' });
    await lines.look();
    await is('ready');
    expect((await state())?.account).toBe('@casa_lumen_bot');
    await told.twin.act('telegram-say', { customer: 'ana', text: 'and now' });
    await until('both are heard', async () => (await chat()).length === 2);
    expect(await chat()).toEqual(['text before anybody listens', 'text and now']);
    await until('Telegram knows', () => bot()?.pending.length === 0);
    await lines.stop();
    expect(bot()?.poll).toBeNull();
    expect((await house.desk.store.reads.line(told.channel.id))?.kept).toMatchObject({ bot: '900000001', offset: 500_000_003 });
  });

  it('says who else takes the updates, and goes on when they are gone', async () => {
    const theirs = `${told.twin.url}/bot${BOT_TOKEN}`;
    await fetch(`${theirs}/setWebhook?url=http://127.0.0.1:9/`);
    await lines.look();
    await is('waiting', 'conflict');
    expect((await state())?.says).toMatch(/^A webhook is set for this bot/);
    await fetch(`${theirs}/deleteWebhook`);
    await time.pass(8 * SECOND);
    await is('ready');
    await until('it asks', () => bot()?.poll !== null);
    await fetch(`${theirs}/getUpdates`);
    await is('waiting', 'conflict');
    expect((await state())?.says).toMatch(/^Another program/);
  });

  it('waits exactly as long as it is told, tries again what can’t be reached, and ends where the token is none', async () => {
    const { fetch: reach } = house.desk.outside;
    let answers: (() => Promise<Response>) | null = null;
    const asks = (...call: Parameters<typeof fetch>) => (answers ? answers() : reach(...call));
    Object.assign(house.desk.outside as { fetch: typeof fetch }, { fetch: asks });
    const answer = (status: number, body: object) => {
      answers = async () => new Response(JSON.stringify(body), { status });
    };
    answer(429, { ok: false, error_code: 429, description: 'Too Many Requests: retry after 14', parameters: { retry_after: 14 } });
    await lines.look();
    await is('waiting', 'rate_limited');
    expect((await state())?.retryAt).toBe(house.clock.now() + 14 * SECOND);
    answer(502, {});
    await time.pass(14 * SECOND);
    await is('waiting', 'unreachable');
    answer(401, { ok: false, error_code: 401, description: 'Unauthorized' });
    await time.pass(60 * SECOND);
    await is('failed', 'refused');
    expect((await state())?.says).toContain('@BotFather');
    expect(JSON.stringify(await state())).not.toContain(BOT_TOKEN.slice(12));
    expect(time.planned()).toBe(0);
    answers = null;
    await wishOfLine(house.desk, told.channel, { type: 'restart' });
    await lines.look();
    await is('ready');
  });

  it('asks no more than once a second where nobody holds its question', async () => {
    let asked = 0;
    const empty = async () => {
      asked += 1;
      return new Response('{"ok":true,"result":[]}');
    };
    Object.assign(house.desk.outside as { fetch: typeof fetch }, { fetch: empty });
    await lines.look();
    await is('ready');
    await time.pass(10 * SECOND);
    expect(asked).toBeGreaterThan(8);
    expect(asked).toBeLessThan(15);
    Object.assign(house.desk.outside as { fetch: typeof fetch }, { fetch });
  });

  it('takes the webhook away when a channel is asked for instead of called', async () => {
    await told.close();
    const door = await doorOf(house);
    await disconnectChannel(house.desk, { channelId: told.channel.id });
    told = await linked(house, 'webhook', door.url);
    expect(bot()?.webhook).toMatchObject({ url: `${door.url}/webhooks/${told.channel.id}` });
    await updateChannel(house.desk, { channelId: told.channel.id, config: { mode: 'polling' } });
    await house.errands();
    expect([bot()?.webhook, await health()]).toEqual([null, null]);
    await updateChannel(house.desk, { channelId: told.channel.id, config: { mode: 'webhook' } });
    await house.errands();
    expect(bot()?.webhook).not.toBeNull();
    await disconnectChannel(house.desk, { channelId: told.channel.id });
    await house.errands();
    expect(bot()?.webhook).toBeNull();
    await door.close();
  });
});

describe('a bot that calls', () => {
  let door: Awaited<ReturnType<typeof doorOf>>;

  beforeEach(async () => {
    door = await doorOf(house);
    told = await linked(house, 'webhook', door.url);
  });
  afterEach(() => door.close());

  it('is believed by its word alone', async () => {
    await told.twin.act('dial', { signature: 'wrong' });
    await told.twin.act('telegram-say', { customer: 'ana', text: 'x' });
    expect(bot()?.lastError?.says).toContain('401');
    await told.twin.act('dial', { signature: 'right' });
    await told.twin.advance(SECOND);
    expect([bot()?.pending, await chat()]).toEqual([[], ['text x']]);
  });

  it('hears updates that overtake each other, and again, as if they had come in order', async () => {
    await told.twin.act('dial', { reorder: 0.7, duplicate: 1 });
    for (const text of ['one', 'two', 'three']) await told.twin.act('telegram-say', { customer: 'ana', text });
    await told.twin.act('telegram-edit', { customer: 'ana', message: 1, text: 'one!' });
    await told.twin.advance(10 * SECOND);
    expect(bot()?.pending).toEqual([]);
    expect((await chat()).sort()).toEqual(['text one!', 'text three', 'text two']);
  });

  it('hears a tap, ends its clock, and tells nothing of edits that nobody sees', async () => {
    await told.twin.act('telegram-say', { customer: 'ana', text: 'Hola' });
    await told.twin.act('telegram-edit', { customer: 'ana', message: 1 });
    await house.errands();
    await answers('', { type: 'buttons', text: 'Well?', buttons: [{ id: 'y', title: 'Yes' }] });
    expect(seenBy(told.twin, 'ana')).toEqual(['Well?']);
    await told.twin.act('telegram-tap', { customer: 'ana', title: 'Yes' });
    await told.twin.act('telegram-react', { customer: 'ana', message: 2, emoji: '🔥' });
    await house.errands();
    expect([...told.twin.world.telegram.taps.values()]).toEqual(['answered']);
    expect(await chat()).toEqual(['text Hola', 'buttons Well? 🔥', 'button_reply']);
    const [first] = await house.messages((await tickets())[0]?.chatId ?? '');
    expect([first?.editedAt, first?.former]).toEqual([null, null]);
    await told.twin.act('telegram-edit', { customer: 'ana', message: 1, text: 'Hola!' });
    expect((await chat())[0]).toBe('text Hola!');
  });

  it('brings an album as its pictures, and what it calls a file that was sent is used again', async () => {
    await told.twin.act('telegram-album', { customer: 'ana', caption: 'look', count: 2 });
    await house.errands();
    const messages = await house.messages((await tickets())[0]?.chatId ?? '');
    expect(messages.map(({ content }) => isMedia(content) && [content.state, content.mime, content.caption])).toEqual([
      ['ready', 'image/png', 'look'],
      ['ready', 'image/png', undefined],
    ]);
    const [shown] = messages.map(({ content }) => (isMedia(content) ? content.mediaId : ''));
    for (const caption of ['first', 'second']) await answers('', { type: 'image', mediaId: shown, caption });
    expect(asked('sendPhoto').map(({ body }) => [body.caption, typeof body.photo])).toEqual([
      ['first', 'undefined'],
      ['second', 'string'],
    ]);
    expect(seenBy(told.twin, 'ana')).toEqual(['first', 'second']);
  });

  it('holds back the whole bot exactly as long as Telegram says, however often', async () => {
    await told.twin.act('telegram-say', { customer: 'ana', text: 'Hola' });
    await told.twin.act('telegram-order', { status: 429, retryAfter: 14, times: 2 });
    await house.errands();
    await answers('patience');
    for (const round of [1, 2]) {
      expect(asked('sendMessage')).toHaveLength(round);
      house.clock.forward(13_900);
      await house.errands();
      expect(asked('sendMessage')).toHaveLength(round);
      house.clock.forward(400);
      await house.errands();
    }
    expect(seenBy(told.twin, 'ana')).toEqual(['patience']);
  });

  it('says of somebody who has blocked it that they can’t be reached, and sends again to whoever comes back', async () => {
    await told.twin.act('telegram-say', { customer: 'ana', text: 'Hola' });
    await told.twin.act('telegram-block', { customer: 'ana' });
    await house.errands();
    const id = await answers('hello?');
    const sent = (await house.messages((await tickets())[0]?.chatId ?? '')).find((one) => one.id === id);
    expect(sent?.delivery).toMatchObject({ status: 'failed', error: { code: 'recipient_unavailable', providerCode: '403' } });
  });

  it('is not told an address that nobody outside reaches, and says so with the channel’s health', async () => {
    await told.close();
    await updateChannel(house.desk, { channelId: told.channel.id, config: { botToken: '900000001:another' } });
    await house.errands();
    expect(await health()).toMatch(/^PUBLIC_URL is not set/);
    const another = updateChannel(house.desk, { channelId: told.channel.id, config: { botToken: '900000002:another' } });
    await expect(another).rejects.toThrow(expect.objectContaining({ code: 'invalid' }));
  });
});

// biome-ignore format: a table is read in columns
describe('the twin as Telegram', () => {
  it.each<[string, string, object, string]>([
    ['more than 4,096 characters',   'sendMessage', { text: 'x'.repeat(4097) },                                                        '400 Bad Request: message is too long'],
    ['no words',                     'sendMessage', { text: ' ' },                                                                     '400 Bad Request: message text is empty'],
    ['65 bytes behind a button',     'sendMessage', { text: 'x', reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: 'x'.repeat(65) }]] } }, '400 Bad Request: BUTTON_DATA_INVALID'],
    ['a file that nobody knows',     'sendPhoto',   { photo: 'nobody-knows' },                                                         '400 Bad Request: wrong file identifier/HTTP URL specified'],
    ['a stranger',                   'sendMessage', { text: 'x', chat_id: 7 },                                                         '400 Bad Request: chat not found'],
    ['a method that there is not',   'sendLove',    {},                                                                                '404 Not Found'],
  ])('refuses %s', async (_, method, body, answer) => {
    told = await linked(house, 'polling');
    await told.twin.act('telegram-say', { customer: 'ana', text: 'Hola' });
    const response = await fetch(`${told.twin.url}/bot${BOT_TOKEN}/${method}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ chat_id: 800_000_001, ...body }) });
    const { ok, error_code, description } = (await response.json()) as { ok: boolean; error_code: number; description: string };
    expect([ok, response.status, `${error_code} ${description}`]).toEqual([false, error_code, answer]);
  });
});
