import { join } from 'node:path';
import fc from 'fast-check';
import { canonical } from '../../../channels/common/whatsapp-numbers';
import { hear } from '../../../channels/whatsapp-cloud/hear';
import { address, alias } from '../../../channels/whatsapp-cloud/identity';
import { inWords, recorded } from '../support/heard';
import { EXPECTED } from './expected';
import { aMessage, aPost, aText, aValue, NUMBER, WABA } from './posts';

const RECORDED = recorded(join(__dirname, 'fixtures'));
const SOMEBODY = 'pn:15550100101 (15550100101)';
const heard = (body: unknown) => hear(body).map(inWords);

describe('what WhatsApp tells', () => {
  it('has an expectation for every recorded payload', () => {
    expect(RECORDED.map(({ name }) => name)).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(RECORDED)('$name', ({ name, body }) => {
    expect(heard(body)).toEqual(EXPECTED[name]);
  });

  it('belongs to the number that it names, or to the whole account', () => {
    for (const { body } of RECORDED) {
      const named = JSON.stringify(body).includes('phone_number_id');
      for (const { account } of hear(body)) expect(account).toBe(named ? NUMBER : `waba:${WABA}`);
    }
  });

  it('keeps the id of every message', () => {
    const ids = hear(RECORDED.find(({ name }) => name.startsWith('batch'))?.body).map((event) => ('id' in event ? event.id : null));
    expect(ids).toEqual([
      'wamid.HBgLMTU1NTAxMDAxMDEVAgASGBQzQUYwN0ZDN0FCOTg2ODUxMzI4NgA=',
      'wamid.HBgLMTU1NTAxMDAxMDEVAgASGBQzQTY5QjYxMDRBMkY2MkI3NUQwRAA=',
      'wamid.HBgLMTU1NTAxMDAxMDEVAgARGBJBMEMzNTM3QUE2ODIxOThCM0EA',
    ]);
  });
});

describe('what a customer says', () => {
  // biome-ignore format: a table is read in columns
  it.each<[string, object, string]>([
    ['a type of tomorrow',              { type: 'hologram', hologram: {} },                                                          'unsupported {"kind":"hologram","raw":"…"}'],
    ['a type named like a builtin',     { type: 'constructor' },                                                                     'unsupported {"kind":"constructor","raw":"…"}'],
    ['no type at all',                  {},                                                                                          'unsupported {"kind":"unknown","raw":"…"}'],
    ['a text without words',            { type: 'text', text: null },                                                                'unsupported {"kind":"text","raw":"…"}'],
    ['an empty text',                   { type: 'text', text: { body: '' } },                                                        'text {"text":""}'],
    ['a file too large to hand on',     { type: 'video', errors: [{ code: 131052 }] },                                               'unsupported {"kind":"video","raw":"…"}'],
    ['something not yet available',     { type: 'unsupported', errors: [{ code: 131060 }] },                                         'unsupported {"kind":"temporarily_unavailable","raw":"…"}'],
    ['a poll',                          { type: 'unsupported', unsupported: { type: 'poll_creation' } },                             'unsupported {"kind":"poll_creation","raw":"…"}'],
    ['an answer to a call permission',  { type: 'interactive', interactive: { type: 'call_permission_reply' } },                     'unsupported {"kind":"call_permission_reply","raw":"…"}'],
    ['a voice message of old',          { type: 'voice', voice: { id: '7', mime_type: 'audio/ogg' } },                               'voice {"source":{"id":"7","url":null,"sha256":null},"mime":"audio/ogg"}'],
    ['leave to call',                   { type: 'interactive', interactive: { type: 'call_permission_reply', call_permission_reply: { response: 'accept', is_permanent: false } } }, 'form_reply {"data":{"response":"accept","is_permanent":false},"name":"call_permission_reply"}'],
    ['an address form',                 { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: { name: 'address_message', body: 'Sent', response_json: '{"values":{"city":"Recife"}}' } } }, 'form_reply {"data":{"values":{"city":"Recife"}},"name":"address_message"}'],
    ['a form that is no JSON',          { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: { response_json: '{' } } }, 'form_reply {"data":"{"}'],
    ['a form that is a list',           { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: { response_json: '[1]' } } }, 'form_reply {"data":[1]}'],
    ['an order counted in words',       { type: 'order', order: { catalog_id: 5, product_items: [{ product_retailer_id: 'A', quantity: '2', item_price: '1.5', currency: 'EUR' }] } },
      'order {"catalogId":"5","text":"","items":[{"productId":"A","quantity":2,"price":1.5,"currency":"EUR"}]}'],
    ['NUL and half a character',        { type: 'text', text: { body: 'a\u0000b\ud83d' } },                                          'text {"text":"a␀b�"}'],
  ])('%s is a message', (_, message, content) => {
    expect(heard(aMessage(message))).toEqual([`message ${content} from ${SOMEBODY} at 1767225600000`]);
  });

  it.each(['edit', 'pin', 'poll_update', 'keep_in_chat'])('an unsupported %s is none', (type) => {
    expect(heard(aMessage({ type: 'unsupported', unsupported: { type }, errors: [{ code: 131051 }] }))).toEqual([
      `notice unsupported:${type}`,
    ]);
  });

  // biome-ignore format: a table is read in columns
  it.each<[unknown, number | null]>([
    ['1767225600', 1767225600000], [1767225600, 1767225600000], ['1767225600123', 1767225600123], [1767225600123, 1767225600123],
    ['soon', null], [null, null], ['', null], [-1, null], [0, null], [{}, null], [1e300, null], ['0x10', null],
  ])('was said at %p, which is %p', (timestamp, at) => {
    expect(hear(aMessage({ type: 'text', text: { body: 'x' }, timestamp }))).toMatchObject([{ type: 'message', at }]);
  });

  it('is kept when it has no sender or no id', () => {
    expect(heard(aMessage({ from: null, type: 'text', text: { body: 'x' } }))).toEqual(['unreadable: the message has no sender']);
    expect(heard(aMessage({ id: '', type: 'text', text: { body: 'x' } }))).toEqual(['unreadable: the message has no id']);
  });

  it('keeps the original beside the clean text', () => {
    const [event] = hear(aText('a\u0000b'));
    expect(JSON.stringify(event?.raw)).toContain('a\\u0000b');
  });
});

