import { join } from 'node:path';
import { react, seen, typing } from '../../../channels/whatsapp-cloud/gestures';
import { send } from '../../../channels/whatsapp-cloud/send';
import { type Content, type Outbound, type Outside, SendFailure } from '../../../src/ports/channel';
import { recorded } from '../support/heard';
import { anAnswer } from '../support/meta';
import { aProvider, type Behaviour, type Request } from '../support/provider';

const CONFIG = { phoneNumberId: '200000000000001', businessAccountId: '100000000000001', accessToken: 'EAAexample', appSecret: 's' };
const ANA = { phone: '15550100101', display: '15550100101' };

interface Recording {
  readonly http_status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: object;
}

async function sending(behaviour: Behaviour, changes: Partial<Outbound> = {}): Promise<{ end: unknown; request: Request | undefined }> {
  const provider = await aProvider(behaviour);
  try {
    const end = await send(CONFIG, anAnswer({ to: ANA, ...changes }), provider.outside).catch((failure: unknown) => failure);
    return { end, request: provider.requests[0] };
  } finally {
    await provider.close();
  }
}

const taken: Behaviour = { status: 200, body: { messages: [{ id: 'wamid.sent' }] } };
const refused = (status: number, error: object): Behaviour => ({ status, body: { error: { message: 'No', ...error } } });

describe('what the Cloud API answers', () => {
  const answers = recorded(join(__dirname, 'fixtures'), 'api_').filter(({ name }) => name !== 'api_media_get_url');

  // biome-ignore format: a table is read in columns
  const ENDS: Readonly<Record<string, object>> = {
    api_error_100_invalid_param:      { verdict: 'never',   problem: { code: 'content_invalid', providerCode: '100', detail: '(#100) Invalid parameter: Message type must be one of text, image, ...' } },
    api_error_130429_rate_limit:      { verdict: 'later',   problem: { code: 'rate_limited', providerCode: '130429' }, options: { scope: 'number' } },
    api_error_131000_unknown_5xx:     { verdict: 'unknown', problem: { code: 'ambiguous', providerCode: '131000' } },
    api_error_131056_pair_rate_limit: { verdict: 'later',   problem: { code: 'rate_limited', providerCode: '131056' }, options: { scope: 'recipient', retryAfter: 6000 } },
    api_error_132001_template_missing: { verdict: 'never',  problem: { code: 'template_problem', providerCode: '132001' } },
    api_error_190_token_expired:      { verdict: 'later',   problem: { code: 'auth', providerCode: '190' }, options: { pauses: true } },
    api_error_368_policy:             { verdict: 'later',   problem: { code: 'account_restricted', providerCode: '368' }, options: { pauses: true } },
    api_send_success:                 { providerMessageId: 'wamid.HBgLMTU1NTAxMDAxMDEVAgARGBIyMjNBMjNDNzQ4QkVBOTVDQTEA', who: { keys: ['pn:15550100101'] } },
    api_send_success_bsuid:           { providerMessageId: 'wamid.HBgLMTU1NTAxMDAxMDEVAgARGBJDNzE2QkZENTM1OEU1MDA1MzcA', who: { keys: ['uid:US.90000000000000000001'] } },
    api_send_template_paced:          { providerMessageId: 'wamid.HBgLMTU1NTAxMDAxMDEVAgARGBJBNUMxQzVGQzVBODMwREJBNkMA' },
  };

  it.each(answers)('$name leads to its end', async ({ name, body }) => {
    const { http_status: status, headers, body: said } = body as Recording;
    const { end } = await sending({ status, body: said, ...(headers ? { headers } : {}) });
    expect(ENDS[name]).toBeDefined();
    expect(end).toMatchObject(ENDS[name] ?? {});
  });

  // biome-ignore format: a table is read in columns
  it.each<[number, object, SendFailure['verdict'], string]>([
    [400, { code: 131047 },                 'never',   'window_closed'],
    [400, { code: 131026 },                 'never',   'recipient_unavailable'],
    [400, { code: 131030 },                 'never',   'recipient_invalid'],
    [400, { code: '131053' },               'never',   'media_problem'],
    [403, { code: 230 },                    'later',   'auth'],
    [401, { code: 0 },                      'later',   'auth'],
    [400, { code: 131000 },                 'later',   'transient'],
    [500, { code: 2, is_transient: true },  'unknown', 'ambiguous'],
    [500, { code: 131016 },                 'later',   'transient'],
    [503, { code: 131057 },                 'later',   'transient'],
    [500, { code: 80007 },                  'later',   'rate_limited'],
    [500, { code: 190 },                    'later',   'auth'],
    [500, { code: 987654 },                 'unknown', 'ambiguous'],
    [400, { code: 987654 },                 'never',   'unknown'],
    [400, { code: 987654, is_transient: true }, 'later', 'transient'],
    [429, { code: 987654 },                 'later',   'rate_limited'],
    [400, {},                               'never',   'unknown'],
    [500, { code: 1, error_subcode: 1357046 }, 'unknown', 'ambiguous'],
  ])('HTTP %d with %j is %s, %s', async (status, error, verdict, code) => {
    expect((await sending(refused(status, error))).end).toMatchObject({ verdict, problem: { code } });
  });

  it('waits as long as the account must', async () => {
    const usage = JSON.stringify({
      1: [{ type: 'messages', estimated_time_to_regain_access: 19 }, { estimated_time_to_regain_access: 3 }],
    });
    const { end } = await sending({
      status: 400,
      headers: { 'x-business-use-case-usage': usage },
      body: { error: { message: 'Slow down', code: 80007 } },
    });
    expect(end).toMatchObject({ options: { retryAfter: 19 * 60_000, scope: 'number' } });
  });

  it('learns the spelling that WhatsApp prefers', async () => {
    const { end } = await sending({
      status: 200,
      body: { contacts: [{ input: '+5511987654321', wa_id: '551187654321' }], messages: [{ id: 'wamid.sent' }] },
    });
    expect(end).toMatchObject({ who: { keys: ['pn:551187654321'], address: { phone: '551187654321' } } });
  });
});

