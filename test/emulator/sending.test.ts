import { instagram } from '../../channels/instagram';
import { whatsappCloud } from '../../channels/whatsapp-cloud';
import { type Outbound, SendFailure, type Sent } from '../../src/ports/channel';
import { aStage, DAY, HOUR, INSTAGRAM, MINUTE, post, SECOND, type Stage, text, toAna, toAnaOnInstagram, WHATSAPP } from './support';

let stage: Stage;
beforeEach(async () => {
  stage = await aStage();
});
afterEach(() => stage.close());

const ON_WHATSAPP = { phoneNumberId: WHATSAPP, businessAccountId: '100000000000001', accessToken: 'EAAtwinWhatsApp', appSecret: 's' };
const ON_INSTAGRAM = { accountId: INSTAGRAM, accessToken: 'IGAAtwinInstagram', appSecret: 's', login: 'instagram' };

function answer(to: object, more: Partial<Outbound> = {}): Outbound {
  const said = { reference: 'ours-1', content: { type: 'text', text: 'Hi' }, replyTo: null, author: 'agent', humanAgent: false } as const;
  return { ...said, to: { display: 'x', ...to }, ...more };
}

const onWhatsApp = (to: object = { phone: '15550100101' }, config: object = {}) =>
  whatsappCloud.send({ ...ON_WHATSAPP, ...config }, answer(to), stage.outside).catch((failure: SendFailure) => failure);
const onInstagram = (more: Partial<Outbound> = {}, to: object = { id: '6100000000000001' }) =>
  instagram.send(ON_INSTAGRAM, answer(to, more), stage.outside).catch((failure: SendFailure) => failure);
const hears = (account: string, customer = 'ana') => stage.twin.act('say', { account, customer, text: 'Hello' });
const statuses = () => stage.whatsapp().flatMap((value) => value.statuses ?? []);

describe('a message that WhatsApp takes', () => {
  it('is sent, delivered and read, each told with our own reference', async () => {
    await hears('whatsapp');
    const { providerMessageId: id } = (await onWhatsApp()) as Sent;
    await stage.twin.advance(MINUTE);
    expect(statuses().map((status) => [status.id, status.status, status.recipient_id, status.biz_opaque_callback_data])).toEqual(
      ['sent', 'delivered', 'read'].map((status) => [id, status, '15550100101', 'ours-1']),
    );
  });

  it('is refused later when that is ordered, and only to whom it is', async () => {
    await hears('whatsapp');
    await hears('whatsapp', 'bruno');
    await stage.twin.act('refuse', { account: 'whatsapp', with: 'marketing_cap', by: 'status', customer: 'ana' });
    await stage.twin.act('refuse', { account: 'whatsapp', with: 'country', customer: 'ana' });
    expect(await onWhatsApp({ phone: '5511987650102' })).toMatchObject({ providerMessageId: expect.any(String) });
    const { providerMessageId: id } = (await onWhatsApp()) as Sent;
    expect(await onWhatsApp()).toMatchObject({ problem: { code: 'account_restricted', providerCode: '130497' } });
    await stage.twin.advance(MINUTE);
    expect(statuses().filter((status) => status.id === id)).toMatchObject([
      { status: 'failed', errors: [{ code: 131049 }], biz_opaque_callback_data: 'ours-1' },
    ]);
    await expect(stage.twin.act('refuse', { account: 'instagram', with: 'ig_rate', by: 'status' })).rejects.toThrow('no failure by status');
    await expect(stage.twin.act('refuse', { account: 'whatsapp', with: 'pair_rate', by: 'pigeon' })).rejects.toThrow('response or status');
  });

  it('gets as far as the dial says, and further when it is told to', async () => {
    await stage.twin.act('dial', { receipts: 'sent' });
    await hears('whatsapp');
    const { providerMessageId } = (await onWhatsApp()) as Sent;
    await stage.twin.advance(MINUTE);
    await stage.twin.act('progress', { message: providerMessageId, to: 'read' });
    await stage.twin.advance();
    expect(statuses().map(({ status }) => status)).toEqual(['sent', 'read']);
  });

  it.each([
    ['Brazil', 'bruno', '5511987650102', '551187650102'],
    ['Mexico', 'carla', '5215550100103', '525550100103'],
  ])('goes to a number of %s that comes back in another spelling', async (_, customer, phone, waId) => {
    await hears('whatsapp', customer);
    expect(await onWhatsApp({ phone })).toMatchObject({ who: { keys: [`pn:${waId}`] } });
    expect(
      (await post(stage.twin, WHATSAPP, { messaging_product: 'whatsapp', to: `+${phone}`, type: 'text', text: { body: 'x' } })).body
        .contacts,
    ).toEqual([{ input: `+${phone}`, wa_id: waId }]);
  });

  it('goes to a user id, and its statuses name no number', async () => {
    await hears('whatsapp', 'dana');
    expect(await onWhatsApp({ id: 'US.90000000000000000004' })).toMatchObject({ who: { keys: ['uid:US.90000000000000000004'] } });
    await stage.twin.advance(SECOND);
    expect(statuses()[0]).toMatchObject({ recipient_user_id: 'US.90000000000000000004' });
    expect(statuses()[0].recipient_id).toBeUndefined();
  });

  it('stays sent when the customer has blocked the business', async () => {
    await stage.twin.act('customer', { id: 'ana', blocks: true });
    await hears('whatsapp');
    await onWhatsApp();
    await stage.twin.advance(DAY);
    expect(statuses().map(({ status }) => status)).toEqual(['sent']);
  });

  it('shows the customer a reaction of the business', async () => {
    const { id } = await hears('whatsapp');
    await post(stage.twin, WHATSAPP, toAna({ type: 'reaction', reaction: { message_id: id, emoji: '👍' } }));
    expect(stage.twin.world.messages.get(String(id))!.reactions).toEqual({ business: '👍' });
  });
});

