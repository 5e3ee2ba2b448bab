import { join } from 'node:path';
import { hear } from '../../../channels/telegram/hear';
import { wordsIn } from '../../../channels/telegram/words';
import { inWords, recorded } from '../support/heard';
import { EXPECTED } from './expected';
import { ANA, anUpdate, CHAT, saying } from './updates';

const RECORDED = recorded(join(__dirname, 'fixtures'));
const heard = (body: unknown) => hear(body).map(inWords);
const FROM = 'from tg:800000001 (@ana_example "Ana Example" @ana_example) at 1767225600000';

describe('what Telegram tells', () => {
  it('has an expectation for every recorded update', () => {
    expect(RECORDED.map(({ name }) => name)).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(RECORDED)('$name', ({ name, body }) => {
    expect(heard(body)).toEqual([EXPECTED[name]]);
  });

  it('names messages by their chat too: each chat counts its own', () => {
    expect(hear(saying({ text: 'x' }, 7))).toMatchObject([{ id: '800000001:7', account: null }]);
  });
});

describe('words with more beside them', () => {
  const link = (offset: unknown, length: unknown, url: unknown = 'https://example.com/a') => ({ type: 'text_link', offset, length, url });

  // biome-ignore format: a table is read in columns
  it.each<[string, string, unknown, string]>([
    ['leaves marks out',                        'bold words',        [{ type: 'bold', offset: 0, length: 4 }],             'bold words'],
    ['keeps a link that stands behind words',   'see here, please',  [link(4, 4)],                                         'see here (https://example.com/a), please'],
    ['counts in UTF-16 units',                  '👩‍👧 here now',       [link(6, 4)],                                         '👩‍👧 here (https://example.com/a) now'],
    ['keeps several, each in its place',        'a b',               [link(0, 1, 'https://a.example'), link(2, 1, 'https://b.example')], 'a (https://a.example) b (https://b.example)'],
    ['says a link once that is its own words',  'example.com/a',     [link(0, 13)],                                        'example.com/a'],
    ['keeps spaces behind the address',         'here  now',         [link(0, 6)],                                         'here (https://example.com/a)  now'],
    ['takes no place that is not there',        'abc',               [link(1, 9), link(-1, 2), link(0, 0), link('0', {}), link(0, 2, 5), null], 'abc'],
    ['survives what is no list',                'abc',               { type: 'text_link' },                                'abc'],
  ])('%s', (_, text, entities, words) => {
    expect(wordsIn(text, entities)).toBe(words);
  });
});

describe('what a customer sends', () => {
  const photo = (...sizes: [string, number][]) => sizes.map(([file_id, width]) => ({ file_id, width, height: width }));

  // biome-ignore format: a table is read in columns
  it.each<[string, object, string]>([
    ['the largest photo, wherever it stands',  { photo: photo(['big', 9], ['small', 3]) },                          'image {"source":{"id":"big","url":null,"sha256":null},"mime":"image/jpeg"}'],
    ['an animation, and not its document',     { animation: { file_id: 'a' }, document: { file_id: 'd' } },          'video {"source":{"id":"a","url":null,"sha256":null},"mime":"video/mp4"}'],
    ['a song by its title',                    { audio: { file_id: 'a', performer: 'Ana', title: 'Song' } },         'audio {"source":{"id":"a","url":null,"sha256":null},"mime":"audio/mpeg","fileName":"Ana – Song"}'],
    ['the still picture of a sticker that moves', { sticker: { file_id: 's', is_animated: true, thumb: { file_id: 't' } } }, 'sticker {"source":{"id":"t","url":null,"sha256":null},"mime":"image/webp"}'],
    ['a dice',                                 { dice: { emoji: '🎲', value: 4 } },                                   'unsupported {"kind":"dice","raw":"…"}'],
    ['a poll',                                 { poll: { id: '1' } },                                                'unsupported {"kind":"poll","raw":"…"}'],
    ['a kind of tomorrow',                     { hologram: {} },                                                     'unsupported {"kind":"hologram","raw":"…"}'],
    ['nothing at all',                         {},                                                                   'unsupported {"kind":"empty","raw":"…"}'],
    ['a form of a web app',                    { web_app_data: { data: '{"size":4}', button_text: 'Order' } },       'form_reply {"name":"web_app","data":{"size":4}}'],
    ['NUL and half a character',               { text: 'a\u0000b\ud83d' },                                           'text {"text":"a␀b�"}'],
  ])('%s', (_, part, content) => {
    expect(heard(saying(part))).toEqual([`message ${content} ${FROM}`]);
  });

  it('answers a message of this chat, or of another that the desk does not know', () => {
    expect(hear(saying({ text: 'x', reply_to_message: { message_id: 3, chat: CHAT } }))).toMatchObject([{ replyTo: '800000001:3' }]);
    expect(hear(saying({ text: 'x', external_reply: { message_id: 3, chat: { id: -100 } } }))).toMatchObject([{ replyTo: '-100:3' }]);
  });
});

describe('a tap on a button', () => {
  const tap = (part: object) => anUpdate({ callback_query: { id: '77', from: ANA, data: 'yes', ...part } });

  it('has an id of its own, and quotes the message with the button, however old that is', () => {
    const old = { message_id: 30, chat: CHAT, date: 0 };
    expect(hear(tap({ message: old }))).toMatchObject([
      {
        type: 'message',
        id: '800000001:30:tap:77',
        at: null,
        replyTo: '800000001:30',
        content: { type: 'button_reply', id: 'yes', title: 'yes' },
      },
    ]);
  });

  it('below no message of ours, or in a group, is only recorded', () => {
    expect(heard(tap({}))).toEqual(['notice inline_query']);
    expect(heard(tap({ message: { message_id: 1, chat: { id: -5, type: 'group' } } }))).toEqual(['notice group']);
  });
});

describe('a reaction', () => {
  const reacted = (old_reaction: unknown, new_reaction: unknown) =>
    heard(anUpdate({ message_reaction: { chat: CHAT, message_id: 30, user: ANA, date: 1767225701, old_reaction, new_reaction } }))[0];
  const emoji = (one: string) => ({ type: 'emoji', emoji: one });

  it('is what was added last, or nothing', () => {
    expect(reacted([emoji('👍')], [emoji('👍'), emoji('🔥')])).toMatch(/^reaction 🔥 /);
    expect(reacted([emoji('👍')], [])).toMatch(/^reaction none /);
    expect(reacted([], [{ type: 'custom_emoji', custom_emoji_id: '5' }])).toMatch(/^reaction ✨ /);
  });
});

describe('what is only recorded', () => {
  const member = (status: string, type = 'private') => ({ my_chat_member: { chat: { id: 1, type }, new_chat_member: { status } } });

  // biome-ignore format: a table is read in columns
  it.each<[string, object, string]>([
    ['a channel’s post',             { channel_post: {} },                                                   'notice channel'],
    ['a business connection',        { business_message: {} },                                               'notice business'],
    ['an update of tomorrow',        { telepathy: {} },                                                      'notice unknown_update:telepathy'],
    ['that a group has moved',       { message: { chat: { id: -5, type: 'group' }, migrate_to_chat_id: -100 } }, 'notice group'],
    ['what happens to the chat',     { message: { message_id: 1, chat: CHAT, from: ANA, pinned_message: {} } }, 'notice service:pinned_message'],
    ['what another bot says',        { message: { message_id: 1, chat: CHAT, from: { id: 5, is_bot: true }, text: 'x' } }, 'notice self'],
    ['each step of somebody who walks', { edited_message: { message_id: 1, chat: CHAT, location: { live_period: 60 } } }, 'notice live_location'],
    ['somebody who blocks the bot',  member('kicked'),                                                       'notice blocked'],
    ['somebody who lets it again',   member('member'),                                                       'notice unblocked'],
    ['a group that takes it in',     member('member', 'group'),                                              'notice group'],
  ])('%s', (_, part, expected) => {
    expect(heard(anUpdate(part))).toEqual([expected]);
  });

  // biome-ignore format: a table is read in columns
  it.each<[string, unknown, string]>([
    ['a message without chat',   anUpdate({ message: { message_id: 1, text: 'x' } }),   'the message has no chat'],
    ['a message without number', anUpdate({ message: { chat: CHAT, text: 'x' } }),      'the message has no id'],
    ['a message that is a word', anUpdate({ message: 'x' }),                            'message is not an object'],
    ['an update of nothing',     { update_id: 5 },                                      'the update holds nothing'],
    ['no update at all',         'x',                                                   'the update is not an object'],
  ])('%s, and why it could not be read', (_, body, reason) => {
    expect(heard(body)).toEqual([`unreadable: ${reason}`]);
  });
});
