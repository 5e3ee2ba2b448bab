import crypto from 'node:crypto';
import { Readable } from 'node:stream';
import { webhook } from '../../../channels/webhook';
import { TIMETABLE } from '../../../channels/webhook/answers';
import { hear } from '../../../channels/webhook/hear';
import { OUTGOING, TELLS } from '../../../channels/webhook/outgoing';
import { sign, signed } from '../../../channels/webhook/signature';
import { calling } from '../../../src/platform/outside-address';
import { type Outbound, SendFailure } from '../../../src/ports/channel';
import { inWords } from '../support/heard';
import { anAnswer } from '../support/meta';
import { type Behaviour, NOW, type Request } from '../support/provider';
import { aMessage, anEvent, aReceiver, CONFIG, FIXTURES, SECRET, TOLD } from './posts';

const ANA = 'hook:c-1 (5511912345678 "Ana" @ana)';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('who signed', () => {
  it.each(FIXTURES)('is told of %s', (_, { secret, headers, raw_body, verify_at_unix, valid }) => {
    expect(signed(Buffer.from(raw_body), headers, [secret], verify_at_unix * 1000)).toBe(valid);
  });

  const [[, vector]] = FIXTURES.filter(([name]) => name === 'standard_webhooks_vector') as [[string, (typeof FIXTURES)[0][1]]];
  const at = vector.verify_at_unix * 1000;
  const asked = (changes: object, now = at) => signed(Buffer.from(vector.raw_body), { ...vector.headers, ...changes }, [SECRET], now);
  const right = vector.headers['webhook-signature'] ?? '';

  // biome-ignore format: a table is read in columns
  it.each<[string, object, number, boolean]>([
    ['a call five minutes ago',              {}, at + 5 * MINUTE, true],
    ['a call longer ago',                    {}, at + 5 * MINUTE + 1000, false],
    ['a call five minutes ahead',            {}, at - 5 * MINUTE, true],
    ['a call further ahead',                 {}, at - 5 * MINUTE - 1000, false],
    ['a version that nobody knows before',   { 'webhook-signature': `v1a,AAAA v2,x ${right}` }, at, true],
    ['only a version that nobody knows',     { 'webhook-signature': right.replace('v1,', 'v1a,') }, at, false],
    ['signatures with commas between',       { 'webhook-signature': `v1,AAAA,${right}` }, at, false],
    ['a time with a point',                  { 'webhook-timestamp': `${vector.verify_at_unix}.0` }, at, false],
    ['a time with a sign',                   { 'webhook-timestamp': `+${vector.verify_at_unix}` }, at, false],
    ['another time',                         { 'webhook-timestamp': `${vector.verify_at_unix + 1}` }, at, false],
    ['another id',                           { 'webhook-id': 'msg_other' }, at, false],
    ['no id',                                { 'webhook-id': undefined }, at, false],
    ['no time',                              { 'webhook-timestamp': undefined }, at, false],
    ['no signature',                         { 'webhook-signature': undefined }, at, false],
    ['a signature too short',                { 'webhook-signature': 'v1,AAAA' }, at, false],
  ])('is told of %s', (_, changes, now, expected) => {
    expect(asked(changes, now)).toBe(expected);
  });

  it('is told by a word of any other form by its bytes, and never by an empty one', () => {
    const raw = Buffer.from('{}');
    expect(signed(raw, sign('a plain word', 'm', '{}', NOW), ['a plain word'], NOW)).toBe(true);
    for (const empty of ['', 'whsec_']) expect(signed(raw, sign(empty, 'm', '{}', NOW), [empty], NOW)).toBe(false);
  });

  it('costs no more where a stranger sends hundreds of signatures than where one', () => {
    const counted = jest.spyOn(crypto, 'createHmac');
    expect(asked({ 'webhook-signature': `${`v1,${'A'.repeat(43)}= `.repeat(300)}${right}` })).toBe(true);
    expect(counted).toHaveBeenCalledTimes(1);
    counted.mockRestore();
  });
});

