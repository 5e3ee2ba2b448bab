import { join } from 'node:path';
import { Readable } from 'node:stream';
import { telegram } from '../../../channels/telegram';
import { check } from '../../../channels/telegram/check';
import { fetchMedia } from '../../../channels/telegram/fetch-media';
import { acknowledge, react, typing } from '../../../channels/telegram/gestures';
import { send } from '../../../channels/telegram/send';
import { setUp } from '../../../channels/telegram/set-up';
import { secretTokenOf } from '../../../channels/telegram/signature';
import { partsOf } from '../../../src/actions/sending/sendable';
import type { Content } from '../../../src/domain/content';
import { type Outbound, type OutboundFile, type Outside, SendFailure } from '../../../src/ports/channel';
import { recorded } from '../support/heard';
import { anAnswer } from '../support/meta';
import { type Aside, aProvider, type Behaviour, type Request } from '../support/provider';
import { TOKEN } from './updates';

const CONFIG = { botToken: TOKEN, mode: 'webhook' };
const TO = { id: '800000001', display: '@ana_example' };
const MESSAGE = { message_id: 31, chat: { id: 800000001 } };
const TAKEN: Behaviour = { status: 200, body: { ok: true, result: MESSAGE } };

async function asking<T>(
  behaviour: Behaviour,
  work: (outside: Outside) => Promise<T>,
  aside?: Aside,
): Promise<{ end: unknown; requests: Request[] }> {
  const provider = await aProvider(behaviour, 2000, aside);
  try {
    return { end: await work(provider.outside).catch((failure: unknown) => failure), requests: provider.requests };
  } finally {
    await provider.close();
  }
}

const sending = async (changes: Partial<Outbound>, behaviour: Behaviour = TAKEN) => {
  const { end, requests } = await asking(behaviour, (outside) => send(CONFIG, anAnswer({ to: TO, ...changes }), outside));
  return { end, asked: requests.map(({ url }) => url?.replace(TOKEN, '…')), body: requests[0]?.body, bytes: requests[0]?.bytes };
};
const said = async (content: Content) => {
  const { asked, body } = await sending({ content });
  return [asked[0], body];
};

describe('what Telegram answers', () => {
  const answers = recorded(join(__dirname, 'fixtures'), 'api_');

  // biome-ignore format: a table is read in columns
  const ENDS: Readonly<Record<string, object>> = {
    api_error_400_chat_not_found:  { verdict: 'never', problem: { code: 'recipient_invalid', providerCode: '400' } },
    api_error_400_migrated:        { verdict: 'never', problem: { code: 'recipient_invalid' } },
    api_error_403_blocked:         { verdict: 'never', problem: { code: 'recipient_unavailable', reason: 'blocked_bot' } },
    api_error_409_conflict:        { verdict: 'later', problem: { code: 'transient' } },
    api_error_429_retry_after:     { verdict: 'later', problem: { code: 'rate_limited' }, options: { retryAfter: 14_000, scope: 'number', exact: true } },
    api_send_success:              { providerMessageId: '800000001:31' },
  };

  it.each(answers)('$name leads to its end', async ({ name, body }) => {
    const { http_status: status, body: answer } = body as { http_status: number; body: object };
    expect((await sending({}, { status, body: answer })).end).toMatchObject(ENDS[name] ?? { name });
  });

  // biome-ignore format: a table is read in columns
  it.each<[number, string, string, string]>([
    [401, 'Unauthorized',                                            'later',   'auth'],
    [404, 'Not Found',                                               'later',   'auth'],
    [403, 'Forbidden: user is deactivated',                          'never',   'recipient_unavailable'],
    [403, "Forbidden: bot can't initiate conversation with a user",  'never',   'recipient_unavailable'],
    [403, 'Forbidden: bot was kicked from the group chat',           'never',   'recipient_unavailable'],
    [400, 'Bad Request: message is too long',                        'never',   'content_invalid'],
    [400, "Bad Request: can't parse entities",                       'never',   'content_invalid'],
    [400, 'Bad Request: wrong file identifier/HTTP URL specified',   'never',   'media_problem'],
    [413, 'Request Entity Too Large',                                'never',   'media_problem'],
    [500, 'Internal Server Error',                                   'unknown', 'ambiguous'],
  ])('%d %s', async (status, description, verdict, code) => {
    const { end } = await sending({}, { status, body: { ok: false, error_code: status, description } });
    expect(end).toMatchObject({ verdict, problem: { code }, options: code === 'auth' ? { pauses: true } : {} });
  });

  it('asks once more by the id that a chat has now', async () => {
    const moved: Aside = ({ body }) =>
      (body as { chat_id: number }).chat_id === -100
        ? { status: 200, body: { ok: true, result: { message_id: 5, chat: { id: -100 } } } }
        : null;
    const no = { status: 400, body: { ok: false, error_code: 400, description: 'moved', parameters: { migrate_to_chat_id: -100 } } };
    const { end } = await asking(no, (outside) => send(CONFIG, anAnswer({ to: TO }), outside), moved);
    expect(end).toEqual({ providerMessageId: '-100:5' });
  });

  it('never tells the token, which stands in the address', async () => {
    const dead = { ...((await asking(TAKEN, async (outside) => outside)).end as Outside) };
    const failure = (await send(CONFIG, anAnswer({ to: TO }), dead).catch((error: unknown) => error)) as Error;
    expect(JSON.stringify([failure, failure.message, failure.stack, String(failure.cause)])).not.toContain(TOKEN.slice(10));
  });
});