describe('a message that fails after WhatsApp took it', () => {
  const failsLater = async (send: () => Promise<unknown>, code: number) => {
    const sent = await send();
    expect(sent).not.toBeInstanceOf(SendFailure);
    expect(statuses()).toEqual([]);
    await stage.twin.advance(MINUTE);
    expect(statuses()).toEqual([expect.objectContaining({ status: 'failed', errors: [expect.objectContaining({ code })] })]);
    return whatsappCloud.hear!(stage.listener.heard.at(-1)!.body);
  };

  it('came more than a day after the customer’s last word, and our channel says so', async () => {
    await hears('whatsapp');
    await stage.twin.advance(DAY + SECOND);
    expect(await failsLater(() => onWhatsApp(), 131047)).toMatchObject([
      { type: 'receipt', reference: 'ours-1', error: { code: 'window_closed' } },
    ]);
  });

  it('went to who never wrote', () => failsLater(() => onWhatsApp(), 131047).then((heard) => expect(heard).toHaveLength(1)));

  it('went to a number without WhatsApp', async () => {
    expect(await failsLater(() => onWhatsApp({ phone: '15550100777' }), 131026)).toMatchObject([
      { error: { code: 'recipient_unavailable' } },
    ]);
  });

  it('reacts to a message that is not there', async () => {
    await hears('whatsapp');
    const reaction = toAna({ type: 'reaction', reaction: { message_id: 'wamid.none', emoji: '👍' } });
    expect(await failsLater(() => post(stage.twin, WHATSAPP, reaction), 131009)).toHaveLength(1);
  });

  it('would have gone as a template', async () => {
    const body = toAna({ type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } });
    expect((await post(stage.twin, WHATSAPP, body)).status).toBe(200);
    await stage.twin.advance(MINUTE);
    expect(statuses().map(({ status }) => status)).toEqual(['sent', 'delivered', 'read']);
  });
});

describe('a message on Instagram', () => {
  it('comes back as an echo, the other way round, and is read', async () => {
    await hears('instagram');
    const { providerMessageId: mid } = (await onInstagram()) as Sent;
    await stage.twin.advance(MINUTE);
    expect(stage.instagram().slice(1)).toMatchObject([
      { sender: { id: INSTAGRAM }, recipient: { id: '6100000000000001' }, message: { mid, text: 'Hi', is_echo: true } },
      { sender: { id: '6100000000000001' }, recipient: { id: INSTAGRAM }, read: { mid } },
    ]);
  });

  // biome-ignore format: a table is read in columns
  it.each<[string, number, boolean, string | null]>([
    ['within a day by anybody',           23 * HOUR,     false, null],
    ['after a day by nobody',             25 * HOUR,     false, 'window_closed'],
    ['after a day by a person',           25 * HOUR,     true,  null],
    ['after a week by nobody at all',     8 * DAY,       true,  'window_closed'],
  ])('may be sent %s', async (_, later, humanAgent, problem) => {
    await hears('instagram');
    await stage.twin.advance(later);
    const end = await onInstagram({ humanAgent });
    expect(end instanceof SendFailure ? end.problem.code : null).toBe(problem);
  });

  it('is sent through a Page’s token, too', async () => {
    await hears('instagram');
    const end = await instagram.send({ ...ON_INSTAGRAM, login: 'facebook' }, answer({ id: '6100000000000001' }), stage.outside);
    expect(end.providerMessageId).toMatch(/^aWdfZAG1/);
  });

  it('may be typing, and a heart', async () => {
    const { id } = await hears('instagram');
    const act = (more: object) => post(stage.twin, 'me', { recipient: { id: '6100000000000001' }, ...more }, 'IGAAtwinInstagram');
    expect((await act({ sender_action: 'typing_on' })).body).toEqual({ recipient_id: '6100000000000001' });
    await act({ sender_action: 'react', payload: { message_id: id, reaction: 'love' } });
    await act({ sender_action: 'mark_seen' });
    expect(stage.twin.world.messages.get(String(id))).toMatchObject({ reactions: { business: '❤️' }, progress: 'read' });
  });
});