describe('what is asked of the Cloud API', () => {
  it('posts to the number, with the token, our reference and a plus', async () => {
    const { request } = await sending(taken);
    expect(request).toMatchObject({
      method: 'POST',
      url: '/v25.0/200000000000001/messages',
      headers: { authorization: 'Bearer EAAexample', 'content-type': 'application/json' },
    });
    expect(request?.body).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '+15550100101',
      type: 'text',
      text: { body: 'Your parcel leaves today', preview_url: false },
      biz_opaque_callback_data: '01hzy0000000000000ab',
    });
  });

  it('quotes the message that is answered, and previews a link', async () => {
    const { request } = await sending(taken, { replyTo: 'wamid.asked', content: { type: 'text', text: 'See https://example.com' } });
    expect(request?.body).toMatchObject({ context: { message_id: 'wamid.asked' }, text: { preview_url: true } });
  });

  it('names a person without a phone by user id', async () => {
    const { request } = await sending(taken, { to: { id: 'US.900', display: '@ana' } });
    expect(request?.body).toMatchObject({ recipient: 'US.900' });
    expect(request?.body).not.toHaveProperty('to');
  });

  it('sends a template', async () => {
    const components = [{ type: 'body', parameters: [{ type: 'text', text: 'Ana' }] }];
    const { request } = await sending(taken, { content: { type: 'template', name: 'order_update', language: 'es', components } });
    expect(request?.body).toMatchObject({ type: 'template', template: { name: 'order_update', language: { code: 'es' }, components } });
  });

  // biome-ignore format: a table is read in columns
  it.each<[Content, object]>([
    [{ type: 'buttons', text: 'Well?', buttons: [{ id: 'yes', title: 'Yes' }] },
     { type: 'interactive', interactive: { type: 'button', body: { text: 'Well?' }, action: { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Yes' } }] } } }],
    [{ type: 'list', text: 'Which?', button: 'See', sections: [{ rows: [{ id: 'a', title: 'A' }] }] },
     { type: 'interactive', interactive: { type: 'list', body: { text: 'Which?' }, action: { button: 'See', sections: [{ rows: [{ id: 'a', title: 'A' }] }] } } }],
    [{ type: 'list', text: 'Which?', button: 'See', sections: [{ title: 'One', rows: [{ id: 'a', title: 'A', description: 'The first' }] }] },
     { interactive: { action: { sections: [{ title: 'One', rows: [{ id: 'a', title: 'A', description: 'The first' }] }] } } }],
    [{ type: 'location', latitude: 52.5, longitude: 13.4, name: 'Shop' }, { type: 'location', location: { latitude: 52.5, longitude: 13.4, name: 'Shop' } }],
    [{ type: 'contacts', contacts: [{ name: 'Ana', phones: ['+15550100101'], emails: ['ana@example.com'], organisation: 'Casa' }] },
     { type: 'contacts', contacts: [{ name: { formatted_name: 'Ana', first_name: 'Ana' }, phones: [{ phone: '+15550100101' }], emails: [{ email: 'ana@example.com' }], org: { company: 'Casa' } }] }],
    [{ type: 'contacts', contacts: [{ name: null, phones: ['+15550100101'], emails: [] }] },
     { type: 'contacts', contacts: [{ name: { formatted_name: '+15550100101', first_name: '+15550100101' }, phones: [{ phone: '+15550100101' }] }] }],
  ])('sends %j', async (content, body) => {
    expect((await sending(taken, { content })).request?.body).toMatchObject(body);
  });

  it('quotes a message with buttons too, and keeps their words out of a failure', async () => {
    const content = { type: 'buttons', text: 'Is it secret?', buttons: [{ id: 'a', title: 'Surely so' }] } as const;
    const { end, request } = await sending(refused(400, { code: 131009, message: 'No: Is it secret? Surely so' }), {
      content,
      replyTo: 'wamid.asked',
    });
    expect(request?.body).toMatchObject({ context: { message_id: 'wamid.asked' } });
    expect(end).toMatchObject({ verdict: 'never', problem: { detail: 'No: … …' } });
  });

  it('keeps what fills a template out of a failure, and names the template', async () => {
    const components = [{ type: 'body', parameters: [{ type: 'text', parameter_name: 'customer', text: 'Ana Souza' }] }];
    const { end } = await sending(refused(400, { code: 132012, message: 'order_update: customer is "Ana Souza"' }), {
      content: { type: 'template', name: 'order_update', language: 'es', components, words: 'Hello Ana Souza' },
    });
    expect(end).toMatchObject({ problem: { detail: 'order_update: customer is "…"' } });
  });

  it('refuses what it does not send, and nobody, before anything leaves', async () => {
    expect(await sending(taken, { content: { type: 'share', url: null, kind: 'x' } })).toMatchObject({
      end: { verdict: 'never', problem: { code: 'content_invalid' } },
      request: undefined,
    });
    expect(await sending(taken, { to: { display: 'nobody' } })).toMatchObject({
      end: { verdict: 'never', problem: { code: 'recipient_invalid' } },
      request: undefined,
    });
  });

  it('does not quote a token that no header can hold', async () => {
    const provider = await aProvider(taken);
    const end = await send({ ...CONFIG, accessToken: 'EAA\nsecret' }, anAnswer({ to: ANA }), provider.outside).catch(
      (failure: unknown) => failure,
    );
    await provider.close();
    expect(end).toBeInstanceOf(SendFailure);
    expect(end).toMatchObject({ verdict: 'later', options: { pauses: true } });
    expect(String((end as Error).stack)).not.toContain('secret');
  });
});

describe('what the Cloud API is asked beside messages', () => {
  const asked = async (ask: (outside: Outside) => Promise<void>) => {
    const provider = await aProvider({ status: 200, body: { success: true } });
    await ask(provider.outside);
    await provider.close();
    return provider.requests.map(({ body }) => body);
  };
  const attention = { to: ANA, providerMessageId: 'wamid.asked' };
  const reaction = { to: ANA, target: 'wamid.asked', emoji: '👍', at: 1767225600123 };

  it('a reaction, which carries what tells its statuses from those of messages', async () => {
    expect(await asked((outside) => react(CONFIG, reaction, outside))).toEqual([
      {
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: '+15550100101',
        type: 'reaction',
        reaction: { message_id: 'wamid.asked', emoji: '👍' },
        biz_opaque_callback_data: 'reaction:1767225600123:wamid.asked',
      },
    ]);
    expect(await asked((outside) => react(CONFIG, { ...reaction, emoji: null }, outside))).toMatchObject([{ reaction: { emoji: '' } }]);
  });

  it('to mark a message as read, and to show that somebody writes', async () => {
    const read = { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.asked' };
    expect(await asked((outside) => seen(CONFIG, attention, outside))).toEqual([read]);
    expect(await asked((outside) => typing(CONFIG, attention, outside))).toEqual([{ ...read, typing_indicator: { type: 'text' } }]);
  });
});