describe('what is asked of Telegram', () => {
  it('sends words as they are, quoting what it answers', async () => {
    const { asked, body } = await sending({ replyTo: '800000001:30', content: { type: 'text', text: '*not* <b>bold</b>' } });
    expect(asked).toEqual(['/bot…/sendMessage']);
    expect(body).toEqual({
      chat_id: 800000001,
      text: '*not* <b>bold</b>',
      reply_parameters: { message_id: 30, allow_sending_without_reply: true },
    });
    expect((await sending({ replyTo: '800000001:30:tap:77' })).body).toMatchObject({ reply_parameters: { message_id: 30 } });
  });

  // biome-ignore format: a table is read in columns
  it.each<[string, Content, string, object]>([
    ['buttons', { type: 'buttons', text: 'Well?', buttons: [{ id: 'y', title: 'Yes' }, { id: 'n', title: 'No' }] }, 'sendMessage', { reply_markup: { inline_keyboard: [[{ text: 'Yes', callback_data: 'y' }], [{ text: 'No', callback_data: 'n' }]] } }],
    ['a place', { type: 'location', latitude: 1, longitude: 2 },                              'sendLocation', { latitude: 1, longitude: 2 }],
    ['a place with a name', { type: 'location', latitude: 1, longitude: 2, name: 'Here' },    'sendVenue',    { title: 'Here', address: 'Here' }],
    ['a card', { type: 'contacts', contacts: [{ name: 'Bo; Li', phones: ['+1', '+2'], emails: [] }] }, 'sendContact', { phone_number: '+1', first_name: 'Bo; Li', vcard: 'BEGIN:VCARD\nVERSION:3.0\nFN:Bo\\; Li\nTEL:+1\nTEL:+2\nEND:VCARD' }],
    ['a card without a number', { type: 'contacts', contacts: [{ name: 'Bo', phones: [], emails: ['b@example.com'] }] }, 'sendMessage', { text: 'Bo\nb@example.com' }],
  ])('sends %s', async (_, content, method, part) => {
    expect(await said(content)).toMatchObject([`/bot…/${method}`, part]);
  });

  it('makes a list a keyboard, and refuses an id of more than 64 bytes with that limit', () => {
    const list = (id: string): Content => ({ type: 'list', text: 'Pick', button: 'See', sections: [{ rows: [{ id, title: 'One' }] }] });
    expect(partsOf(telegram, list('ü'.repeat(32)))).toMatchObject([{ type: 'buttons', buttons: [{ title: 'One' }] }]);
    expect(() => partsOf(telegram, list('ü'.repeat(33)))).toThrow(
      expect.objectContaining({
        facts: { errors: [{ path: expect.any(String), message: expect.stringContaining('at most 64 bytes here; there are 66') }] },
      }),
    );
  });

  const file = (over: Partial<OutboundFile> = {}): OutboundFile => ({
    type: 'document',
    mime: 'application/pdf',
    bytes: 5,
    fileName: 'Über "1".pdf',
    providerId: null,
    link: null,
    open: async () => Readable.from([Buffer.from('bytes')]),
    ...over,
  });
  const paper = { type: 'document', mediaId: 'm', mime: 'application/pdf', bytes: 5, state: 'ready', caption: 'Read' } as const;

  it('sends a file along under its name, and the next time only what Telegram calls it', async () => {
    const behaviour = { status: 200, body: { ok: true, result: { ...MESSAGE, document: { file_id: 'theirs' } } } };
    const first = await sending({ content: paper, file: file() }, behaviour);
    expect(first.asked).toEqual(['/bot…/sendDocument']);
    expect(first.bytes?.toString()).toMatch(
      /name="chat_id"\r\n\r\n800000001\r\n[\s\S]*name="caption"\r\n\r\nRead\r\n[\s\S]*name="document"; filename="Über _1_\.pdf"\r\n[\s\S]*bytes/,
    );
    expect(first.end).toEqual({ providerMessageId: '800000001:31', file: { providerId: 'theirs', keptFor: null } });
    expect((await sending({ content: paper, file: file({ providerId: 'theirs' }) })).body).toMatchObject({
      document: 'theirs',
      caption: 'Read',
    });
  });

  it('says that a file is gone, and not that it may have been sent', async () => {
    const gone = new SendFailure('never', { code: 'media_problem', providerCode: null, detail: 'gone' });
    const { end, asked } = await sending({ content: paper, file: file({ open: () => Promise.reject(gone) }) });
    expect([end, asked]).toEqual([gone, []]);
  });

  it('sends a picture that moves as an animation', async () => {
    const gif = { ...paper, type: 'image', mime: 'image/gif' } as const;
    expect((await sending({ content: gif, file: file({ mime: 'image/gif', providerId: 'g' }) })).asked).toEqual(['/bot…/sendAnimation']);
  });

  it('reacts, takes it back, shows that somebody writes, and ends the clock on a button', async () => {
    const done = { status: 200, body: { ok: true, result: true } };
    const { requests } = await asking(done, async (outside) => {
      await react(CONFIG, { to: TO, target: '800000001:30', emoji: '❤️', at: 1 }, outside);
      await react(CONFIG, { to: TO, target: '800000001:30', emoji: null, at: 1 }, outside);
      await typing(CONFIG, { to: TO, providerMessageId: '800000001:30' }, outside);
      await acknowledge(CONFIG, { to: TO, providerMessageId: '800000001:30:tap:77' }, outside);
      await acknowledge(CONFIG, { to: TO, providerMessageId: '800000001:30' }, outside);
    });
    expect(requests.map(({ url, body }) => [url?.split('/').at(-1), body])).toEqual([
      ['setMessageReaction', { chat_id: '800000001', message_id: 30, reaction: [{ type: 'emoji', emoji: '❤' }] }],
      ['setMessageReaction', { chat_id: '800000001', message_id: 30, reaction: [] }],
      ['sendChatAction', { chat_id: '800000001', action: 'typing' }],
      ['answerCallbackQuery', { callback_query_id: '77' }],
    ]);
  });
});

