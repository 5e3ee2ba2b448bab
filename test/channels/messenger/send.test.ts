import { join } from 'node:path';
import { messenger } from '../../../channels/messenger';
import type { ChannelConfig, Content, Outbound, SendFailure } from '../../../src/ports/channel';
import { recorded } from '../support/heard';
import { anAnswer } from '../support/meta';
import { aProvider, type Behaviour, type Request } from '../support/provider';
import { ANA, PAGE } from './posts';

const CONFIG: ChannelConfig = { pageId: PAGE, accessToken: 'EAAexample', appSecret: 's' };
const TAKEN: Behaviour = { status: 200, body: { recipient_id: ANA, message_id: 'm_sent' } };
const TO = { id: ANA, display: ANA };

async function sending(behaviour: Behaviour, changes: Partial<Outbound> = {}): Promise<{ end: unknown; request: Request | undefined }> {
  const provider = await aProvider(behaviour);
  try {
    const end = await messenger.send(CONFIG, anAnswer({ to: TO, ...changes }), provider.outside).catch((failure: unknown) => failure);
    return { end, request: provider.requests[0] };
  } finally {
    await provider.close();
  }
}

describe('what Messenger answers', () => {
  const answers = recorded(join(__dirname, 'fixtures'), 'api_');

  // biome-ignore format: a table is read in columns
  const ENDS: Readonly<Record<string, object>> = {
    api_error_10_2018278_window_closed:  { verdict: 'never', problem: { code: 'window_closed', providerCode: '10/2018278' } },
    api_error_2018300_thread_owner:      { verdict: 'never', problem: { code: 'thread_not_owned', providerCode: '10/2018300' } },
    api_error_2_transient:               { verdict: 'later', problem: { code: 'transient', providerCode: '2' } },
    api_error_551_1545041_unavailable:   { verdict: 'never', problem: { code: 'recipient_unavailable', providerCode: '551/1545041' } },
    api_send_success:                    { providerMessageId: 'm_USlSDt9S7sEHs86vIFVlHkAqIwwCGlm4Dz6iphH4HqoxLjVDbmsGM5Dlma-BEfU7Ll8xbVAXb6OBTZeB' },
  };

  it.each(answers)('$name leads to its end', async ({ name, body }) => {
    const { http_status: status, body: said } = body as { http_status: number; body: object };
    expect(ENDS[name]).toBeDefined();
    expect((await sending({ status, body: said })).end).toMatchObject(ENDS[name] ?? {});
  });

  /** Every error that CHANNELS §4 names, with the class that it gives it. */
  // biome-ignore format: a table is read in columns
  it.each<[string, SendFailure['verdict'], string, number?]>([
    ['10/2018065',  'never',   'window_closed'],
    ['200/1545041', 'never',   'recipient_unavailable'],
    ['10/2018108',  'never',   'recipient_unavailable'],
    ['100/2018001', 'never',   'recipient_unavailable'],
    ['2018300',     'never',   'thread_not_owned'],
    ['100/2534037', 'never',   'thread_not_owned'],
    ['10/2018321',  'never',   'thread_not_owned'],
    ['190/460',     'later',   'auth'],
    ['190/467',     'later',   'auth'],
    ['10',          'later',   'auth'],
    ['200/2018028', 'later',   'auth'],
    ['368',         'later',   'account_restricted'],
    ['2022',        'later',   'account_restricted'],
    ['10/1893063',  'later',   'account_restricted'],
    ['4',           'later',   'rate_limited'],
    ['32',          'later',   'rate_limited'],
    ['613/2018338', 'later',   'rate_limited'],
    ['9/2018352',   'later',   'rate_limited'],
    ['100/2018008', 'never',   'media_problem'],
    ['100/2018047', 'never',   'media_problem'],
    ['100/2018109', 'never',   'media_problem'],
    ['100/2018294', 'never',   'media_problem'],
    ['100/2018074', 'never',   'media_problem'],
    ['1/99',        'later',   'transient'],
    ['1200',        'later',   'transient'],
    ['2',           'unknown', 'ambiguous', 500],
    ['1/1357046',   'unknown', 'ambiguous'],
    ['1/1357046',   'unknown', 'ambiguous', 500],
    ['100',         'never',   'content_invalid'],
  ])('error %s is %s, %s', async (given, verdict, problem, status = 400) => {
    const [code, subcode] = given.split('/').map(Number);
    const error = { message: 'No', code, ...(subcode === undefined ? {} : { error_subcode: subcode }) };
    expect((await sending({ status, body: { error } })).end).toMatchObject({ verdict, problem: { code: problem } });
  });
});