describe('what a provider tells', () => {
  it.each(TOLD)('%s', (_, body, expected) => {
    expect(hear(body).map(inWords)).toEqual(expected.map((line) => line.replace('ANA', ANA)));
  });

  it('is heard in the form of the fixtures', () => {
    const said = FIXTURES.map(([name, { raw_body }]) => [name, hear(JSON.parse(raw_body)).map(inWords)]);
    const message = ['message text {"text":"hola"} from hook:c-1 (c-1 "Ana 🧉") at null'];
    expect(Object.fromEntries(said)).toEqual({
      expired_timestamp: message,
      rotated_two_signatures: message,
      signed_text_message: message,
      standard_webhooks_vector: ['notice unknown_event:test'],
    });
  });

  it('is heard without its time when that can’t be read', () => {
    expect(hear({ contact: { id: 'c-1' }, at: 'soon' }).map(inWords)).toEqual(['met hook:c-1 (c-1) at null']);
  });

  it('hears what somebody says whose name or phone can’t be read', () => {
    const contact = { id: 'c-1', name: 7, phone: 'ask me', username: null };
    expect(hear({ id: 'm', contact, message: { type: 'text', text: 'x' } }).map(inWords)).toEqual([
      'message text {"text":"x"} from hook:c-1 (c-1) at null',
    ]);
  });

  it('keeps an e-mail address with somebody who is met', () => {
    expect(hear({ contact: { id: 'c-1', email: 'ana@example.com' } })).toMatchObject([
      { type: 'met', facts: { email: 'ana@example.com' } },
    ]);
  });

  // biome-ignore format: a table is read in columns
  it.each<[string, unknown, string]>([
    ['a word',                     'hello',                                                  'the event is not an object'],
    ['a message without id',       anEvent({ message: { type: 'text', text: 'x' } }),        'id: is missing'],
    ['a message of nobody',        { id: 'm', message: { type: 'text', text: 'x' } },        'contact: is missing'],
    ['a person without id',        { id: 'm', contact: {}, message: { type: 'text', text: 'x' } }, 'contact.id: is missing'],
    ['a message that is a word',   aMessage('x' as never),                                   'message: is not as described'],
    ['a message without type',     aMessage({ text: 'x' }),                                  'message.type: is missing'],
    ['a text without text',        aMessage({ type: 'text' }),                               'message.text: is missing'],
    ['a picture of no link',       aMessage({ type: 'image', url: 'ftp://x' }),              'message.url: is not as described'],
    ['a place off the globe',      aMessage({ type: 'location', latitude: 91, longitude: 0 }), 'message.latitude: is too long or too large'],
    ['a status of its own',        { receipt: { messageId: 'm', status: 'lost' } },          'receipt.status: is not as described'],
    ['a receipt for nothing',      { receipt: { status: 'read' } },                          'receipt: names no message'],
    ['a list in the place of a person', { contact: [], edit: { messageId: 'm', message: { type: 'text', text: 'x' } } }, 'contact: is not as described'],
  ])('is kept as unreadable when it is %s, with what is wrong', (_, body, reason) => {
    expect(hear(body).map(inWords)).toEqual([expect.stringContaining(`unreadable: ${reason}`)]);
  });
});

async function sending(behaviour: Behaviour, changes: Partial<Outbound> = {}): Promise<{ end: unknown; request: Request | undefined }> {
  const receiver = await aReceiver(behaviour);
  const message = anAnswer({ to: { id: 'c-1', phone: '5511912345678', display: '5511912345678' }, ...changes });
  const end = await webhook.send(CONFIG, message, receiver.outside).catch((failure: unknown) => failure);
  await receiver.close();
  return { end, request: receiver.requests[0] };
}

