import { CHANNELS } from '../../channels';
import { partsOf } from '../../src/actions/sending/sendable';
import type { Content, MediaContent } from '../../src/domain/content';
import { sizeOf } from '../../src/domain/split';

const [whatsapp, instagram] = ['whatsapp_cloud', 'instagram'].map((name) => CHANNELS.find(({ kind }) => kind === name)!) as [Kind, Kind];
type Kind = (typeof CHANNELS)[number];
const MB = 1024 * 1024;
const file = (type: MediaContent['type'], mime: string, bytes: number, more: Partial<MediaContent> = {}): MediaContent => ({
  type,
  mediaId: 'm',
  mime,
  bytes,
  state: 'ready',
  ...more,
});
const buttons = (text: string): Content => ({ type: 'buttons', text, buttons: [{ id: 'yes', title: 'Yes' }] });
const wordsIn = (parts: readonly Content[]) => parts.map((part) => ('text' in part ? part.text : part.type));
const paragraphs = (...lengths: number[]) => lengths.map((length) => 'x'.repeat(length)).join('\n\n');

describe('what goes out for a content', () => {
  it('is the content itself when it fits', () => {
    for (const content of [{ type: 'text', text: ' Hello ' } as const, buttons('Well?')])
      expect(partsOf(whatsapp, content)).toEqual([content]);
  });

  it('is a long text in as many messages as the network’s limit asks for', () => {
    const text = 'é'.repeat(4096);
    expect(partsOf(whatsapp, { type: 'text', text })).toHaveLength(1);
    const parts = partsOf(instagram, { type: 'text', text });
    expect(parts).toHaveLength(9);
    expect(wordsIn(parts).join('')).toBe(text);
    for (const words of wordsIn(parts)) expect(sizeOf(words, 'bytes')).toBeLessThanOrEqual(1000);
    expect(wordsIn(partsOf(whatsapp, { type: 'text', text: paragraphs(4000, 100) }))).toEqual(['x'.repeat(4000), 'x'.repeat(100)]);
  });

  it('is long words first, and then the choices below the last of them', () => {
    const parts = partsOf(whatsapp, buttons(paragraphs(1500, 1500, 900)));
    expect(parts).toEqual([{ type: 'text', text: paragraphs(1500, 1500) }, { ...buttons('x'.repeat(900)) }]);
  });

  it('keeps choices in one message as long as the words above them may be', () => {
    expect(partsOf(whatsapp, buttons('x'.repeat(1024)))).toHaveLength(1);
    expect(
      partsOf(whatsapp, {
        ...buttons('x'.repeat(4096)),
        type: 'list',
        button: 'See',
        sections: [{ rows: [{ id: 'a', title: 'A' }] }],
      } as Content),
    ).toHaveLength(1);
  });

  it('takes the form that the network has', () => {
    const four = { type: 'buttons', text: 'Well?', buttons: ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id })) } as const;
    expect(partsOf(whatsapp, four)).toMatchObject([{ type: 'list', sections: [{ rows: four.buttons }] }]);
    expect(partsOf(instagram, four)).toEqual([four]);
    const list = { type: 'list', text: 'Well?', button: 'See', sections: [{ rows: four.buttons }] } as const;
    expect(partsOf(instagram, list)).toEqual([four]);
  });

  // biome-ignore format: a table is read in columns
  it.each<[string, Content, string]>([
    ['an empty text',        { type: 'text', text: ' \n' },                                                              'content.text'],
    ['an answer',            { type: 'button_reply', id: 'a', title: 'A' },                                              'content.type'],
    ['too many cards',       { type: 'contacts', contacts: Array(258).fill({ name: 'Ana', phones: [], emails: [] }) },   'content.contacts'],
    ['an empty card',        { type: 'contacts', contacts: [{ name: ' ', phones: [], emails: [] }] },                    'content.contacts.0'],
    ['a title too long',     { type: 'buttons', text: 'Well?', buttons: [{ id: 'a', title: 'x'.repeat(25) }] },          'content.buttons.0.title'],
  ])('refuses %s, and says where', (_, content, path) => {
    expect(() => partsOf(whatsapp, content)).toThrow(expect.objectContaining({ code: 'invalid', facts: { errors: [{ path, message: expect.any(String) }] } }));
  });

  it('is a file as the network takes it', () => {
    const photo = file('image', 'image/jpeg', 5 * MB, { caption: 'Look', fileName: 'look.jpg' });
    expect(partsOf(whatsapp, photo)).toEqual([photo]);
    const { caption: _, ...bare } = photo;
    expect(partsOf(instagram, photo)).toEqual([bare, { type: 'text', text: 'Look' }]);
    const note = file('voice', 'audio/ogg; codecs=opus', 1000);
    expect(partsOf(whatsapp, note)).toEqual([note]);
    expect(partsOf(whatsapp, { ...note, mime: 'audio/mp4' })).toEqual([{ ...note, mime: 'audio/mp4', type: 'audio' }]);
    expect(partsOf(instagram, { ...note, mime: 'audio/mp4' })).toEqual([{ ...note, mime: 'audio/mp4', type: 'audio' }]);
    expect(partsOf(whatsapp, file('document', 'image/jpeg', 6 * MB))).toHaveLength(1);
    expect(partsOf(whatsapp, file('sticker', 'image/webp', 400 * 1024, { animated: true }))).toHaveLength(1);
  });

  // biome-ignore format: a table is read in columns
  it.each<[Kind, Content, string, string]>([
    [whatsapp,  file('image', 'image/jpeg', 5 * MB + 1),                                  'content.mediaId',  'takes an image of at most 5 MB; this one has 5.1 MB'],
    [whatsapp,  file('document', 'application/pdf', 100 * MB + 1),                        'content.mediaId',  'of at most 100 MB'],
    [whatsapp,  file('video', 'video/mp4', 16 * MB + 1),                                  'content.mediaId',  'of at most 16 MB'],
    [whatsapp,  file('sticker', 'image/webp', 101 * 1024),                                'content.mediaId',  'of at most 100 KB; this one has 101 KB'],
    [whatsapp,  file('image', 'image/gif', 1),                                            'content.mediaId',  'only image/jpeg, image/png; this is image/gif'],
    [whatsapp,  file('voice', 'audio/webm;codecs=opus', 1),                               'content.mediaId',  'as audio only'],
    [whatsapp,  file('image', 'image/png', 0),                                            'content.mediaId',  '0 bytes'],
    [whatsapp,  file('image', 'image/png', 1, { caption: 'é'.repeat(1025) }),             'content.caption',  'at most 1024 characters here; there are 1025'],
    [whatsapp,  file('document', 'text/plain', 1, { fileName: 'x'.repeat(241) }),         'content.fileName', 'at most 240 characters'],
    [instagram, file('image', 'image/png', 8 * MB + 1),                                   'content.mediaId',  'of at most 8 MB'],
    [instagram, file('document', 'text/plain', 1),                                        'content.mediaId',  'only application/pdf'],
    [instagram, file('sticker', 'image/webp', 1),                                         'content.type',     "can't be sent sticker"],
  ])('refuses a file beyond a limit of $0.title, and says which ($3)', (kind, content, path, says) => {
    const refused = { code: 'invalid', facts: { errors: [{ path, message: expect.stringContaining(says) }] } };
    expect(() => partsOf(kind, content)).toThrow(expect.objectContaining(refused));
  });

  it.each<Content>([
    { type: 'location', latitude: 1, longitude: 2 },
    { type: 'contacts', contacts: [{ name: 'Ana', phones: [], emails: [] }] },
    { type: 'template', name: 'hello', language: 'en', components: [] },
  ])('refuses $type on Instagram, which has no such thing, and not on WhatsApp', (content) => {
    expect(() => partsOf(instagram, content)).toThrow("Instagram can't be sent");
    expect(partsOf(whatsapp, content)).toEqual([content]);
  });
});