describe('how Telegram finds the desk', () => {
  const callback = { url: 'https://desk.example/webhooks/1', isPublic: true };

  it('is told the address with a word made of the token, and the updates that are wanted', async () => {
    const { requests } = await asking({ status: 200, body: { ok: true, result: true } }, async (outside) => {
      await setUp(CONFIG, callback, outside);
      await setUp(CONFIG, null, outside);
    });
    const updates = ['message', 'edited_message', 'callback_query', 'message_reaction', 'my_chat_member'];
    expect(requests.map(({ url, body }) => [url?.split('/').at(-1), body])).toEqual([
      ['setWebhook', { url: callback.url, secret_token: secretTokenOf(TOKEN), allowed_updates: updates }],
      ['deleteWebhook', {}],
    ]);
    expect(secretTokenOf(TOKEN)).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
  });

  it('is not told an address that only this machine reaches, unless a stand-in is told', async () => {
    const { end, requests } = await asking(TAKEN, (outside) =>
      setUp(CONFIG, { ...callback, isPublic: false }, { ...outside, telegramUrl: null }),
    );
    expect(end).toMatchObject({ verdict: 'never', problem: { detail: expect.stringContaining('PUBLIC_URL is not set') } });
    expect(requests).toEqual([]);
  });

  // biome-ignore format: a table is read in columns
  it.each<[string, string, object, unknown]>([
    ['nobody is called',        'webhook', { url: '' },                                                                            expect.stringContaining('no address')],
    ['calls fail, and wait',    'webhook', { url: 'x', pending_update_count: 3, last_error_date: 9999, last_error_message: '503' }, expect.stringContaining('(503), and 3 updates wait')],
    ['calls failed long ago',   'webhook', { url: 'x', pending_update_count: 3, last_error_date: 1 },                               null],
    ['all is well',             'webhook', { url: 'x', pending_update_count: 0 },                                                   null],
    ['somebody is called',      'polling', { url: 'x' },                                                                            expect.stringContaining('A webhook is set')],
    ['nobody is called',        'polling', { url: '' },                                                                             null],
  ])('is looked at: %s (%s)', async (_, mode, info, says) => {
    const aside: Aside = ({ url }) => (url?.endsWith('getMe') ? { status: 200, body: { ok: true, result: { username: 'example_bot' } } } : null);
    const { end } = await asking({ status: 200, body: { ok: true, result: info } }, (outside) => check({ ...CONFIG, mode }, outside, 10_000_000), aside);
    expect(end).toMatchObject({ name: '@example_bot', token: { valid: true }, wrong: says === null ? null : { says } });
  });
});