describe('what the receiver is told', () => {
  it('is signed, named by our message, and as described', async () => {
    const { request, end } = await sending({ status: 202, body: { id: 7 } }, { replyTo: 'm-0#1' });
    expect(end).toEqual({ providerMessageId: '7' });
    expect(request?.headers).toMatchObject({ 'content-type': 'application/json', 'webhook-id': '01hzy0000000000000ab' });
    expect(signed(request?.bytes ?? Buffer.of(), request?.headers as Record<string, string>, [SECRET], NOW)).toBe(true);
    expect(request?.body).toEqual({
      id: '01hzy0000000000000ab',
      contact: { id: 'c-1', phone: '5511912345678' },
      author: 'agent',
      message: { type: 'text', text: 'Your parcel leaves today', replyTo: 'm-0' },
    });
    expect(TELLS.message.shape.safeParse(request?.body).success).toBe(true);
  });

  it('is told again under the same name, signed anew', async () => {
    const receiver = await aReceiver({ status: 503, body: '' });
    const message = anAnswer({ to: { id: 'c-1', display: 'c-1' } });
    for (const later of [0, 5_000])
      await webhook.send(CONFIG, message, { ...receiver.outside, now: () => NOW + later }).catch(() => undefined);
    await receiver.close();
    const [first, second] = receiver.requests.map(({ headers }) => headers);
    expect(second?.['webhook-id']).toBe(first?.['webhook-id']);
    expect(Number(second?.['webhook-timestamp'])).toBe(Number(first?.['webhook-timestamp']) + 5);
    expect(second?.['webhook-signature']).not.toBe(first?.['webhook-signature']);
  });

  it('is known by our own name when the answer has none', async () => {
    for (const body of [{}, '', '<html>', { id: '' }, { id: 1.5 }])
      expect((await sending({ status: 200, body })).end).toEqual({ providerMessageId: '01hzy0000000000000ab' });
  });

  it('has small files in it where there is no link, and refuses large ones in words', async () => {
    const content = { type: 'image', mediaId: 'ours', mime: 'image/png', bytes: 3, state: 'ready', width: 9, caption: 'Look' } as const;
    const file = (bytes: number) => ({ type: 'image', mime: 'image/png', bytes, fileName: null, providerId: null, link: null }) as const;
    const open = async () => Readable.from([Buffer.from('abc')]);
    const { request } = await sending({ status: 200, body: {} }, { content, file: { ...file(3), open } });
    expect((request?.body as { message: object } | undefined)?.message).toEqual({
      type: 'image',
      mime: 'image/png',
      bytes: 3,
      caption: 'Look',
      data: 'YWJj',
    });
    expect(await sending({ status: 200, body: {} }, { content, file: { ...file(6 * 1024 * 1024), open } })).toMatchObject({
      end: { verdict: 'never', problem: { code: 'media_problem', detail: expect.stringContaining('PUBLIC_URL') } },
      request: undefined,
    });
  });

  it('refuses nobody and what it has no words for before anything leaves', async () => {
    for (const changes of [{ to: { display: 'x' } }, { content: { type: 'share', url: null, kind: 'x' } as const }])
      expect(await sending({ status: 200, body: {} }, changes)).toMatchObject({ end: { verdict: 'never' }, request: undefined });
    expect(OUTGOING.safeParse({ type: 'template', name: 'x', language: 'en', components: [] }).success).toBe(false);
  });

  it('hears of reactions, of reading and of typing by events of their own', async () => {
    const receiver = await aReceiver({ status: 204, body: '' });
    const to = { id: 'c-1', display: 'c-1' };
    await webhook.react?.(CONFIG, { to, target: 'm-1', emoji: '👍', at: 1 }, receiver.outside);
    await webhook.react?.(CONFIG, { to, target: 'm-1', emoji: null, at: 2 }, receiver.outside);
    await webhook.seen?.(CONFIG, { to, providerMessageId: 'm-1' }, receiver.outside);
    await webhook.typing?.(CONFIG, { to, providerMessageId: 'm-1' }, receiver.outside);
    await webhook.check?.(CONFIG, receiver.outside, NOW);
    await receiver.close();
    const contact = { id: 'c-1' };
    expect(receiver.requests.map(({ body }) => body)).toEqual([
      { contact, reaction: { messageId: 'm-1', emoji: '👍' } },
      { contact, reaction: { messageId: 'm-1', emoji: null } },
      { contact, read: { messageId: 'm-1' } },
      { contact, typing: true },
      { ping: true },
    ]);
    const names = receiver.requests.map(({ headers }) => String(headers['webhook-id']));
    expect(new Set(names).size).toBe(5);
    for (const name of names) expect(name).toMatch(/^[\w-]+$/);
  });
});

