import { instagram } from '../../channels/instagram';
import { whatsappCloud } from '../../channels/whatsapp-cloud';
import { bytesOf } from '../../emulator/bytes';
import type { Heard } from '../../src/ports/channel';
import {
  aListener,
  aStage,
  DAY,
  HOUR,
  INSTAGRAM,
  MINUTE,
  post,
  SECOND,
  START,
  type Stage,
  text,
  toAnaOnInstagram,
  WHATSAPP,
} from './support';

let stage: Stage;
beforeEach(async () => {
  stage = await aStage();
});
afterEach(() => stage.close());

const CHANNELS = { whatsapp_business_account: whatsappCloud, instagram } as const;
const SECRETS = ['twin-app-secret-whatsapp', 'twin-app-secret-instagram'];

/** What our channels understand of all that was heard. */
function understood(): Heard[] {
  return stage.listener.heard.flatMap(({ body }) => CHANNELS[body.object as keyof typeof CHANNELS].hear!(body));
}

describe('the bytes of a webhook', () => {
  it('are ASCII with escapes in lower case, as Meta writes them', () => {
    expect(bytesOf({ text: 'äöå 🧉 https://x' }).toString()).toBe(String.raw`{"text":"\u00e4\u00f6\u00e5 \ud83e\uddc9 https:\/\/x"}`);
  });

  it('pass the channel’s signature check, and no other bytes do', async () => {
    await stage.twin.act('say', { customer: 'ana', text: 'Grüße 👩‍👩‍👧 https://example.com/x' });
    await stage.twin.advance();
    const [{ bytes, headers, body }] = stage.listener.heard as [(typeof stage.listener.heard)[0]];
    const signed = (raw: Buffer) => whatsappCloud.webhook!.signed(raw, headers as Record<string, string>, SECRETS, 0);
    expect([signed(bytes), signed(Buffer.from(JSON.stringify(body)))]).toEqual([true, false]);
  });

  it.each(['wrong', 'absent', 'sha1'])('do not pass it with a signature that is %s', async (signature) => {
    await stage.twin.act('dial', { signature });
    await stage.twin.act('say', { customer: 'ana', text: 'Hello' });
    await stage.twin.advance();
    const [{ bytes, headers }] = stage.listener.heard as [(typeof stage.listener.heard)[0]];
    expect(whatsappCloud.webhook!.signed(bytes, headers as Record<string, string>, SECRETS, 0)).toBe(false);
  });
});

describe('the handshake', () => {
  it('is asked before a webhook is believed', async () => {
    const stranger = await aListener(['another word']);
    await expect(stage.twin.act('webhook', { account: 'whatsapp', url: stranger.url })).rejects.toThrow('403');
    expect(stage.twin.account('whatsapp').webhook?.url).toBe(stage.listener.url);
    await stage.twin.act('webhook', { account: 'whatsapp', url: stranger.url, verifyToken: 'another word' });
    expect(stage.twin.account('whatsapp').webhook?.url).toBe(stranger.url);
    await stranger.close();
  });
});

