import { type Content, isQuiet, MEDIA_TYPES, previewOf } from '../../src/domain/content';

const text = (said: string): Content => ({ type: 'text', text: said });
const media = (type: (typeof MEDIA_TYPES)[number], more: object = {}): Content => ({
  type,
  mediaId: 'm-1',
  mime: 'x/y',
  bytes: 1,
  state: 'ready',
  ...more,
});

describe('the preview of a message', () => {
  it.each([
    [text('Hello\n\t there  '), 'Hello there'],
    [{ type: 'buttons', text: 'Which?', buttons: [] }, 'Which?'],
    [{ type: 'list', text: 'Choose', button: 'Open', sections: [] }, 'Choose'],
    [{ type: 'story_reply', text: 'Nice', url: null }, 'Nice'],
    [{ type: 'button_reply', id: 'b', title: 'Yes' }, 'Yes'],
    [{ type: 'location', latitude: 1, longitude: 2, name: 'Home', address: 'Street 1' }, 'Home'],
    [{ type: 'location', latitude: 1, longitude: 2, address: 'Street 1' }, 'Street 1'],
    [{ type: 'location', latitude: 1, longitude: 2 }, ''],
    [
      {
        type: 'contacts',
        contacts: [
          { name: 'Eva', phones: [], emails: [] },
          { name: null, phones: ['49123'], emails: [] },
          { name: null, phones: [], emails: [] },
        ],
      },
      'Eva, 49123,',
    ],
    [{ type: 'template', name: 'welcome', language: 'en', components: [] }, 'welcome'],
    [{ type: 'order', catalogId: null, text: 'Two please', items: [] }, 'Two please'],
    [{ type: 'share', url: 'https://example.com/a', kind: 'post', title: 'A post' }, 'A post'],
    [{ type: 'share', url: 'https://example.com/a', kind: 'post' }, 'https://example.com/a'],
    [{ type: 'share', url: null, kind: 'post' }, ''],
    [
      {
        type: 'share',
        url: 'https://example.com/a',
        kind: 'post',
        media: { type: 'image', mediaId: 'm', mime: 'image/png', bytes: 1, state: 'ready' },
      },
      '',
    ],
    [{ type: 'form_reply', data: {}, name: 'flow' }, ''],
    [{ type: 'form_reply', data: {} }, ''],
    [{ type: 'unsupported', kind: 'poll', raw: {} }, 'poll'],
    ...MEDIA_TYPES.map((type) => [media(type, { caption: 'Look', fileName: 'a.pdf' }), 'Look'] as const),
    [media('document', { fileName: 'a.pdf' }), 'a.pdf'],
    [media('image', { fileName: 'image.png' }), ''],
    [media('image'), ''],
  ] as [Content, string][])('%j: %j', (content, preview) => {
    expect(previewOf(content)).toBe(preview);
  });

  it('is 160 characters long at most and never ends in half an emoji', () => {
    expect(previewOf(text('x'.repeat(200)))).toBe('x'.repeat(160));
    const long = previewOf(text(`${'x'.repeat(159)}😀😀`));
    expect(long).toBe(`${'x'.repeat(159)}😀`);
    expect(long.isWellFormed()).toBe(true);
  });
});

describe('a quiet thank-you', () => {
  it.each(['👍', '🙏🙏🙏', '❤️', '❤', '👍🏽', '👍🏽👍🏿👍🏻', '🇧🇷', '🇧🇷🇵🇹🇲🇽', '👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦 👩🏽‍🚀 🏳️‍🌈', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', ' 👍 ', '👍\n🙏'])(
    'is %j',
    (said) => {
      expect(isQuiet(text(said))).toBe(true);
    },
  );

  it.each([
    '',
    ' ',
    'ok',
    'ok 👍',
    '👍!',
    '?',
    '.',
    '1',
    '2️⃣',
    '#',
    '*',
    '#️⃣',
    '👍👍👍👍',
    '👍 👍 👍 👍',
    '🇧🇷🇧🇷🇧🇷🇧🇷',
    '🇧 🇷 🇧 🇷',
    '👍1',
    '\u200d',
    '\ufe0f',
    '🏽',
    ':)',
    '…',
  ])('is not %j', (said) => {
    expect(isQuiet(text(said))).toBe(false);
  });

  it('is a sticker, and no other medium, whatever its caption', () => {
    expect(MEDIA_TYPES.filter((type) => isQuiet(media(type, { caption: '👍' })))).toEqual(['sticker']);
    expect(isQuiet({ type: 'button_reply', id: 'b', title: '👍' })).toBe(false);
  });
});