describe('a file that somebody sent', () => {
  const located: Aside = ({ url }) =>
    url?.endsWith('/getFile') ? { status: 200, body: { ok: true, result: { file_path: 'photos/1.jpg' } } } : null;
  const source = { id: 'f', url: null, sha256: null };

  it('is opened where Telegram says that it lies, and has the type that its message named', async () => {
    const file: Behaviour = { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: 'the bytes' };
    const { end, requests } = await asking(file, (outside) => fetchMedia(CONFIG, source, outside), located);
    expect(end).toMatchObject({ mime: null });
    expect(requests[0]?.url).toBe(`/file/bot${TOKEN}/photos/1.jpg`);
  });

  // biome-ignore format: a table is read in columns
  it.each<[string, Behaviour, object]>([
    ['is too large for a bot',   { status: 400, body: { ok: false, error_code: 400, description: 'Bad Request: file is too big' } }, { verdict: 'never', code: 'too_large', message: expect.stringContaining('20 MB') }],
    ['is unknown',               { status: 400, body: { ok: false, error_code: 400, description: 'Bad Request: invalid file_id' } }, { verdict: 'never', code: 'gone' }],
    ['lies outside of its host', { status: 200, body: { ok: true, result: { file_path: '../../etc' } } },                           { verdict: 'never', code: 'gone' }],
    ['can’t be asked for now',   { status: 429, body: { ok: false, error_code: 429, description: 'Too Many Requests' } },            { verdict: 'later', code: 'unreachable' }],
    ['is asked for with a bad token', { status: 401, body: { ok: false, error_code: 401, description: 'Unauthorized' } },            { verdict: 'later', code: 'auth' }],
  ])('%s', async (_, behaviour, failure) => {
    expect((await asking(behaviour, (outside) => fetchMedia(CONFIG, source, outside))).end).toMatchObject(failure);
  });
});