describe('what customers do is understood by our channels', () => {
  const heardAs = async (account: string, verb: string, input: object): Promise<Heard> => {
    await stage.twin.act(verb, { account, ...input });
    await stage.twin.advance();
    return understood().at(-1)!;
  };

  // biome-ignore format: a table is read in columns
  it.each<[string, object, object]>([
    ['whatsapp',  { text: 'Hello' },                                                 { type: 'text', text: 'Hello' }],
    ['whatsapp',  { type: 'image', caption: 'Mine' },                                { type: 'image', mime: 'image/png', caption: 'Mine' }],
    ['whatsapp',  { type: 'video' },                                                 { type: 'video', mime: 'video/mp4' }],
    ['whatsapp',  { type: 'voice' },                                                 { type: 'voice' }],
    ['whatsapp',  { type: 'audio' },                                                 { type: 'audio' }],
    ['whatsapp',  { type: 'document' },                                              { type: 'document', fileName: 'document.pdf' }],
    ['whatsapp',  { type: 'sticker' },                                               { type: 'sticker', animated: false }],
    ['whatsapp',  { type: 'location', latitude: 1.5, longitude: -2, name: 'Here' },  { type: 'location', latitude: 1.5, longitude: -2, name: 'Here' }],
    ['whatsapp',  { type: 'contacts', contacts: [{ name: 'Bo B', phone: '+1 555' }] }, { type: 'contacts', contacts: [{ name: 'Bo B', phones: ['+1 555'] }] }],
    ['whatsapp',  { type: 'unsupported', kind: 'poll_creation' },                    { type: 'unsupported', kind: 'poll_creation' }],
    ['whatsapp',  { type: 'order' },                                                 { type: 'order', items: [{ productId: 'LAMP-2', quantity: 2, price: 19.5, currency: 'EUR' }] }],
    ['whatsapp',  { type: 'form', data: { city: 'Recife' } },                        { type: 'form_reply', name: 'flow', data: { city: 'Recife' } }],
    ['whatsapp',  { type: 'call_permission' },                                       { type: 'form_reply', name: 'call_permission_reply', data: { response: 'accept' } }],
    ['instagram', { type: 'ig_reel' },                                               { type: 'share', kind: 'ig_reel', title: 'Lamps for long evenings' }],
    ['instagram', { type: 'share' },                                                 { type: 'share', kind: 'share', url: expect.stringContaining('ig_messaging_cdn') }],
    ['instagram', { text: 'Hello' },                                                 { type: 'text', text: 'Hello' }],
    ['instagram', { type: 'image' },                                                 { type: 'image', source: { id: null, url: expect.stringContaining('ig_messaging_cdn') } }],
    ['instagram', { type: 'video' },                                                 { type: 'video' }],
    ['instagram', { type: 'voice' },                                                 { type: 'audio' }],
    ['instagram', { type: 'document' },                                              { type: 'document' }],
    ['instagram', { type: 'like' },                                                  { type: 'text', text: '❤️' }],
    ['instagram', { type: 'story_mention' },                                         { type: 'share', kind: 'story_mention' }],
    ['instagram', { type: 'story_reply', text: 'Lovely' },                           { type: 'story_reply', text: 'Lovely' }],
    ['instagram', { type: 'unsupported' },                                           { type: 'unsupported' }],
  ])('%s: says %j', async (account, said, content) => {
    expect(await heardAs(account, 'say', { customer: 'ana', ...said })).toMatchObject({ type: 'message', at: START, content });
  });

  // biome-ignore format: a table is read in columns
  it.each<[string, object, object]>([
    ['whatsapp',  { ad: true },                                                      { referral: { source: 'ad', title: 'Lamps for long evenings' } }],
    ['whatsapp',  { product: { catalogId: '5', productId: 'LAMP-2' } },              { product: { catalogId: '5', productId: 'LAMP-2' } }],
    ['whatsapp',  { forwarded: true },                                               { forwarded: true }],
    ['instagram', { ad: true },                                                      { referral: { source: 'ad', ref: 'LAMPS' } }],
  ])('%s: comes with %j', async (account, with_, context) => {
    expect(await heardAs(account, 'say', { customer: 'ana', text: 'Hello', ...with_ })).toMatchObject({ context });
  });

  it.each(['whatsapp', 'instagram'])('%s: reacts, takes it back, edits, unsends and quotes', async (account) => {
    const first = await stage.twin.act('say', { account, customer: 'ana', text: 'Hello' });
    const target = first.id;
    const message = { customer: 'ana', message: target };
    expect(await heardAs(account, 'react', { ...message, emoji: '❤️' })).toMatchObject({
      type: 'reaction',
      target,
      emoji: '❤️',
      by: 'customer',
    });
    expect(await heardAs(account, 'react', { ...message, emoji: '' })).toMatchObject({ type: 'reaction', target, emoji: null });
    expect(await heardAs(account, 'edit', { ...message, text: 'Hallo' })).toMatchObject({
      type: 'edit',
      target,
      content: { text: 'Hallo' },
    });
    expect(await heardAs(account, 'say', { customer: 'ana', text: 'That', replyTo: target })).toMatchObject({
      type: 'message',
      replyTo: target,
    });
    await stage.twin.act('unsend', message);
    await stage.twin.advance();
    expect(understood()).toContainEqual(expect.objectContaining({ type: 'deletion', target, by: 'customer' }));
  });

  it.each(['whatsapp', 'instagram'])('%s: is answered from the business’s own phone', async (account) => {
    expect(await heardAs(account, 'phone', { customer: 'ana', text: 'Yes' })).toMatchObject({ type: 'echo', content: { text: 'Yes' } });
  });

  it('whatsapp: hides a number, and names the person by user id', async () => {
    expect(await heardAs('whatsapp', 'say', { customer: 'dana', text: 'Hi' })).toMatchObject({
      from: { keys: ['uid:US.90000000000000000004'], name: 'Dana', username: 'dana.reads' },
    });
    expect(stage.listener.heard.at(-1)!.bytes.toString()).not.toContain('15550100104');
  });

  it('whatsapp: taps buttons, rows of lists and replies of templates', async () => {
    await stage.twin.act('say', { customer: 'ana', text: 'Hello' });
    const to = { messaging_product: 'whatsapp', to: '+15550100101' };
    const action = { button: 'Choose', sections: [{ rows: [{ id: 'r1', title: 'Red', description: 'like fire' }] }] };
    const sent = [
      {
        type: 'interactive',
        interactive: { type: 'button', body: { text: '?' }, action: { buttons: [{ type: 'reply', reply: { id: 'b1', title: 'Yes' } }] } },
      },
      { type: 'interactive', interactive: { type: 'list', body: { text: '?' }, action } },
      {
        type: 'template',
        template: {
          name: 'order_update',
          language: { code: 'en_US' },
          components: [
            {
              type: 'body',
              parameters: [
                { type: 'text', text: 'Ana' },
                { type: 'text', text: '7' },
              ],
            },
          ],
        },
      },
    ];
    const ids: string[] = [];
    for (const body of sent) ids.push((await post(stage.twin, WHATSAPP, { ...to, ...body })).body.messages[0].id);
    const tap = (index: number, id: string) => heardAs('whatsapp', 'say', { customer: 'ana', type: 'tap', message: ids[index], id });
    expect(await tap(0, 'b1')).toMatchObject({ replyTo: ids[0], content: { type: 'button_reply', id: 'b1', title: 'Yes' } });
    expect(await tap(1, 'r1')).toMatchObject({ content: { type: 'button_reply', id: 'r1', title: 'Red', description: 'like fire' } });
    expect(await tap(2, 'Thank you')).toMatchObject({ content: { type: 'button_reply', id: 'Thank you', title: 'Thank you' } });
    await expect(stage.twin.act('say', { customer: 'ana', type: 'tap', message: ids[0], id: 'none' })).rejects.toThrow('nothing like it');
  });

  it('instagram: taps quick replies and buttons of cards', async () => {
    await stage.twin.act('say', { account: 'instagram', customer: 'ana', text: 'Hello' });
    const quick = { text: 'Which?', quick_replies: [{ content_type: 'text', title: 'Sales', payload: 'SALES' }] };
    const card = {
      attachment: {
        type: 'template',
        payload: { template_type: 'button', text: 'See', buttons: [{ type: 'postback', title: 'Buy', payload: 'BUY' }] },
      },
    };
    const ids: string[] = [];
    for (const message of [quick, card]) ids.push((await post(stage.twin, INSTAGRAM, toAnaOnInstagram(message))).body.message_id);
    const tap = (index: number, id: string) => heardAs('instagram', 'say', { customer: 'ana', type: 'tap', message: ids[index], id });
    expect(await tap(0, 'SALES')).toMatchObject({ type: 'message', content: { type: 'button_reply', id: 'SALES', title: 'Sales' } });
    expect(await tap(1, 'BUY')).toMatchObject({ type: 'message', content: { type: 'button_reply', id: 'BUY', title: 'Buy' } });
  });
});

