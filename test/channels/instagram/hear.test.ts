import { join } from 'node:path';
import { hear } from '../../../channels/instagram/hear';
import { MOST_PARTS, partId } from '../../../src/ports/channel';
import { inWords, recorded } from '../support/heard';
import { EXPECTED } from './expected';
import { ACCOUNT, ANA, anEntry, anItem, aText, ours } from './posts';

const RECORDED = recorded(join(__dirname, 'fixtures'));
const SOMEBODY = `ig:${ANA} (${ANA})`;
const heard = (body: unknown) => hear(body).map(inWords);
const fixture = (wanted: string) => RECORDED.find(({ name }) => name === wanted)?.body;

describe('what Instagram tells', () => {
  it('has an expectation for every recorded payload', () => {
    expect(RECORDED.map(({ name }) => name)).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(RECORDED)('$name', ({ name, body }) => {
    expect(heard(body)).toEqual(EXPECTED[name]);
  });

  it('belongs to the account of its entry; the dashboard test to none of ours', () => {
    for (const { name, body } of RECORDED) {
      for (const { account } of hear(body)) expect(account).toBe(name.startsWith('dashboard') ? '0' : ACCOUNT);
    }
  });

  it('belongs to whom it was sent when the entry does not say', () => {
    const items = {
      messaging: [
        { sender: { id: ANA }, recipient: { id: '17' }, message: { mid: 'm', text: 'x' } },
        { sender: { id: '17' }, recipient: { id: ANA }, message: { mid: 'n', text: 'x', is_echo: true } },
      ],
    };
    expect(hear({ object: 'instagram', entry: [items] })).toMatchObject([{ account: '17' }, { account: '17' }]);
  });
});

describe('a message of several parts', () => {
  it('becomes one message each, the words first, with ids that stay the same', () => {
    const mid = 'aWdfZAG1faXRlbToxOkkB6IexYPyTqt_IFnzIPMQtkv92jf8Z8Angk6Rr3TaUAZD';
    expect(hear(fixture('message_text_and_two_images'))).toMatchObject([
      { id: mid, content: { type: 'text' } },
      { id: `${mid}#1`, content: { type: 'image' } },
      { id: `${mid}#2`, content: { type: 'image' } },
    ]);
  });

  it('gives the plain id to the first attachment when there are no words', () => {
    const attachments = [{ type: 'image', payload: { url: 'https://cdn.example/1' } }, { type: 'hologram' }];
    expect(hear(anItem({ message: { mid: 'm', attachments } }))).toMatchObject([
      { id: 'm', content: { type: 'image' } },
      { id: 'm#1', content: { type: 'unsupported', kind: 'hologram' } },
    ]);
  });
});

describe('what a customer says', () => {
  const attached = (attachment: unknown) => ({ message: { mid: 'm', attachments: [attachment] } });

  // biome-ignore format: a table is read in columns
  it.each<[string, object, string]>([
    ['an image without an address',   attached({ type: 'image' }),                                                         'unsupported {"kind":"image","raw":"…"}'],
    ['an attachment of nothing',      attached(null),                                                                      'unsupported {"kind":"unknown","raw":"…"}'],
    ['a type named like a builtin',   attached({ type: 'constructor' }),                                                   'unsupported {"kind":"constructor","raw":"…"}'],
    ['a file',                        attached({ type: 'file', payload: { url: 'u' } }),                                   'document {"source":{"id":null,"url":"…","sha256":null},"mime":"application/octet-stream"}'],
    ['a link with a title',           attached({ type: 'fallback', title: 'News', url: 'u' }),                             'share {"url":"…","kind":"fallback","title":"News"}'],
    ['a template',                    attached({ type: 'template', payload: { generic: { elements: [{ title: 'Shoes' }] } } }), 'share {"url":null,"kind":"template","title":"Shoes"}'],
    ['a message of nothing',          { message: { mid: 'm' } },                                                           'unsupported {"kind":"empty","raw":"…"}'],
    ['a text that is a number',       { message: { mid: 'm', text: 5 } },                                                  'unsupported {"kind":"empty","raw":"…"}'],
    ['a quick reply without a title', { message: { mid: 'm', quick_reply: { payload: 'YES' } } },                          'button_reply {"id":"YES","title":"YES"}'],
    ['NUL and half a character',      { message: { mid: 'm', text: 'a\u0000b\ud83d' } },                                   'text {"text":"a␀b�"}'],
  ])('%s is a message', (_, event, content) => {
    expect(heard(anItem(event))).toEqual([`message ${content} from ${SOMEBODY} at 1767225600123`]);
  });

  it('gives a tap without an id the same one each time, and another tap another', () => {
    const tap = (timestamp: number) => hear(anItem({ timestamp, postback: { title: 'Menu', payload: 'MENU' } }));
    expect(tap(1767225600456)).toMatchObject([
      { type: 'message', id: `postback:${ANA}:1767225600456:MENU`, content: { type: 'button_reply', id: 'MENU', title: 'Menu' } },
    ]);
    expect(tap(1767225600456)).toEqual(tap(1767225600456));
    expect(tap(1767225600457)).not.toEqual(tap(1767225600456));
  });

  it('keeps where a tap or a message came from', () => {
    const referral = { ref: 'flyer', source: 'https://ig.me/m/example?ref=flyer' };
    const context = { referral: { source: 'link', ref: 'flyer', url: referral.source, id: null } };
    expect(hear(anItem({ postback: { mid: 'm', payload: 'GO', referral } }))).toMatchObject([{ context }]);
    expect(hear(anItem({ referral, message: { mid: 'm', text: 'x' } }))).toMatchObject([{ context }]);
  });

  it('keeps a heart as a heart, and names a reaction that comes without its picture', () => {
    expect(hear(anItem({ reaction: { mid: 'm', action: 'react', reaction: 'love' } }))).toMatchObject([{ type: 'reaction', emoji: '❤️' }]);
    expect(hear(anItem({ reaction: { mid: 'm', action: 'react', reaction: 'other' } }))).toMatchObject([
      { type: 'reaction', emoji: 'other' },
    ]);
  });
});

describe('what the business does elsewhere', () => {
  // biome-ignore format: a table is read in columns
  it.each<[string, object, string]>([
    ['answers in the app',          ours({ message: { mid: 'm', text: 'x', is_echo: true } }),               `echo text {"text":"x"} to ${SOMEBODY} at 1767225600123`],
    ['answers, not marked as echo', ours({ message: { mid: 'm', text: 'x' } }),                              `echo text {"text":"x"} to ${SOMEBODY} at 1767225600123`],
    ['edits',                       ours({ message_edit: { mid: 'm', text: 'y', num_edit: 1 } }),            `edit of …m by business ${SOMEBODY} to text {"text":"y"} at 1767225600123`],
    ['reacts',                      ours({ reaction: { mid: 'm', action: 'react', emoji: '👍' } }),          `reaction 👍 by business ${SOMEBODY} on …m at 1767225600123`],
    ['reads',                       ours({ read: { mid: 'm' } }),                                            'notice self'],
  ])('%s', (_, body, expected) => {
    expect(heard(body)).toEqual([expected]);
  });
});

describe('a message taken back', () => {
  it('takes every part of it along', () => {
    const attachments = Array.from({ length: 10 }, (_, at) => ({ type: 'image', payload: { url: `https://cdn.example/${at}` } }));
    const said = hear(anItem({ message: { mid: 'm', text: 'look', attachments } })).map((event) => ('id' in event ? event.id : null));
    const gone = hear(anItem({ message: { mid: 'm', is_deleted: true } }));
    expect(gone).toMatchObject([{ type: 'deletion', target: 'm', whole: true }]);
    expect(said).toEqual(Array.from({ length: MOST_PARTS }, (_, part) => partId('m', part)));
  });

  it("may be the business's own", () => {
    expect(hear(ours({ message: { mid: 'm', is_deleted: true, is_echo: true } }))[0]).toMatchObject({
      type: 'deletion',
      target: 'm',
      by: 'business',
    });
  });
});

describe('what is only recorded', () => {
  // biome-ignore format: a table is read in columns
  it.each<[string, object, string]>([
    ['an opt-in',                  anItem({ optin: { type: 'x' } }),                                              'notice optin'],
    ['a hand-over asked for',      anItem({ request_thread_control: { requested_owner_app_id: '1' } }),           'notice handover'],
    ['app roles, without sender',  anEntry({ messaging: [{ recipient: { id: ACCOUNT }, timestamp: 1, app_roles: {} }] }), 'notice handover'],
    ['an event of tomorrow',       anItem({ telepathy: {} }),                                                     'notice unknown_event:telepathy'],
    ['a field of tomorrow',        anEntry({ changes: [{ field: 'telepathy', value: {} }] }),                     'notice unknown_field:telepathy'],
    ['a live comment',             anEntry({ changes: [{ field: 'live_comments', value: {} }] }),                 'notice live_comment'],
    ['a mention under a post',     anEntry({ changes: [{ field: 'mentions', value: {} }] }),                      'notice mention'],
    ['a comment without a list',   anEntry({ field: 'comments', value: {} }),                                     'notice comment'],
    ['an entry of nothing',        anEntry({}),                                                                   'notice empty'],
  ])('%s', (_, body, expected) => {
    expect(heard(body)).toEqual([expected]);
  });

  // biome-ignore format: a table is read in columns
  it.each<[string, unknown, string]>([
    ['a message without sender',    anItem({ sender: null, message: { mid: 'm', text: 'x' } }), 'the message has no sender'],
    ['a message without id',        anItem({ message: { text: 'x' } }),                         'the message has no id'],
    ['a message that is a word',    anItem({ message: 'x' }),                                   'message is not an object'],
    ['an item without event',       anItem({}),                                                 'the item holds no event'],
    ['an item of nothing',          anEntry({ messaging: [null] }),                             'the item is not an object'],
    ['an edit without words',       anItem({ message_edit: { mid: 'm' } }),                     'the edit has no new words'],
    ['a tap without id and time',   anItem({ timestamp: null, postback: { payload: 'P' } }),    'the postback has neither id nor time'],
    ['a receipt for nothing',       anItem({ read: {} }),                                       'the receipt names no message'],
    ['items that are no list',      anEntry({ messaging: {} }),                                 'messaging is not a list'],
  ])('%s, and why it could not be read', (_, body, reason) => {
    expect(heard(body)).toEqual([`unreadable: ${reason}`]);
  });

  it('hears every part of an entry that has several', () => {
    const { entry } = aText('x') as { entry: object[] };
    const kinds = hear({ object: 'instagram', entry: [{ ...entry[0], standby: [{}], changes: [{ field: 'comments', value: {} }] }] }).map(
      ({ type }) => type,
    );
    expect(kinds).toEqual(['message', 'notice', 'notice']);
  });
});
