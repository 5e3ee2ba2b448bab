import { aStage, DAY, INSTAGRAM, post, type Stage, text, toAna, toAnaOnInstagram, WHATSAPP } from './support';

let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
  await stage.twin.act('say', { customer: 'ana', text: 'Hello' });
  await stage.twin.act('say', { account: 'instagram', customer: 'ana', text: 'Hello' });
  await stage.twin.act('customer', { id: 'eve', phone: '15550100199', igsid: '6100000000000099', blocked: true });
});
afterAll(() => stage.close());

const button = (title: string, id = title) => ({ type: 'reply', reply: { id, title } });
const buttons = (...list: object[]) =>
  toAna({ type: 'interactive', interactive: { type: 'button', body: { text: 'Which?' }, action: { buttons: list } } });
const row = (title: string, more: object = {}) => ({ id: title, title, ...more });
const list = (sections: object[], more: object = {}) =>
  toAna({ type: 'interactive', interactive: { type: 'list', body: { text: 'Which?' }, action: { button: 'Choose', sections }, ...more } });
const rows = (count: number) => Array.from({ length: count }, (_, index) => row(`Row ${index}`));
const PAPER = { type: 'header', parameters: [{ type: 'document', document: { link: 'https://x.example/a.pdf' } }] };
const named = (name: string) => ({ type: 'text', parameter_name: name, text: 'x' });
const invoice = (components: object[]) =>
  toAna({ type: 'template', template: { name: 'your_invoice', language: { code: 'en_US' }, components } });
const template = (name: string, parameters: object[] = [], more: object = {}) =>
  toAna({
    type: 'template',
    template: { name, language: { code: 'en_US' }, ...(parameters.length ? { components: [{ type: 'body', parameters }] } : {}) },
    ...more,
  });
const word = (said: string) => ({ type: 'text', text: said });
const reply = (title: string) => ({ content_type: 'text', title, payload: title });
const card = { title: 'Lamp', buttons: [{ type: 'postback', title: 'Buy', payload: 'BUY' }] };
const generic = (elements: object[]) =>
  toAnaOnInstagram({ attachment: { type: 'template', payload: { template_type: 'generic', elements } } });