describe('a webhook that does not answer', () => {
  const attempts = () => stage.listener.heard.length;

  it('is told again at once, after 30 seconds, 2 minutes, 8 minutes …, in the same bytes, until it says 2xx', async () => {
    stage.listener.answer = 503;
    await stage.twin.act('say', { customer: 'ana', text: 'Hello' });
    const counts: number[] = [];
    for (const wait of [0, 29 * SECOND, SECOND, 2 * MINUTE, 8 * MINUTE, 30 * MINUTE]) {
      await stage.twin.advance(wait);
      counts.push(attempts());
    }
    expect(counts).toEqual([2, 2, 3, 4, 5, 6]);
    stage.listener.answer = 200;
    await stage.twin.advance(3 * DAY);
    expect(attempts()).toBe(7);
    expect(new Set(stage.listener.heard.map(({ bytes, headers }) => `${bytes}${headers['x-hub-signature-256']}`)).size).toBe(1);
    expect(stage.twin.posts().map(({ state }) => state)).toEqual(['delivered']);
  });

  it('is told of a burst by fifty POSTs at once, no more', async () => {
    for (let said = 0; said < 300; said++) await stage.twin.act('say', { customer: 'ana', text: `${said}` });
    await stage.twin.advance();
    expect([stage.listener.heard.length, stage.listener.most <= 50, stage.listener.most > 1]).toEqual([300, true, true]);
  });

  it('hears no more of what the twin was told to forget', async () => {
    stage.listener.answer = 500;
    await stage.twin.act('say', { customer: 'ana', text: 'Hello' });
    await stage.twin.advance();
    const before = attempts();
    await stage.twin.act('reset');
    await stage.twin.advance(DAY);
    expect(attempts()).toBe(before);
  });

  it('is given up by WhatsApp after a week', async () => {
    stage.listener.answer = 500;
    await stage.twin.act('say', { customer: 'ana', text: 'Hello' });
    await stage.twin.advance(6 * DAY);
    expect(stage.twin.posts()[0]!.state).toBe('waiting');
    await stage.twin.advance(2 * DAY);
    expect(stage.twin.posts()[0]!.state).toBe('given up');
  });

  it('is unsubscribed by Instagram after an hour, until it is set again', async () => {
    stage.listener.answer = 500;
    await stage.twin.act('say', { account: 'instagram', customer: 'ana', text: 'Hello' });
    await stage.twin.advance(4 * HOUR);
    expect(stage.twin.account('instagram').webhook?.disabled).toBe(true);
    stage.listener.answer = 200;
    await stage.twin.act('webhook', { account: 'instagram', url: stage.listener.url });
    await stage.twin.act('say', { account: 'instagram', customer: 'ana', text: 'Again' });
    await stage.twin.advance();
    expect(stage.instagram().at(-1).message.text).toBe('Again');
  });

  it('shows the customer one tick until it has answered, and two after', async () => {
    stage.listener.answer = 500;
    const { id } = await stage.twin.act('say', { customer: 'ana', text: 'Hello' });
    const progress = () => stage.twin.world.messages.get(String(id))!.progress;
    await stage.twin.advance();
    expect(progress()).toBe('sent');
    stage.listener.answer = 200;
    await stage.twin.advance(MINUTE);
    expect(progress()).toBe('delivered');
    await post(stage.twin, WHATSAPP, { messaging_product: 'whatsapp', status: 'read', message_id: id, typing_indicator: { type: 'text' } });
    expect(progress()).toBe('read');
    await post(stage.twin, WHATSAPP, text('Hi'));
  });
});