describe('how the Page is', () => {
  const asked = async (me: object, debug: object = {}, apps: readonly object[] = [{ id: '9', name: 'Ours' }]) => {
    const answers: readonly [string, object][] = [
      [
        '/debug_token',
        { data: { app_id: '9', is_valid: true, expires_at: 0, scopes: ['pages_messaging', 'pages_manage_metadata'], ...debug } },
      ],
      ['/me?', me],
      [`/${PAGE}/subscribed_apps`, { data: apps }],
    ];
    const provider = await aProvider({ status: 400, body: { error: { message: 'No', code: 100 } } }, 2000, ({ url }) => {
      const found = answers.find(([path]) => url?.includes(path));
      return found ? { status: 200, body: found[1] } : null;
    });
    return messenger.check?.(CONFIG, provider.outside, 1).finally(provider.close);
  };

  it('is named, heard by our app, and its token lives on', async () => {
    expect(await asked({ id: PAGE, name: 'Casa Lumen' })).toMatchObject({
      name: 'Casa Lumen',
      subscribed: true,
      otherApps: [],
      token: { valid: true, expiresAt: null, missing: [] },
      wrong: null,
    });
  });

  it('says what is missing: permissions, our app, the Page of the channel', async () => {
    expect(await asked({ id: PAGE, name: 'x' }, { scopes: ['pages_messaging'] })).toMatchObject({
      token: { missing: ['pages_manage_metadata'] },
    });
    expect(await asked({ id: PAGE, name: 'x' }, {}, [])).toMatchObject({ subscribed: false });
    expect(await asked({ id: '99', name: 'Another' })).toMatchObject({ wrong: { says: expect.stringContaining('Another') } });
  });
});

describe('what is asked of Messenger', () => {
  const bodyOf = async (changes: Partial<Outbound>) => (await sending(TAKEN, changes)).request?.body;
  const buttons = (count: number, text = 'Well?'): Content => ({
    type: 'buttons',
    text,
    buttons: Array.from({ length: count }, (_, at) => ({ id: `b${at}`, title: `Button ${at}` })),
  });

  it('posts to the Page, with the token, as an answer that carries our name of it', async () => {
    const { request } = await sending(TAKEN);
    expect(request).toMatchObject({ method: 'POST', url: `/v25.0/${PAGE}/messages`, headers: { authorization: 'Bearer EAAexample' } });
    expect(request?.body).toEqual({
      recipient: { id: ANA },
      message: { text: 'Your parcel leaves today', metadata: '01hzy0000000000000ab' },
      messaging_type: 'RESPONSE',
    });
  });

  it('says that a person answers after the window, and never that a bot is one', async () => {
    expect(await bodyOf({ humanAgent: true })).toMatchObject({ messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' });
    expect(await bodyOf({ humanAgent: true, author: 'bot' })).toMatchObject({ messaging_type: 'RESPONSE' });
  });

  it('sends few buttons as a card, and many, or below long words, as quick replies', async () => {
    const taps = [{ type: 'postback', title: 'Button 0', payload: 'b0' }];
    expect(await bodyOf({ content: buttons(1) })).toMatchObject({
      message: { attachment: { type: 'template', payload: { template_type: 'button', text: 'Well?', buttons: taps } } },
    });
    const replies = (await bodyOf({ content: buttons(13) })) as { message: { quick_replies: unknown[] } };
    expect(replies.message.quick_replies).toHaveLength(13);
    expect(replies.message.quick_replies[0]).toEqual({ content_type: 'text', title: 'Button 0', payload: 'b0' });
    expect(await bodyOf({ content: buttons(2, 'x'.repeat(641)) })).toMatchObject({ message: { quick_replies: [{}, {}] } });
  });

  it('sends a file that it has by its id, else by where it can be fetched', async () => {
    const file = { type: 'voice', mime: 'audio/mp4', bytes: 1, fileName: null, open: () => Promise.reject(new Error('not read')) } as const;
    const content = { type: 'voice', mediaId: 'x', mime: 'audio/mp4', bytes: 1, state: 'ready' } as const;
    expect(await bodyOf({ content, file: { ...file, providerId: '77', link: null } })).toMatchObject({
      message: { attachment: { type: 'audio', payload: { attachment_id: '77' } } },
    });
    expect(await bodyOf({ content, file: { ...file, providerId: null, link: 'https://desk.example/f' } })).toMatchObject({
      message: { attachment: { type: 'audio', payload: { url: 'https://desk.example/f' } } },
    });
  });

  it('puts any emoji to a message and takes it back, marks all as read, and shows that somebody writes', async () => {
    const provider = await aProvider({ status: 200, body: { recipient_id: ANA } });
    const attention = { to: TO, providerMessageId: 'm_asked' };
    await messenger.react?.(CONFIG, { to: TO, target: 'm_asked#2', emoji: '🎉', at: 1 }, provider.outside);
    await messenger.react?.(CONFIG, { to: TO, target: 'm_asked', emoji: null, at: 1 }, provider.outside);
    await messenger.seen?.(CONFIG, attention, provider.outside);
    await messenger.typing?.(CONFIG, attention, provider.outside);
    await provider.close();
    expect(provider.requests.map(({ body }) => body)).toEqual(
      [
        { sender_action: 'react', payload: { message_id: 'm_asked', reaction: '🎉' } },
        { sender_action: 'unreact', payload: { message_id: 'm_asked' } },
        { sender_action: 'mark_seen' },
        { sender_action: 'typing_on' },
      ].map((action) => ({ recipient: { id: ANA }, ...action })),
    );
  });

  it('refuses what it does not send, and nobody, before anything leaves', async () => {
    expect(await sending(TAKEN, { content: { type: 'location', latitude: 1, longitude: 1 } })).toMatchObject({
      end: { verdict: 'never', problem: { code: 'content_invalid' } },
      request: undefined,
    });
    expect(await sending(TAKEN, { to: { display: 'x' } })).toMatchObject({
      end: { verdict: 'never', problem: { code: 'recipient_invalid' } },
      request: undefined,
    });
  });
});
