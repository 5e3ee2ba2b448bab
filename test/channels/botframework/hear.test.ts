import { join } from 'node:path';
import { hear } from '../../../channels/botframework/hear';
import type { Json } from '../../../channels/common/json';
import type { HeardMessage } from '../../../src/ports/channel';
import { inWords, recorded } from '../support/heard';
import { ANA, anActivity, aText, BOT, ROUTE } from './activities';
import { EXPECTED } from './expected';

const RECORDED = recorded(join(__dirname, 'fixtures'));
const heard = (more: Json) => hear(anActivity(more)).map(inWords);
const contents = (more: Json) => hear(anActivity(more)).map((one) => (one as HeardMessage).content);
const kinds = (more: Json) => hear(anActivity(more)).map((one) => ('kind' in one ? one.kind : one.type));

describe('what the Bot Framework tells', () => {
  it('has an expectation for every recorded activity', () => {
    expect(RECORDED.map(({ name }) => name)).toEqual(Object.keys(EXPECTED).sort());
  });

  it.each(RECORDED)('$name', ({ name, body }) => {
    expect(hear(body).map(inWords)).toEqual(EXPECTED[name]);
  });

  it('says why it can’t be understood, rather than throw', () => {
    expect(hear({ text: 'hello' })).toMatchObject([{ type: 'unreadable', reason: 'the activity has no type' }]);
    expect(heard({ conversation: undefined })).toEqual(['unreadable: the activity names no conversation']);
    expect(heard({ from: undefined })).toEqual(['unreadable: the activity names no sender']);
    expect(hear(null)).toMatchObject([{ type: 'unreadable' }]);
  });

  it('keeps the activity as it came, with its time as it was written', () => {
    const body = aText('hello');
    expect(hear(body)).toMatchObject([{ raw: body }]);
    expect(heard({ timestamp: 'yesterday', localTimestamp: '2026-01-01T01:00:00+01:00', text: 'x' })[0]).toContain('at 1767225600000');
    expect(heard({ timestamp: 7, text: 'x' })[0]).toContain('at null');
  });

  it('has the same name for an activity without an id each time, and another for another', () => {
    const idOf = (text: string) => (hear(anActivity({ id: undefined, text }))[0] as HeardMessage).id;
    expect(idOf('hello')).toBe(idOf('hello'));
    expect(idOf('hello')).not.toBe(idOf('hello again'));
    expect((hear(anActivity({ id: 'a|b#2', text: 'x' }))[0] as HeardMessage).id).toBe('msteams|a%3A1conversation|a%7Cb%232');
  });

  it('says with every message how the person is reached from now on', () => {
    expect(hear(anActivity({ text: 'x', locale: 'de-DE' }))).toMatchObject([{ from: { route: { ...ROUTE, locale: 'de-DE' } } }]);
  });
});

describe('who writes', () => {
  it('is in Teams one person by the channel’s id and by the directory’s', () => {
    const from = { id: ANA, name: ' Ana ', aadObjectId: '00000000-0000-4000-8000-0000000000AA' };
    expect(hear(anActivity({ from, text: 'x' }))).toMatchObject([
      { from: { keys: [`bf:msteams:${ANA}`, 'bf:msteams:entra:00000000-0000-4000-8000-0000000000aa'], name: 'Ana' } },
    ]);
  });

  it('is on a page nobody but their conversation, whoever the page says that they are', () => {
    const keys = (id: string) =>
      hear(anActivity({ channelId: 'webchat', from: { id: 'default-user' }, conversation: { id }, text: 'x' })).flatMap(
        (one) => (one as HeardMessage).from.keys,
      );
    expect(keys('one')).not.toEqual(keys('two'));
  });

  it('is met where the app is installed, and on a page only by name', () => {
    const added = (members: readonly Json[], more: Json = {}) => kinds({ type: 'conversationUpdate', membersAdded: members, ...more });
    expect(kinds({ type: 'installationUpdate', action: 'add' })).toEqual(['met']);
    expect(kinds({ type: 'installationUpdate', action: 'remove' })).toEqual(['uninstalled']);
    expect(added([BOT])).toEqual(['met']);
    const page = { channelId: 'webchat', conversation: { id: 'c' } };
    expect(added([{ id: BOT.id }], { ...page, from: { id: 'c' } })).toEqual(['conversation_update']);
    expect(added([{ id: 'visitor' }], { ...page, from: { id: 'visitor' } })).toEqual(['conversation_update']);
    expect(added([{ id: 'visitor', name: 'Vera' }], { ...page, from: { id: 'visitor' } })).toEqual(['met']);
  });

  it('is nobody in a group, and never the bot itself', () => {
    expect(kinds({ conversation: { id: '19:x', conversationType: 'groupChat' }, text: 'x' })).toEqual(['group']);
    expect(kinds({ from: BOT, text: 'x' })).toEqual(['self']);
  });
});