describe('what Graph says no to on WhatsApp', () => {
  // biome-ignore format: a table is read in columns
  it.each<[string, object, number, string]>([
    ['no product',                    { to: '+15550100101', type: 'text', text: { body: 'x' } },                       400, '100'],
    ['nobody to send to',             { messaging_product: 'whatsapp', type: 'text', text: { body: 'x' } },            400, '100'],
    ['no text',                       toAna({ type: 'text', text: {} }),                                               400, '131008'],
    ['no body of its type',           toAna({ type: 'image' }),                                                        400, '131008'],
    ['a type that there is not',      toAna({ type: 'hologram', hologram: {} }),                                       400, '100'],
    ['a group',                       toAna({ recipient_type: 'herd', type: 'text', text: { body: 'x' } }),            400, '100'],
    ['a text of white space',         text(' \n'),                                                                     400, '131009'],
    ['a text that is too long',       text('x'.repeat(4097)),                                                          400, '100'],
    ['a reference that is too long',  toAna({ type: 'text', text: { body: 'x' }, biz_opaque_callback_data: 'x'.repeat(513) }), 400, '100'],
    ['a quote of nothing',            toAna({ type: 'text', text: { body: 'x' }, context: {} }),                       400, '100'],
    ['a number that is none',         { messaging_product: 'whatsapp', to: 'Ana', type: 'text', text: { body: 'x' } }, 400, '131009'],
    ['the own number',                { messaging_product: 'whatsapp', to: '+15550100001', type: 'text', text: { body: 'x' } }, 400, '131021'],
    ['a user id that is none',        { messaging_product: 'whatsapp', recipient: 'ana', type: 'text', text: { body: 'x' } }, 400, '131009'],
    ['somebody whom we blocked',      { messaging_product: 'whatsapp', to: '+15550100199', type: 'text', text: { body: 'x' } }, 400, '130403'],
    ['media from nowhere',            toAna({ type: 'image', image: {} }),                                             400, '131008'],
    ['media that is not ours',        toAna({ type: 'image', image: { id: '1' } }),                                    400, '100'],
    ['a link that is none',           toAna({ type: 'image', image: { link: 'lamp.png' } }),                           400, '100'],
    ['a caption of a sound',          toAna({ type: 'audio', audio: { link: 'https://example.com/a.mp3', caption: 'x' } }), 400, '100'],
    ['a caption that is too long',    toAna({ type: 'image', image: { link: 'https://example.com/a.png', caption: 'x'.repeat(1025) } }), 400, '131009'],
    ['a place without a latitude',    toAna({ type: 'location', location: { longitude: 1 } }),                         400, '131008'],
    ['a place beyond the pole',       toAna({ type: 'location', location: { latitude: 91, longitude: 1 } }),           400, '131009'],
    ['no contacts',                   toAna({ type: 'contacts', contacts: [] }),                                       400, '131008'],
    ['a reaction to nothing',         toAna({ type: 'reaction', reaction: { emoji: '👍' } }),                          400, '131008'],
    ['an unknown interaction',        toAna({ type: 'interactive', interactive: { type: 'dance', body: { text: 'x' } } }), 400, '100'],
    ['no buttons',                    buttons(),                                                                       400, '131008'],
    ['four buttons',                  buttons(button('1'), button('2'), button('3'), button('4')),                     400, '131009'],
    ['a long button',                 buttons(button('x'.repeat(21))),                                                 400, '131009'],
    ['two buttons of one name',       buttons(button('Yes', 'a'), button('Yes', 'b')),                                 400, '131009'],
    ['a list without a button',       list([{ rows: rows(1) }], { action: { sections: [{ rows: rows(1) }] } }),         400, '131008'],
    ['eleven rows',                   list([{ title: 'A', rows: rows(6) }, { title: 'B', rows: rows(5) }]),            400, '131009'],
    ['eleven sections',               list(Array.from({ length: 11 }, () => ({ title: 'A', rows: rows(1) }))),         400, '131009'],
    ['sections without titles',       list([{ rows: rows(1) }, { rows: rows(1) }]),                                    400, '131008'],
    ['a long row',                    list([{ rows: [row('x'.repeat(25))] }]),                                         400, '131009'],
    ['a long description',            list([{ rows: [row('A', { description: 'x'.repeat(73) })] }]),                   400, '131009'],
    ['a long footer',                 list([{ rows: rows(1) }], { footer: { text: 'x'.repeat(61) } }),                 400, '131009'],
    ['an unknown template',           template('summer_sale'),                                                         404, '132001'],
    ['a template in no such language', toAna({ type: 'template', template: { name: 'hello_world', language: { code: 'es_MX' } } }), 404, '132001'],
    ['too few parameters',            template('order_update', [word('Ana')]),                                         400, '132000'],
    ['parameters of another kind',    template('order_update', [word('Ana'), { type: 'currency' }]),                   400, '132012'],
    ['a template that grows too long', template('order_update', [word('Ana'), word('x'.repeat(1024))]),                400, '132005'],
    ['a template without its header', invoice([]),                                                                     400, '132000'],
    ['a header of another kind',      invoice([{ type: 'header', parameters: [{ type: 'image', image: { link: 'https://x.example/a.png' } }] }]), 400, '132012'],
    ['a named parameter less',        invoice([PAPER, { type: 'body', parameters: [named('name'), named('name')] }]),  400, '132000'],
    ['a link without its end',        invoice([PAPER, { type: 'body', parameters: [named('name'), named('number')] }]), 400, '132000'],
    ['a paused template',             template('spring_sale'),                                                         400, '132015'],
    ['a disabled template',           template('old_sale'),                                                            400, '132016'],
    ['a code to a user id',           { ...template('login_code', [word('123')]), to: undefined, recipient: 'US.90000000000000000001' }, 400, '131062'],
    ['reading what is not there',     { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.none' },     400, '131009'],
    ['another status than read',      { messaging_product: 'whatsapp', status: 'sent', message_id: 'wamid.none' },     400, '100'],
  ])('%s', async (_, body, status, code) => {
    const answer = await post(stage.twin, WHATSAPP, body);
    expect([answer.status, String(answer.body.error.code)]).toEqual([status, code]);
    expect(answer.body.error).toMatchObject({ type: 'OAuthException', fbtrace_id: expect.any(String) });
  });
});

describe('what Graph says no to on Instagram', () => {
  // biome-ignore format: a table is read in columns
  it.each<[string, object, number, string]>([
    ['nobody to send to',          { message: { text: 'x' } },                                                      400, '100'],
    ['nobody that it knows',       { recipient: { id: '999' }, message: { text: 'x' } },                            400, '100/2534014'],
    ['somebody who is gone',       { recipient: { id: '6100000000000099' }, message: { text: 'x' } },               400, '551/1545041'],
    ['who never wrote',            { recipient: { id: '6100000000000003' }, message: { text: 'x' } },               400, '10/2534022'],
    ['no message',                 { recipient: { id: '6100000000000001' } },                                       400, '100'],
    ['an empty text',              toAnaOnInstagram({ text: '' }),                                                  400, '100'],
    ['1002 bytes of 334 letters',  toAnaOnInstagram({ text: '€'.repeat(334) }),                                     400, '100'],
    ['a text and a picture',       toAnaOnInstagram({ text: 'x', attachment: { type: 'image' } }),                  400, '100'],
    ['a link that is none',        toAnaOnInstagram({ attachment: { type: 'image', payload: { url: 'lamp' } } }),   400, '100/2018008'],
    ['an unknown upload',          toAnaOnInstagram({ attachment: { type: 'image', payload: { attachment_id: '1' } } }), 400, '100/2018074'],
    ['eleven pictures',            toAnaOnInstagram({ attachments: Array.from({ length: 11 }, () => ({ type: 'image', payload: { url: 'https://example.com/a' } })) }), 400, '100'],
    ['an unknown attachment',      toAnaOnInstagram({ attachment: { type: 'smell' } }),                             400, '100'],
    ['fourteen quick replies',     toAnaOnInstagram({ text: 'x', quick_replies: Array.from({ length: 14 }, (_, n) => reply(`${n}`)) }), 400, '100'],
    ['a long quick reply',         toAnaOnInstagram({ text: 'x', quick_replies: [reply('x'.repeat(21))] }),         400, '100'],
    ['eleven cards',               generic(Array.from({ length: 11 }, () => card)),                                 400, '100'],
    ['four buttons on a card',     generic([{ ...card, buttons: Array.from({ length: 4 }, () => card.buttons[0]) }]), 400, '100'],
    ['an unknown purpose',         toAnaOnInstagram({ text: 'x' }, { messaging_type: 'GOSSIP' }),                   400, '100'],
    ['an unknown tag',             toAnaOnInstagram({ text: 'x' }, { messaging_type: 'MESSAGE_TAG', tag: 'ACCOUNT_UPDATE' }), 400, '100'],
    ['an unknown action',          { recipient: { id: '6100000000000001' }, sender_action: 'wave' },                400, '100'],
    ['a heart for nothing',        { recipient: { id: '6100000000000001' }, sender_action: 'react', payload: { message_id: 'none' } }, 400, '100'],
  ])('%s', async (_, body, status, code) => {
    const { status: found, body: { error } } = await post(stage.twin, INSTAGRAM, body);
    const said = error.error_subcode === undefined ? String(error.code) : `${error.code}/${error.error_subcode}`;
    expect([found, said]).toEqual([status, code]);
  });
});

describe('who may send', () => {
  // biome-ignore format: a table is read in columns
  it.each<[string, string, string | null, number, object]>([
    ['nobody',                       WHATSAPP,  null,                401, { code: 104 }],
    ['a made-up token',              WHATSAPP,  'EAAwrong',          401, { code: 190, error_subcode: 467 }],
    ['for a number that is not',     '123456',  'EAAtwinWhatsApp',   400, { code: 100, error_subcode: 33, type: 'GraphMethodException' }],
    ['for somebody else’s number',   WHATSAPP,  'IGAAtwinInstagram', 400, { code: 100, error_subcode: 33 }],
  ])('%s may not', async (_, node, token, status, error) => {
    expect(await post(stage.twin, node, text('x'), token)).toMatchObject({ status, body: { error } });
  });

  // biome-ignore format: a table is read in columns
  it.each<[string, string, number, object]>([
    ['an expired token',       'token_expired', 401, { code: 190, error_subcode: 463 }],
    ['a changed password',     'token_password', 401, { code: 190, error_subcode: 460 }],
    ['a policy',               'policy',        403, { code: 368 }],
    ['an unpaid bill',         'payment',       400, { code: 131042 }],
    ['an unregistered number', 'unregistered',  400, { code: 133010 }],
    ['maintenance',            'maintenance',   503, { code: 131057 }],
  ])('%s stops the account until it is over', async (_, trouble, status, error) => {
    await stage.twin.act('account', { id: WHATSAPP, trouble });
    expect(await post(stage.twin, WHATSAPP, text('x'))).toMatchObject({ status, body: { error } });
    await stage.twin.act('account', { id: WHATSAPP, trouble: null });
    expect((await post(stage.twin, WHATSAPP, text('x'))).status).toBe(200);
  });

  it('says in a header, too, that a token is worth nothing', async () => {
    const { headers } = await post(stage.twin, WHATSAPP, text('x'), 'EAAwrong');
    expect(headers.get('www-authenticate')).toContain('invalid_token');
  });

  it('lets a test number write only to its list', async () => {
    await stage.twin.act('account', { id: WHATSAPP, allowed: ['15550100104'] });
    expect((await post(stage.twin, WHATSAPP, text('x'))).body.error.code).toBe(131030);
    await stage.twin.act('account', { id: WHATSAPP, allowed: null });
  });
});

describe('how much may be sent', () => {
  it('takes a burst to one person, then one every six seconds', async () => {
    await stage.twin.advance(DAY / 4);
    const codes: (number | undefined)[] = [];
    for (let sent = 0; sent < 46; sent++) codes.push((await post(stage.twin, WHATSAPP, text('x'))).body.error?.code);
    expect(codes.slice(0, 45).every((code) => code === undefined)).toBe(true);
    expect(codes[45]).toBe(131056);
    await stage.twin.advance(6_000);
    expect((await post(stage.twin, WHATSAPP, text('x'))).status).toBe(200);
  });

  it('takes so many a second of a number, and of an Instagram account', async () => {
    await stage.twin.act('account', { id: WHATSAPP, limits: { perSecond: 1, pairBurst: 1000 } });
    await stage.twin.act('account', { id: INSTAGRAM, limits: { perSecond: 1 } });
    await stage.twin.advance(1_000);
    const codes = async (node: string, body: object) => [
      (await post(stage.twin, node, body)).status,
      (await post(stage.twin, node, body)).body.error,
    ];
    expect(await codes(WHATSAPP, text('x'))).toEqual([200, expect.objectContaining({ code: 130429 })]);
    expect(await codes(INSTAGRAM, toAnaOnInstagram({ text: 'x' }))).toEqual([
      200,
      expect.objectContaining({ code: 613, error_subcode: 2534040 }),
    ]);
  });
});