describe('how a call ends', () => {
  // biome-ignore format: a table is read in columns
  it.each<[number, unknown, object]>([
    [400, { error: { code: 'window_closed', message: 'Too late' } }, { verdict: 'never', problem: { code: 'window_closed', providerCode: '400/window_closed', detail: 'The receiver refuses it (HTTP 400): Too late' } }],
    [400, { error: 'No such person, call +1 555 010 0101' },         { verdict: 'never', problem: { code: 'unknown', providerCode: '400', detail: 'The receiver refuses it (HTTP 400): No such person, call …01' } }],
    [422, { title: 'Bad', detail: 'A problem document' },            { verdict: 'never', problem: { detail: 'The receiver refuses it (HTTP 422): A problem document' } }],
    [403, 'Forbidden by a word',                                     { verdict: 'never', problem: { detail: 'The receiver refuses it (HTTP 403): Forbidden by a word' } }],
    [404, '<html>secret page</html>',                                { verdict: 'never', problem: { detail: 'The receiver refuses it (HTTP 404)' } }],
    [413, {},                                                        { verdict: 'never', problem: { code: 'content_invalid' } }],
    [401, {},                                                        { verdict: 'later', problem: { code: 'auth' }, options: { pauses: true } }],
    [410, {},                                                        { verdict: 'later', problem: { code: 'account_restricted', detail: expect.stringContaining('wants no more calls') }, options: { pauses: true } }],
    [429, {},                                                        { verdict: 'later', problem: { code: 'rate_limited' }, options: { scope: 'number' } }],
    [408, {},                                                        { verdict: 'later', options: { retryAfter: 5000, tries: 8 } }],
    [302, '',                                                        { verdict: 'later', problem: { detail: expect.stringContaining('elsewhere') }, options: { tries: 8 } }],
    [503, { error: { code: 'window_closed' } },                      { verdict: 'later', problem: { code: 'transient' }, options: { retryAfter: 5000, tries: 8 } }],
  ])('with HTTP %d and %j', async (status, body, end) => {
    const { end: became } = await sending({ status, body });
    expect(became).toBeInstanceOf(SendFailure);
    expect(became).toMatchObject(end);
  });

  it('is told again by the timetable of Standard Webhooks, eight times in all', async () => {
    expect(TIMETABLE).toEqual([5000, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR]);
    for (const [attempts, retryAfter] of TIMETABLE.entries())
      expect((await sending({ status: 500, body: '' }, { attempts })).end).toMatchObject({
        verdict: 'later',
        options: { retryAfter, tries: 8 },
      });
  });

  it('waits as the receiver asks, also by a date, and by the timetable where that is longer', async () => {
    const waits = async (status: number, asked: string) =>
      ((await sending({ status, headers: { 'retry-after': asked }, body: '' })).end as SendFailure).options.retryAfter;
    expect(await waits(429, '7')).toBe(7000);
    expect(await waits(429, new Date(NOW + 90_000).toUTCString())).toBe(90_000);
    expect(await waits(429, '9999999')).toBe(24 * HOUR);
    expect(await waits(429, 'soon')).toBeUndefined();
    expect(await waits(503, '600')).toBe(600_000);
    expect(await waits(503, '1')).toBe(5000);
  });

  it('waits for an admin when the address leads into a private network, where nobody is called', async () => {
    const receiver = await aReceiver({ status: 200, body: {} });
    const outside = { ...receiver.outside, call: calling({ allowed: [], timeout: 500 }) };
    const config = { ...CONFIG, outboundUrl: receiver.outside.graphUrl ?? '' };
    const end = await webhook.send(config, anAnswer({ to: { id: 'c-1', display: 'c-1' } }), outside).catch((failure: unknown) => failure);
    await receiver.close();
    expect(end).toMatchObject({
      verdict: 'later',
      options: { pauses: true },
      problem: { detail: expect.stringContaining('ALLOW_PRIVATE_TARGETS') },
    });
    expect(receiver.requests).toEqual([]);
  });

  it('is a fact about the channel when a ping is refused', async () => {
    for (const status of [404, 410]) {
      const receiver = await aReceiver({ status, body: '' });
      expect(await webhook.check?.(CONFIG, receiver.outside, NOW)).toMatchObject({
        token: { valid: true },
        wrong: { says: expect.stringContaining(`${status}`) },
      });
      await receiver.close();
    }
  });
});

describe('its form', () => {
  const takes = (name: string, value: string) => {
    const field = webhook.config.find((one) => one.name === name);
    return new RegExp(field?.pattern?.source ?? '').test(value);
  };

  it('takes a secret of the standard’s form, or one word, and an address of the web', () => {
    expect([SECRET, 'plain-word', 'whsec_AAAA=='].map((value) => takes('secret', value))).toEqual([true, true, true]);
    expect(['two words', 'whsec_', 'whsec_not base64', 'whsec_a-b'].map((value) => takes('secret', value))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(['https://x.example', 'http://10.0.0.1:8080/a?b=c'].map((value) => takes('outboundUrl', value))).toEqual([true, true]);
    expect(['x.example', 'ftp://x', 'https://', 'https://a b'].map((value) => takes('outboundUrl', value))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
