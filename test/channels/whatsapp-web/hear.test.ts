import { join } from 'node:path';
import { cardOf, vcardOf } from '../../../channels/whatsapp-web/cards';
import { hear } from '../../../channels/whatsapp-web/hear';
import { plain } from '../../../channels/whatsapp-web/plain';
import { inWords, recorded } from '../support/heard';
import { aMessage, told } from './events';
import { EXPECTED } from './expected';

const RECORDED = recorded(join(__dirname, 'fixtures'));
const heard = (body: unknown) => hear(body).map(inWords);
const ANA = 'pn:15550100101 (15550100101)';
const BOTH = { lid: '99000000000101@lid', pn: '15550100101@c.us' };

describe('what WhatsApp Web tells', () => {
  it('has an expectation for every recorded event', () => {
    expect(RECORDED.map(({ name }) => name)).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(RECORDED)('$name', ({ name, body }) => {
    expect(heard(body)).toEqual(EXPECTED[name]);
  });
});

describe('one person', () => {
  it('has both names wherever WhatsApp says that they belong together, and is answered by the one that they used', () => {
    const [byNumber] = hear({ ...told('message', aMessage()), names: BOTH });
    const [hidden] = hear({ ...told('message', aMessage({}, { chat: BOTH.lid })), names: BOTH });
    const keys = ['lid:99000000000101', 'pn:15550100101'];
    expect(byNumber).toMatchObject({ id: '3EB0A', from: { keys, address: { phone: '15550100101', id: '99000000000101' } } });
    expect(hidden).toMatchObject({ id: '3EB0A', from: { keys, address: { phone: '15550100101', via: 'id', display: '15550100101' } } });
  });

  it('is known by the hidden number alone while the other is not told', () => {
    expect(heard(told('message', aMessage({ notifyName: 'Ana' }, { chat: BOTH.lid })))).toEqual([
      'message text {"text":"hola"} from lid:99000000000101 (99000000000101 "Ana") at 1767225600000',
    ]);
  });

  it('has another number from a moment on; of members of groups nothing is kept', () => {
    const change = (isContact: boolean) => told('contact_changed', aMessage(), '15550100101@c.us', '15550100109@c.us', isContact);
    expect(heard(change(true))).toEqual([`identity ${ANA} is now pn:15550100109 (15550100109) at 1767225600000`]);
    expect(heard(change(false))).toEqual(['notice group']);
  });
});

describe('a message', () => {
  // biome-ignore format: a table is read in columns
  it.each<[string, object, string]>([
    ['a tapped list',     { type: 'list_response', body: 'Blue', selectedRowId: 'b' }, `message button_reply {"id":"b","title":"Blue"} from ${ANA} at 1767225600000`],
    ['a tapped button',   { type: 'buttons_response', body: 'Yes', selectedButtonId: 'y' }, `message button_reply {"id":"y","title":"Yes"} from ${ANA} at 1767225600000`],
    ['an order',          { type: 'order', orderId: '7' }, `message unsupported {"kind":"order","raw":"…"} from ${ANA} at 1767225600000`],
    ['a poll',            { type: 'poll_creation', pollName: 'x' }, `message unsupported {"kind":"poll_creation","raw":"…"} from ${ANA} at 1767225600000`],
    ['a reply',           { quotedStanzaID: '3EB0OTHER' }, `message text {"text":"hola"} from ${ANA} at 1767225600000 re …3EB0OTHER`.replace('3EB0OTHER', 'EB0OTHER')],
    ['a forwarded one',   { isForwarded: true, forwardingScore: 5 }, `message text {"text":"hola"} from ${ANA} at 1767225600000 with forwarded, frequentlyForwarded`],
    ['one without words', { body: '' }, `message unsupported {"kind":"chat","raw":"…"} from ${ANA} at 1767225600000`],
    ['a picture that has not come yet', { type: 'image', body: '/9j/thumb' }, `message image {"source":{"id":"false_15550100101@c.us_3EB0A","url":null,"sha256":null},"mime":"image/*"} from ${ANA} at 1767225600000`],
    ['one taken back meanwhile', { type: 'revoked', body: '' }, `deletion of …3EB0A by customer ${ANA} at null`],
    ['a notice of keys',  { type: 'e2e_notification' }, 'notice not_said:e2e_notification'],
    ['a status',          { isStatus: true }, 'notice status'],
  ])('%s', (_, over, expected) => {
    expect(heard(told('message', aMessage(over as Record<string, unknown>)))).toEqual([expected]);
  });

  it('of a group, a newsletter, a list or nobody is nobody’s', () => {
    const from = (chat: string) => heard(told('message', aMessage({}, { chat })));
    expect(['120363000000000001@g.us', '1@newsletter', 'status@broadcast', '1234567@broadcast', '@c.us'].flatMap(from)).toEqual([
      'notice group',
      'notice newsletter',
      'notice status',
      'notice broadcast',
      'notice nobody',
    ]);
  });

  it('that can’t be decrypted is a message all the same', () => {
    expect(heard(told('message_ciphertext_failed', aMessage({ type: 'ciphertext', body: '' })))).toEqual([
      `message unsupported {"kind":"ciphertext","raw":"…"} from ${ANA} at 1767225600000`,
    ]);
  });

  it('of the business is an echo once a server has it', () => {
    const own = (ack: number) => heard(told('message_create', aMessage({ ack }, { fromMe: true })));
    expect([...own(0), ...own(1)]).toEqual(['notice not_sent_yet', `echo text {"text":"hola"} to ${ANA} at 1767225600000`]);
  });

  it('to oneself is nobody’s', () => {
    const own = '15550100001@c.us';
    const names = { pn: own, lid: '990001@lid' };
    expect(heard(told('message_create', aMessage({}, { chat: own, fromMe: true })))).toEqual(['notice self']);
    expect(heard({ ...told('message_create', aMessage({}, { chat: '990001@lid', fromMe: true })), names })).toEqual(['notice self']);
  });

  it('is kept without pictures and keys', () => {
    const data = { notifyName: 'Ana', mediaKey: 'hush', body: '/9j/thumb', mimetype: 'image/jpeg', quotedStanzaID: '3EB0B' };
    const message = { ...aMessage({ type: 'image', hasMedia: true, body: 'caption' }), mediaKey: 'hush', _data: data };
    expect(plain(message)).toMatchObject({ body: 'caption', notifyName: 'Ana', mimetype: 'image/jpeg', quotedStanzaID: '3EB0B' });
    expect(JSON.stringify(plain(message))).not.toMatch(/hush|thumb/);
    const place = { ...aMessage({ type: 'location', body: '/9j/thumb' }), _data: {} };
    expect(JSON.stringify(plain(place))).not.toMatch(/thumb/);
    const round: Record<string, unknown> = {};
    round.self = round;
    expect(plain(round)).toBeNull();
  });
});

it('reads the time of a reaction in whatever the library divided', () => {
  const reaction = (timestamp: number) => told('message_reaction', { ...aMessage(), msgId: aMessage().id, reaction: '', timestamp });
  expect([1767225.6, 1767225600, 1767225600000].map((time) => heard(reaction(time))[0])).toEqual(
    Array(3).fill(`reaction none by customer ${ANA} on …3EB0A at 1767225600000`),
  );
});

it('writes cards that it can read again', () => {
  const card = { name: 'Bruno; Sample, Ltd', phones: ['+1 555 010 0102'], emails: ['b@example.com'], organisation: 'Sample' };
  expect(cardOf(vcardOf(card))).toEqual(card);
  expect(vcardOf(card)).toContain('waid=15550100102');
});