describe('a status of a reaction', () => {
  const told = (status: string, recipient: object = { recipient_id: '15550100101' }) =>
    heard(
      aValue({
        statuses: [
          {
            id: 'wamid.reaction',
            status,
            timestamp: '1767225600',
            biz_opaque_callback_data: 'reaction:1767225600123:wamid.asked',
            ...recipient,
          },
        ],
      }),
    );

  it('is none of a message: that it arrived is no news, that it failed takes it back as of just after it was set', () => {
    expect(told('sent')).toEqual(['notice status:reaction:sent']);
    expect(told('failed')).toEqual(['reaction none by business pn:15550100101 (15550100101) on …id.asked at 1767225600124']);
    expect(told('failed', {})).toEqual(['notice status:reaction:failed']);
  });
});

describe('who a customer is', () => {
  const from = (message: object, contacts?: unknown) =>
    hear(aMessage({ type: 'text', text: { body: 'x' }, ...message }, contacts === undefined ? {} : { contacts }));

  // biome-ignore format: a table is read in columns
  it.each<[string, object, string[], object]>([
    ['a phone number',                      { from: '15550100101' },                              ['pn:15550100101'],            { phone: '15550100101', display: '15550100101' }],
    ['a formatted number',                  { from: '+1 555-010-0101' },                          ['pn:15550100101'],            { phone: '15550100101', display: '15550100101' }],
    ['a user id where a number stood',      { from: 'US.900' },                                   ['uid:US.900'],                { id: 'US.900', display: 'US.900' }],
    ['both, the user id being more stable', { from: '15550100101', from_user_id: 'US.900' },      ['uid:US.900', 'pn:15550100101'], { phone: '15550100101', id: 'US.900', display: '15550100101' }],
    ['Brazil with the ninth digit',         { from: '5511987654321' },                            ['pn:551187654321'],           { phone: '5511987654321', display: '5511987654321' }],
    ['Brazil without it',                   { from: '551187654321' },                             ['pn:551187654321'],           { phone: '551187654321', display: '551187654321' }],
    ['a landline in Brazil',                { from: '551132654321' },                             ['pn:551132654321'],           { phone: '551132654321', display: '551132654321' }],
    ['Mexico with the 1',                   { from: '5215512345678' },                            ['pn:525512345678'],           { phone: '5215512345678', display: '5215512345678' }],
    ['Mexico without it',                   { from: '525512345678' },                             ['pn:525512345678'],           { phone: '525512345678', display: '525512345678' }],
  ])('%s', (_, message, keys, address) => {
    expect(from(message)).toMatchObject([{ type: 'message', from: { keys, address } }]);
  });

  it('is named by the contact that carries the same id, wherever it stands', () => {
    const contacts = [
      { wa_id: '15550100102', profile: { name: 'Bo' } },
      null,
      { wa_id: '15550100101', user_id: 'US.900', profile: { name: 'Ana', username: '@ana' } },
    ];
    expect(from({}, contacts)).toMatchObject([{ from: { keys: ['uid:US.900', 'pn:15550100101'], name: 'Ana', username: 'ana' } }]);
  });

  it('has no name when no contact carries the id', () => {
    expect(from({}, [{ wa_id: '15550100102', profile: { name: 'Bo' } }])).toMatchObject([{ from: { name: null, username: null } }]);
  });

  it('is shown by name when there is no number', () => {
    expect(from({ from: undefined, from_user_id: 'US.900' }, [{ user_id: 'US.900', profile: { username: 'ana' } }])).toMatchObject([
      { from: { address: { id: 'US.900', display: '@ana' } } },
    ]);
  });

  it('learns a new user id from the former one', () => {
    const body = aValue(
      { user_id_update: [{ wa_id: '15550100101', user_id: { previous: 'US.1', current: 'US.2' }, timestamp: '1767225600' }] },
      'user_id_update',
    );
    expect(heard(body)).toEqual([
      'identity uid:US.1+pn:15550100101 (15550100101) is now uid:US.2+pn:15550100101 (15550100101) at 1767225600000',
    ]);
  });

  it('is not taken for somebody else because a name reads like a change of ids', () => {
    const system = { type: 'user_changed_user_id', user_id: 'US.9', body: 'User X changed from US.1 to US.2 changed from US.8 to US.9' };
    expect(heard(aMessage({ from: undefined, type: 'system', system }))).toEqual([
      'identity uid:US.8 (US.8) is now uid:US.9 (US.9) at 1767225600000',
    ]);
    expect(heard(aMessage({ from: undefined, type: 'system', system: { ...system, user_id: 'US.7' } }))).toEqual([
      'notice system:user_changed_user_id',
    ]);
  });
});

