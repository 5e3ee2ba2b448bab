import { join } from 'node:path';
import { instagram } from '../../../channels/instagram';
import { react, seen, typing } from '../../../channels/instagram/gestures';
import { send } from '../../../channels/instagram/send';
import type { ChannelConfig, Outbound, SendFailure } from '../../../src/ports/channel';
import { recorded } from '../support/heard';
import { anAnswer } from '../support/meta';
import { aProvider, type Behaviour, type Request } from '../support/provider';

const CONFIG = { accountId: '17841400000000001', accessToken: 'IGexample', appSecret: 's', login: 'instagram' };
const TAKEN: Behaviour = { status: 200, body: { recipient_id: '6100000000000001', message_id: 'mid.sent' } };

async function sending(
  behaviour: Behaviour,
  changes: Partial<Outbound> = {},
  config: ChannelConfig = CONFIG,
): Promise<{ end: unknown; request: Request | undefined }> {
  const provider = await aProvider(behaviour);
  try {
    const end = await send(config, anAnswer({ to: { id: '6100000000000001', display: '61' }, ...changes }), provider.outside).catch(
      (failure: unknown) => failure,
    );
    return { end, request: provider.requests[0] };
  } finally {
    await provider.close();
  }
}

/** Where a send goes when no other host is configured. */
async function hostOf(config: ChannelConfig): Promise<string> {
  const asked: string[] = [];
  const fetch = (url: string) => {
    asked.push(url);
    return Promise.resolve(new Response('{"message_id":"mid.sent"}'));
  };
  await send(config, anAnswer({ to: { id: '61', display: '61' } }), {
    fetch: fetch as unknown as typeof globalThis.fetch,
    open: () => Promise.reject(new Error('no link is opened here')),
    graphUrl: null,
    telegramUrl: null,
    botFrameworkUrl: null,
    call: async () => Promise.reject(new Error('nobody')),
    graphVersion: 'v25.0',
    timeout: 1000,
    now: () => 0,
  });
  return asked.join();
}

describe('what Instagram answers', () => {
  const answers = recorded(join(__dirname, 'fixtures'), 'api_');

  // biome-ignore format: a table is read in columns
  const ENDS: Readonly<Record<string, object>> = {
    api_error_100_2534014_no_user:      { verdict: 'never', problem: { code: 'recipient_invalid', providerCode: '100/2534014' } },
    api_error_10_2534022_window_closed: { verdict: 'never', problem: { code: 'window_closed', providerCode: '10/2534022' } },
    api_error_613_2534040_rate:         { verdict: 'later', problem: { code: 'rate_limited', providerCode: '613/2534040' }, options: { scope: 'number' } },
    api_send_success:                   { providerMessageId: 'aWdfZAG1faXRlbToxOkc4vS-PxfUiDg4yjSYxoPCeFofAa84mo_NMlviLywcGkZD' },
  };

  it.each(answers)('$name leads to its end', async ({ name, body }) => {
    const { http_status: status, body: said } = body as { http_status: number; body: object };
    expect(ENDS[name]).toBeDefined();
    expect((await sending({ status, body: said })).end).toMatchObject(ENDS[name] ?? {});
  });

  // biome-ignore format: a table is read in columns
  it.each<[number, number, SendFailure['verdict'], string]>([
    [10, 2018278,    'never', 'window_closed'],
    [10, 2018300,    'never', 'thread_not_owned'],
    [100, 2534037,   'never', 'thread_not_owned'],
    [200, 2534041,   'later', 'auth'],
    [10, 2534077,    'later', 'auth'],
    [100, 2534029,   'later', 'account_restricted'],
    [551, 1545041,   'never', 'recipient_unavailable'],
    [100, 2018109,   'never', 'media_problem'],
    [100, 99999999,  'never', 'content_invalid'],
    [1, 1357046,     'unknown', 'ambiguous'],
  ])('error %d/%d is %s, %s', async (code, error_subcode, verdict, problem) => {
    expect((await sending({ status: 400, body: { error: { message: 'No', code, error_subcode } } })).end).toMatchObject({ verdict, problem: { code: problem } });
  });
});