describe('what a message says', () => {
  it('is without the bot’s name, and has other names plain', () => {
    const entities = [{ type: 'mention', mentioned: BOT, text: '<at>Bot</at>' }];
    expect(contents({ text: '<at>Bot</at> ask <at>Eva</at> &co', entities })).toEqual([{ type: 'text', text: 'ask Eva &co' }]);
  });

  it('is not said again as HTML', () => {
    const attachments = [{ contentType: 'text/html', content: '<div>hello</div>' }];
    expect(contents({ text: 'hello', attachments })).toEqual([{ type: 'text', text: 'hello' }]);
    expect(contents({ text: '', attachments })).toEqual([{ type: 'text', text: 'hello' }]);
  });

  it('is its words, its place and each file, in that order', () => {
    const file = {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name: 'a.pdf',
      content: { downloadUrl: 'https://files.example/a' },
    };
    const entities = [{ type: 'Place', name: 'Here', geo: { type: 'GeoCoordinates', latitude: 1.5, longitude: 2.5 } }];
    expect(
      contents({ text: 'look', entities, attachments: [file, { contentType: 'application/vnd.microsoft.card.thumbnail', content: {} }] }),
    ).toMatchObject([
      { type: 'text', text: 'look' },
      { type: 'location', latitude: 1.5, longitude: 2.5, name: 'Here' },
      { type: 'document', fileName: 'a.pdf', source: { url: 'https://files.example/a' } },
      { type: 'unsupported', kind: 'application/vnd.microsoft.card.thumbnail' },
    ]);
  });

  // biome-ignore format: a table is read in columns
  it.each<[string, Json, object]>([
    ['a button of ours',               { text: 'Yes', value: { relaydesk: { id: 'y', title: 'Yes' } } }, { type: 'button_reply', id: 'y', title: 'Yes' }],
    ['a button with a word of its own', { value: 'yes' },                                                { type: 'button_reply', id: 'yes', title: 'yes' }],
    ['a button that says a thing',      { text: 'Yes', value: { any: 1 } },                              { type: 'button_reply', id: 'Yes', title: 'Yes' }],
    ['words that came from a button',   { text: 'Yes', channelData: { postBack: true } },                { type: 'button_reply', id: 'Yes', title: 'Yes' }],
    ['a card that was filled in',       { value: { size: 'L' } },                                        { type: 'form_reply', data: { size: 'L' } }],
    ['nothing at all',                  {},                                                              { type: 'unsupported', kind: 'empty' }],
  ])('is by %s what was chosen', (_, more, content) => {
    expect(contents(more)).toMatchObject([content]);
  });

  it('has a reaction’s emoji also where Teams names it by its code', () => {
    const emoji = (type: string) => hear(anActivity({ type: 'messageReaction', replyToId: '1', reactionsAdded: [{ type }] }));
    expect(emoji('1f440_eyes')).toMatchObject([{ type: 'reaction', emoji: '👀' }]);
    expect(emoji('heart')).toMatchObject([{ emoji: '❤️' }]);
    expect(hear(anActivity({ type: 'messageReaction', replyToId: '1', reactionsRemoved: [{ type: 'heart' }] }))).toMatchObject([
      { emoji: null },
    ]);
  });

  it('is not kept where it is a token of somebody who signs in', () => {
    for (const [type, name] of [
      ['event', 'tokens/response'],
      ['invoke', 'signin/verifyState'],
    ])
      expect(JSON.stringify(hear(anActivity({ type, name, value: { token: 'a secret' } })))).not.toContain('a secret');
  });
});

it('hears of a hand-off by a bot whom it is about', () => {
  const relatesTo = { bot: { id: 'another-bot' }, user: { id: ANA, name: 'Ana' } };
  const said = hear(
    anActivity({ type: 'event', name: 'handoff.initiate', from: { id: 'another-bot', role: 'bot' }, relatesTo, value: 'help' }),
  );
  expect(said).toMatchObject([{ type: 'hand_off', who: { keys: [`bf:msteams:${ANA}`] }, reason: 'help', transcript: null }]);
});