describe('what is only recorded', () => {
  // biome-ignore format: a table is read in columns
  it.each<[string, object, string[]]>([
    ['a field of tomorrow',        aValue({}, 'telepathy'),                                        ['notice unknown_field:telepathy']],
    ['another object',             { object: 'page', entry: [] },                                  ['notice unknown_object:page']],
    ['calls',                      aValue({ calls: [{}] }, 'calls'),                               ['notice call']],
    ['news of a group',            aValue({ groups: [{}] }, 'group_lifecycle_update'),             ['notice group']],
    ['a value without anything',   aValue({}),                                                     ['notice empty']],
    ['a status of tomorrow',       aValue({ statuses: [{ id: 'wamid.1', status: 'warning' }] }),   ['notice status:warning']],
    ['a marketing stop',           aValue({ user_preferences: [{ value: 'stop' }] }, 'user_preferences'), ['notice user_preferences:stop']],
    ['a group message by us',      aValue({ message_echoes: [{ group_id: 'g', id: 'w' }] }, 'smb_message_echoes'), ['notice group']],
  ])('%s', (_, body, expected) => {
    expect(heard(body)).toEqual(expected);
  });

  // biome-ignore format: a table is read in columns
  it.each<[string, unknown, string]>([
    ['nothing',                null,                                         'the body is not an object'],
    ['a list',                 [],                                           'the body is not an object'],
    ['no object',              {},                                           'the body names no object'],
    ['no entries',             { object: 'whatsapp_business_account' },      'entry is not a list'],
    ['an entry of nothing',    { object: 'whatsapp_business_account', entry: [null] }, 'the entry is not an object'],
    ['changes that are none',  { object: 'whatsapp_business_account', entry: [{ id: WABA, changes: 5 }] }, 'changes is not a list'],
    ['a change without field', aPost([{ value: {} }]),                       'the change names no field'],
    ['a change without value', aPost([{ field: 'messages' }]),               'the change has no value'],
    ['a message of nothing',   aValue({ messages: [null] }),                 'one of messages is not an object'],
    ['messages that are none', aValue({ messages: {} }),                     'messages is not a list'],
    ['a status of nothing',    aValue({ statuses: [{ status: 'sent' }] }),   'the status names no message'],
  ])('%s, and why it could not be read', (_, body, reason) => {
    expect(heard(body)).toEqual([`unreadable: ${reason}`]);
  });

  it('does not let a bad message hide the good ones of its value', () => {
    const text = (id: string) => ({ from: '15550100101', id, timestamp: '1767225600', type: 'text', text: { body: id } });
    const kinds = hear(aValue({ messages: [text('a'), 5, text('b')], statuses: [{}, { id: 'c', status: 'read' }] })).map(
      ({ type }) => type,
    );
    expect(kinds).toEqual(['message', 'unreadable', 'message', 'unreadable', 'receipt']);
  });
});