describe('what is asked of Instagram', () => {
  it('posts to the account, with the token, as an answer', async () => {
    const { request } = await sending(TAKEN);
    expect(request).toMatchObject({
      method: 'POST',
      url: '/v25.0/17841400000000001/messages',
      headers: { authorization: 'Bearer IGexample' },
    });
    expect(request?.body).toEqual({
      recipient: { id: '6100000000000001' },
      message: { text: 'Your parcel leaves today' },
      messaging_type: 'RESPONSE',
    });
  });

  it('asks each log-in at its own host', async () => {
    expect(await hostOf(CONFIG)).toBe('https://graph.instagram.com/v25.0/17841400000000001/messages');
    expect(await hostOf({ ...CONFIG, login: 'facebook' })).toBe('https://graph.facebook.com/v25.0/me/messages');
  });

  it('says that a person answers after the window, and never that a bot is one', async () => {
    expect((await sending(TAKEN, { humanAgent: true })).request?.body).toMatchObject({ messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' });
    expect((await sending(TAKEN, { humanAgent: true, author: 'bot' })).request?.body).toMatchObject({ messaging_type: 'RESPONSE' });
  });

  it('quotes the whole message when a later part of it is answered', async () => {
    expect((await sending(TAKEN, { replyTo: 'mid.asked#2' })).request?.body).toMatchObject({ reply_to: { mid: 'mid.asked' } });
  });

  it('sends buttons as quick replies', async () => {
    const content = { type: 'buttons', text: 'Well?', buttons: [{ id: 'yes', title: 'Yes' }] } as const;
    expect((await sending(TAKEN, { content, replyTo: 'mid.asked' })).request?.body).toMatchObject({
      message: { text: 'Well?', quick_replies: [{ content_type: 'text', title: 'Yes', payload: 'yes' }] },
      reply_to: { mid: 'mid.asked' },
    });
  });

  it('puts a heart to a message and takes it back, marks all as read, and shows that somebody writes', async () => {
    const provider = await aProvider({ status: 200, body: { recipient_id: '61' } });
    const to = { id: '61', display: '61' };
    const attention = { to, providerMessageId: 'mid.asked' };
    await react(CONFIG, { to, target: 'mid.asked#2', emoji: '❤️', at: 1 }, provider.outside);
    await react(CONFIG, { to, target: 'mid.asked', emoji: null, at: 1 }, provider.outside);
    await seen(CONFIG, attention, provider.outside);
    await typing(CONFIG, attention, provider.outside);
    await provider.close();
    expect(provider.requests.map(({ body }) => body)).toEqual(
      [
        { sender_action: 'react', payload: { message_id: 'mid.asked', reaction: 'love' } },
        { sender_action: 'unreact', payload: { message_id: 'mid.asked' } },
        { sender_action: 'mark_seen' },
        { sender_action: 'typing_on' },
      ].map((action) => ({ recipient: { id: '61' }, ...action })),
    );
  });

  it('refuses what it does not send, and nobody, before anything leaves', async () => {
    expect(await sending(TAKEN, { content: { type: 'share', url: null, kind: 'x' } })).toMatchObject({
      end: { verdict: 'never', problem: { code: 'content_invalid' } },
      request: undefined,
    });
    expect(await sending(TAKEN, { to: { display: 'x' } })).toMatchObject({
      end: { verdict: 'never', problem: { code: 'recipient_invalid' } },
      request: undefined,
    });
    expect(await sending(TAKEN, {}, { ...CONFIG, login: 'myspace' })).toMatchObject({ end: { verdict: 'never' }, request: undefined });
  });

  it('listens under both ids of the account', () => {
    expect(instagram.accounts({ ...CONFIG, appScopedId: '123456' })).toEqual(['17841400000000001', '123456']);
    expect(instagram.accounts({ ...CONFIG, appScopedId: '' })).toEqual(['17841400000000001']);
  });
});
