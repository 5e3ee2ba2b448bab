import { join } from 'node:path';
import { messenger } from '../../../channels/messenger';
import { hear } from '../../../channels/messenger/hear';
import { inWords, recorded } from '../support/heard';
import { EXPECTED } from './expected';
import { ANA, anEntry, anItem, ours, PAGE } from './posts';

const RECORDED = recorded(join(__dirname, 'fixtures'));
const SOMEBODY = `fb:${ANA} (${ANA})`;
const heard = (body: unknown) => hear(body).map(inWords);
const attached = (...attachments: unknown[]) => ({ message: { mid: 'm', attachments } });
const STICKER = { url: 'https://scontent.example/sticker.png', sticker_id: 369239263222822 };

describe('what Messenger tells', () => {
  it('has an expectation for every recorded payload', () => {
    expect(RECORDED.map(({ name }) => name)).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(RECORDED)('$name', ({ name, body }) => {
    expect(heard(body)).toEqual(EXPECTED[name]);
    for (const { account } of hear(body)) expect(account).toBe(PAGE);
  });

  it('comes by a field that a Page is subscribed to, an echo by its own', () => {
    const fieldOf = (body: unknown) => messenger.webhook?.fieldOf(body);
    expect(fieldOf(anItem({ message: { mid: 'm', text: 'x' } }))).toBe('messages');
    expect(fieldOf(ours({ message: { mid: 'm', text: 'x', is_echo: true } }))).toBe('message_echoes');
    expect(fieldOf(anItem({ read: { watermark: 1 } }))).toBe('message_reads');
    expect(fieldOf(anItem({ telepathy: {} }))).toBeNull();
    expect(fieldOf(anEntry({ standby: [{}] }))).toBe('standby');
  });
});

describe('what a customer says', () => {
  // biome-ignore format: a table is read in columns
  it.each<[string, object, string[]]>([
    ['a sticker as image and as sticker',   attached({ type: 'image', payload: STICKER }, { type: 'sticker', payload: STICKER }), ['sticker']],
    ['the same, whose id is a large number', attached({ type: 'image', payload: { ...STICKER, sticker_id: 1845284292345678901n } }, { type: 'sticker', payload: { ...STICKER, sticker_id: 1845284292345678901n } }), ['sticker']],
    ['a sticker of which one names no url', attached({ type: 'sticker', payload: { sticker_id: 7 } }, { type: 'image', payload: { ...STICKER, sticker_id: '7' } }), ['sticker']],
    ['a sticker alone',                     attached({ type: 'sticker', payload: STICKER }), ['sticker']],
    ['two stickers',                        attached({ type: 'sticker', payload: STICKER }, { type: 'sticker', payload: { ...STICKER, sticker_id: 7 } }), ['sticker', 'sticker']],
    ['a picture twice',                     attached({ type: 'image', payload: { url: 'u' } }, { type: 'image', payload: { url: 'u' } }), ['image', 'image']],
    ['a reel',                              attached({ type: 'reel', payload: { url: 'u', title: 'Lamps' } }), ['share']],
    ['a place without coordinates',         attached({ type: 'location', url: 'u', payload: {} }), ['share']],
    ['a place that is nowhere',             attached({ type: 'location', payload: { coordinates: { lat: 91, long: 0 } } }), ['share']],
    ['a command',                           { message: { mid: 'm', text: '/help', commands: [{ name: 'help' }] } }, ['text']],
  ])('%s', (_, event, types) => {
    const body = JSON.parse(JSON.stringify(anItem(event), (__, value) => (typeof value === 'bigint' ? Number(value) : value)));
    expect(hear(body).map((one) => (one.type === 'message' ? one.content.type : one.type))).toEqual(types);
  });

  it('gives a tap without an id the same one each time', () => {
    const tap = anItem({ postback: { title: 'Menu', payload: 'MENU' } });
    expect(hear(tap)).toMatchObject([{ type: 'message', id: `postback:${ANA}:1767225600123:MENU`, content: { type: 'button_reply' } }]);
    expect(hear(tap)).toEqual(hear(tap));
  });

  it('keeps the advertisement from which a message came', () => {
    const referral = { ref: 'promo', ad_id: '12', source: 'ADS', type: 'OPEN_THREAD', ads_context_data: { ad_title: 'Lamps' } };
    expect(hear(anItem({ message: { mid: 'm', text: 'x', referral } }))).toMatchObject([
      { context: { referral: { source: 'ad', id: '12', title: 'Lamps', ref: 'promo' } } },
    ]);
  });
});

describe('what the Page does elsewhere', () => {
  const card = (buttons: object[]) => ({ type: 'template', payload: { template_type: 'button', text: 'Well?', buttons } });
  const echoed = (message: object) => ours({ message: { mid: 'm', is_echo: true, ...message } });

  // biome-ignore format: a table is read in columns
  it.each<[string, object, string]>([
    ['offers taps',    echoed({ attachments: [card([{ type: 'postback', title: 'Yes', payload: 'yes' }])] }), `echo buttons {"text":"Well?","buttons":[{"id":"yes","title":"Yes"}]} to ${SOMEBODY} at 1767225600123`],
    ['offers links',   echoed({ attachments: [card([{ type: 'web_url', title: 'Go', url: 'u' }])] }),         `echo share {"url":null,"kind":"template","title":"Well?"} to ${SOMEBODY} at 1767225600123`],
    ['shows a card',   echoed({ attachments: [{ type: 'template', payload: { template_type: 'generic', elements: [{ title: 'Lamp' }] } }] }), `echo share {"url":null,"kind":"template","title":"Lamp"} to ${SOMEBODY} at 1767225600123`],
    ['reacts',         ours({ reaction: { mid: 'm', action: 'react', emoji: '👍' } }),                        `reaction 👍 by business ${SOMEBODY} on …m at 1767225600123`],
    ['reads',          ours({ read: { watermark: 1767225600000 } }),                                         'notice self'],
    ['hands it to its inbox', anItem({ pass_thread_control: { new_owner_app_id: 263902037430900 } }),        `handover held by 263902037430900 ${SOMEBODY} at 1767225600123`],
    ['gives it to us', anItem({ pass_thread_control: { new_owner_app_id: '400000000000001', previous_owner_app_id: null } }), `handover ours ${SOMEBODY} at 1767225600123`],
  ])('%s', (_, body, expected) => {
    expect(heard(body)).toEqual([expected]);
  });
});

describe('what is said of the account, and what is only recorded', () => {
  const alone = (event: object) => anEntry({ messaging: [{ recipient: { id: PAGE }, timestamp: 1, ...event }] });

  // biome-ignore format: a table is read in columns
  it.each<[string, object, string]>([
    ['a block',                    alone({ policy_enforcement: { action: 'block', reason: 'The bot violated our Platform Policies' } }), `account ${PAGE} policy_enforcement:block paused: The bot violated our Platform Policies`],
    ['a warning',                  alone({ policy_enforcement: { action: 'warning', reason: 'Spam' } }), `account ${PAGE} policy_enforcement:warning alarm: Spam`],
    ['an end of a block',          alone({ policy_enforcement: { action: 'unblock' } }),              `account ${PAGE} policy_enforcement:unblock info: unblock`],
    ['an opt-in to news',          anItem({ optin: { type: 'notification_messages', notification_messages_token: 't' } }), 'notice optin'],
    ['a linked account',           anItem({ account_linking: { status: 'linked' } }),                 'notice account_linking'],
    ['a game',                     anItem({ game_play: {} }),                                         'notice game_play'],
    ['app roles, without sender',  alone({ app_roles: {} }),                                          'notice handover'],
    ['a conversation asked for',   anItem({ request_thread_control: { requested_owner_app_id: 1 } }), 'notice handover'],
    ['a comment',                  anEntry({ changes: [{ field: 'feed', value: { item: 'comment' } }] }), 'notice comment'],
    ['a receipt of nothing',       anItem({ delivery: {} }),                                          'unreadable: the receipt names neither message nor moment'],
    ['a receipt of nobody',        anItem({ sender: null, read: { watermark: 1 } }),                  'unreadable: the message has no sender'],
    ['a policy of nothing',        alone({ policy_enforcement: {} }),                                 'unreadable: the policy names no action'],
  ])('%s', (_, body, expected) => {
    expect(heard(body)).toEqual([expected]);
  });

  it('takes back what a block had said when it ends', () => {
    expect(hear(alone({ policy_enforcement: { action: 'unblock' } }))).toMatchObject([{ ends: ['policy_enforcement'] }]);
  });

  it('hears the dashboard’s test, which is of no Page of ours', () => {
    const value = { sender: { id: '12334' }, recipient: { id: '23245' }, timestamp: '1527459824', message: { mid: 'test', text: 'x' } };
    const test = { object: 'page', entry: [{ id: '0', time: 1, changes: [{ field: 'messages', value }] }] };
    expect(hear(test)).toMatchObject([{ type: 'message', account: '0', at: 1527459824000 }]);
  });
});