describe('news of the account', () => {
  const banned = (state: string) =>
    aPost([{ field: 'account_update', value: { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: state } } }]);

  // biome-ignore format: a table is read in columns
  it.each<[string, object, string]>([
    ['a disabled account stops sending',  banned('DISABLE'),                                                                   'paused'],
    ['a coming ban wakes the operator',   banned('SCHEDULE_FOR_DISABLE'),                                                      'alarm'],
    ['an unknown ban wakes too',          banned('WHO_KNOWS'),                                                                 'alarm'],
    ['a flagged number wakes',            aPost([{ field: 'phone_number_quality_update', value: { event: 'FLAGGED' } }]),      'alarm'],
    ['a partner added is news',           aPost([{ field: 'account_update', value: { event: 'PARTNER_ADDED' } }]),             'info'],
  ])('%s', (_, body, severity) => {
    expect(hear(body)).toMatchObject([{ type: 'account', account: `waba:${WABA}`, severity }]);
  });
});

describe('a person with several spellings of one number', () => {
  const digits = (length: number, first = '0123456789') =>
    fc
      .tuple(fc.constantFrom(...first), fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length - 1, maxLength: length - 1 }))
      .map((parts) => parts.join(''));
  const among = <A extends readonly fc.Arbitrary<string>[]>(...parts: A) => fc.tuple(...parts);
  const sameFor = (spellings: readonly string[]) => expect([...new Set(spellings.map(canonical))]).toHaveLength(1);

  it('is one person: Brazil\u2019s ninth digit, Mexico\u2019s 1, Argentina\u2019s 9 and 15', () => {
    fc.assert(
      fc.property(among(digits(2, '123456789'), digits(8, '6789')), ([area, number]) =>
        sameFor([`55${area}9${number}`, `55${area}${number}`]),
      ),
    );
    fc.assert(fc.property(digits(10, '23456789'), (number) => sameFor([`521${number}`, `52${number}`])));
    const argentine = fc.oneof(
      among(fc.constant('11'), digits(8, '23456')),
      among(digits(3, '23'), digits(7, '23456')),
      among(digits(4, '23'), digits(6, '23456')),
    );
    fc.assert(fc.property(argentine, ([area, number]) => sameFor([`549${area}${number}`, `54${area}${number}`, `54${area}15${number}`])));
  });

  it('is nobody else: every other number stays as it is, and what was made short stays short', () => {
    const other = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 6, maxLength: 15 });
    fc.assert(fc.property(other, (number) => expect(canonical(canonical(number))).toBe(canonical(number))));
    fc.assert(
      fc.property(
        other.filter((number) => !/^5[245]/.test(number)),
        (number) => expect(canonical(number)).toBe(number),
      ),
    );
    expect(['5511912345678', '551132345678', '551191234567', '525512345678', '541123456789'].map(canonical)).toEqual([
      '5511912345678',
      '551132345678',
      '551191234567',
      '525512345678',
      '541123456789',
    ]);
  });

  it('is written as the network or a person wrote them', () => {
    expect(address('+55 (11) 98765-4321')).toMatchObject({
      keys: ['pn:551187654321'],
      address: { phone: '5511987654321' },
      spellings: { 'pn:551187654321': '5511987654321' },
    });
    expect(address('+55 11 8765-4321')).not.toHaveProperty('spellings');
    expect(['pn:551187654321', 'uid:US.1', 'uid:US.ENT.1'].map(alias)).toEqual([
      { kind: 'phone', value: '551187654321' },
      { kind: 'user_id', value: 'US.1' },
      { kind: 'parent_user_id', value: 'US.ENT.1' },
    ]);
  });
});