describe('what our channels make of a no', () => {
  // biome-ignore format: a table is read in columns
  it.each<[string, string, string]>([
    ['token_expired',  'later',   'auth'],
    ['policy',         'later',   'account_restricted'],
    ['throughput',     'later',   'rate_limited'],
    ['pair_rate',      'later',   'rate_limited'],
    ['maintenance',    'later',   'transient'],
    ['something',      'unknown', 'ambiguous'],
    ['sent_anyway',    'unknown', 'ambiguous'],
    ['window_closed',  'never',   'window_closed'],
    ['undeliverable',  'never',   'recipient_unavailable'],
    ['not_allowed',    'never',   'recipient_invalid'],
    ['template_missing', 'never', 'template_problem'],
    ['media_upload',   'never',   'media_problem'],
    ['ig_not_owner',   'never',   'thread_not_owned'],
    ['value',          'never',   'content_invalid'],
  ])('%s: %s, %s', async (name, verdict, code) => {
    await stage.twin.act('refuse', { with: name, times: 1 });
    expect(await onWhatsApp()).toMatchObject({ verdict, problem: { code } });
    expect(await onWhatsApp()).toMatchObject({ providerMessageId: expect.any(String) });
  });
});

describe('media', () => {
  const EAA = { authorization: 'Bearer EAAtwinWhatsApp' };
  const upload = (type: string, bytes = 'PNG', headers: Record<string, string> = EAA) => {
    const form = new FormData();
    form.set('messaging_product', 'whatsapp');
    form.set('file', new Blob([bytes], { type }), 'lamp');
    return fetch(`${stage.twin.url}/v25.0/${WHATSAPP}/media`, { method: 'POST', body: form, headers });
  };

  it('come in two steps, with a token, by a link that lives for five minutes', async () => {
    const { id } = (await (await upload('image/png')).json()) as { id: string };
    const described = async () => ((await (await fetch(`${stage.twin.url}/v25.0/${id}`, { headers: EAA })).json()) as { url: string }).url;
    const url = await described();
    const get = async (headers: Record<string, string>) => (await fetch(url, { headers })).status;
    expect([await get(EAA), await get({})]).toEqual([200, 401]);
    await stage.twin.advance(5 * MINUTE + 1);
    expect(await get(EAA)).toBe(404);
    expect(await (await fetch(await described(), { headers: EAA })).text()).toBe('PNG');
  });

  it('are sent by their id, and can be taken back', async () => {
    await hears('whatsapp');
    const { id } = (await (await upload('image/png')).json()) as { id: string };
    const send = () => post(stage.twin, WHATSAPP, toAna({ type: 'image', image: { id } }));
    expect((await send()).status).toBe(200);
    expect((await fetch(`${stage.twin.url}/v25.0/${id}`, { method: 'DELETE', headers: EAA })).status).toBe(200);
    expect((await send()).body.error.code).toBe(100);
  });

  it('of a customer are found by the id and the link of the webhook', async () => {
    await stage.twin.act('say', { customer: 'ana', type: 'image', data: Buffer.from('a lamp').toString('base64') });
    await stage.twin.advance();
    const { url } = stage.whatsapp()[0].messages[0].image;
    expect(await (await fetch(url, { headers: EAA })).text()).toBe('a lamp');
  });

  it.each([
    ['of a kind that is not sent', 'image/bmp', 'x', 100],
    ['that are too large', 'image/webp', 'x'.repeat(501 * 1024), 131053],
  ])('%s are refused', async (_, type, bytes, code) => {
    expect(await (await upload(type, bytes)).json()).toMatchObject({ error: { code } });
  });

  it('of Instagram need no token, and die after a day', async () => {
    await stage.twin.act('say', { account: 'instagram', customer: 'ana', type: 'image' });
    await stage.twin.advance();
    const { url } = stage.instagram()[0].message.attachments[0].payload;
    expect((await fetch(url)).status).toBe(200);
    await stage.twin.advance(DAY + 1);
    expect((await fetch(url)).status).toBe(403);
  });
});

it('remembers what was sent, and how it ended', async () => {
  await hears('whatsapp');
  await post(stage.twin, WHATSAPP, text('x'));
  await post(stage.twin, INSTAGRAM, toAnaOnInstagram({ text: 'x' }));
  await stage.twin.advance(MINUTE);
  const sends = await (await fetch(`${stage.twin.url}/twin/sends`, { headers: { authorization: `Bearer ${stage.twin.bearer}` } })).json();
  expect(sends).toMatchObject([
    { account: WHATSAPP, outcome: 'accepted', status: 200, progress: 'read' },
    { account: INSTAGRAM, outcome: 'refused', status: 400, code: 10 },
  ]);
});
