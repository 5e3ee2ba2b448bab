import { Readable } from 'node:stream';
import { partsOf } from '../../src/actions/sending/sendable';
import { type Content, isMedia, MEDIA_TYPES, type MediaContent } from '../../src/domain/content';
import { Refusal } from '../../src/domain/errors';
import { type ChannelKind, MediaFailure, type Outbound, type OutboundFile, type Outside, SendFailure } from '../../src/ports/channel';
import type { Behaviour, Request } from '../channels/support/provider';
import { metaSaysNo, providerOf, type Samples } from './samples';

const BYTES = Buffer.from('a file of 20 bytes\r\n');
const PARTS = 400;
const LINK = 'https://desk.example/files/a-file?key=given';

const linked = ({ graphUrl }: Outside) => ({ id: null, url: `${graphUrl}/a-file?secret=hush`, sha256: null });

const file = (type: MediaContent['type'], mime: string, more: Partial<MediaContent> = {}): MediaContent => ({
  type,
  mediaId: 'ours',
  mime,
  bytes: BYTES.length,
  state: 'ready',
  ...more,
});

const rows = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `row ${n}`, title: `Row ${n}` }));

/** One of everything that an agent or a bot may want to say; the second of a kind is large. */
const WISHES: readonly Content[] = [
  { type: 'text', text: 'Hello' },
  { type: 'text', text: 'wörter und noch mehr '.repeat(PARTS) },
  file('image', 'image/jpeg', { caption: 'Look', fileName: 'look.jpg' }),
  file('image', 'image/tiff'),
  file('image', 'image/png', { bytes: 90 * 1024 * 1024 }),
  file('video', 'video/mp4', { caption: 'Look' }),
  file('audio', 'audio/aac'),
  file('voice', 'audio/ogg; codecs=opus'),
  file('voice', 'audio/mp4', { caption: 'Listen' }),
  file('voice', 'audio/webm;codecs=opus'),
  file('document', 'application/pdf', { fileName: 'paper.pdf', caption: 'Read '.repeat(PARTS) }),
  file('sticker', 'image/webp'),
  { type: 'location', latitude: 52.5, longitude: 13.4, name: 'Here' },
  { type: 'contacts', contacts: [{ name: null, phones: ['+1 555 010 0101'], emails: [] }] },
  { type: 'buttons', text: 'Well?', buttons: rows(2) },
  { type: 'buttons', text: 'Well?', buttons: rows(20) },
  { type: 'list', text: 'Well?', button: 'See', sections: [{ rows: rows(4) }] },
  { type: 'template', name: 'hello', language: 'en', components: [{ type: 'body', parameters: [{ type: 'text', text: 'Ana' }] }] },
  {
    type: 'template',
    name: 'hello',
    language: 'en',
    components: [{ type: 'header', parameters: [{ type: 'image', image: { mediaId: 'ours' } }] }],
  },
  { type: 'button_reply', id: 'a', title: 'A' },
];

const outboundFile = (content: Content, over: Partial<OutboundFile> = {}): OutboundFile => ({
  type: isMedia(content) ? content.type : 'image',
  mime: isMedia(content) ? content.mime : 'image/png',
  bytes: BYTES.length,
  fileName: 'Übersicht "1".png',
  providerId: null,
  link: null,
  open: async () => Readable.from([BYTES.subarray(0, 7), BYTES.subarray(7)]),
  ...over,
});

/** What goes out for it, or where and by which limit it is refused. */
function wanted(kind: ChannelKind, content: Content): readonly Content[] | { readonly path: string; readonly says: string } {
  try {
    return partsOf(kind, content);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [{ path, message: says } = { path: '', message: '' }] = (error.facts as { errors: { path: string; message: string }[] }).errors;
    return { path, says };
  }
}

/** What must be found in what goes out for it: the words, the numbers, the names of every choice. */
function wordsOf(content: Content): string[] {
  switch (content.type) {
    case 'text':
      return [content.text.trim()];
    case 'location':
      return [String(content.latitude), String(content.longitude)];
    case 'contacts':
      return content.contacts.flatMap(({ phones }) => phones).map(digits);
    case 'buttons':
      return [content.text, ...content.buttons.map(({ title }) => title)];
    case 'list':
      return [content.text, ...content.sections.flatMap((section) => section.rows.map(({ title }) => title))];
    case 'template':
      return [content.name, content.language];
    default:
      return isMedia(content) && content.caption !== undefined ? [content.caption.trim()] : [];
  }
}

const digits = (words: string): string => words.replace(/\D/g, '');

/** All that was sent, as words: bodies of JSON without their escapes, others as they are. */
const saidIn = (requests: readonly Request[]): string =>
  requests.map(({ body, bytes }) => (body === null ? (bytes?.toString('utf8') ?? '') : JSON.stringify(body))).join('\n');

function expectFile(kind: ChannelKind, { files = 'bytes' }: Samples, requests: readonly Request[]): void {
  const said = saidIn(requests);
  if (kind.upload) expect(said).toContain('theirs');
  else if (files === 'link') expect(said).toContain(LINK);
  else expect(said.includes(BYTES.toString('base64')) || requests.some(({ bytes }) => bytes?.includes(BYTES))).toBe(true);
}

/** Every content is sent as the network takes it, or refused with the limit that was hit: nothing between. */
export function describeContents(kind: ChannelKind, samples: Samples): void {
  const { config, message, accepted } = samples;
  const { capabilities } = kind;
  const aProvider = providerOf(samples);

  it('says for every content that it sends within which limits', () => {
    const named = MEDIA_TYPES.filter((type) => capabilities.media[type]);
    expect(MEDIA_TYPES.filter((type) => capabilities.contents.includes(type))).toEqual(named);
    for (const { most, mimes, instead } of Object.values(capabilities.media)) {
      expect(most).toBeGreaterThan(0);
      expect(mimes.length > 0 || (instead !== undefined && capabilities.media[instead] !== undefined)).toBe(true);
      expect(mimes.every((mime) => /^[a-z]+\/[\w.+-]+$/.test(mime))).toBe(true);
    }
    const needs = {
      contacts: capabilities.contacts > 0,
      template: capabilities.template !== null,
      buttons: capabilities.choices.buttons !== null,
    };
    for (const [type, can] of Object.entries(needs)) if (!can) expect(capabilities.contents).not.toContain(type);
    expect(capabilities.contents).toContain('text');
  });

  it.each(WISHES.map((content, at) => ({ name: `${content.type} (wish ${at})`, content })))(
    'sends or refuses $name',
    async ({ content }) => {
      const parts = wanted(kind, content);
      if (!Array.isArray(parts)) {
        expect(parts).toMatchObject({ path: expect.stringMatching(/^content\b/), says: expect.stringMatching(/\w+ \w+.*\.$/) });
        return;
      }
      const provider = await aProvider({ status: 200, body: accepted.body });
      for (const part of parts as Content[]) {
        const outbound: Outbound = { ...message, content: part, file: outboundFile(part, hasIt(kind)) };
        await expect(kind.send(config, outbound, provider.outside)).resolves.toMatchObject({ providerMessageId: accepted.id });
      }
      await provider.close();
      if (samples.itself) return;
      const said = saidIn(provider.requests);
      expect(provider.requests).toHaveLength(parts.length);
      expect(said).not.toContain('ours');
      for (const word of (parts as Content[]).flatMap(wordsOf)) {
        const isThere = said.includes(JSON.stringify(word).slice(1, -1)) || said.includes(word) || digits(said).includes(word);
        expect([word, isThere]).toEqual([word, true]);
      }
      if ((parts as Content[]).some(isMedia)) expectFile(kind, samples, provider.requests);
    },
  );

  const quoted = samples.quotable ?? 'the-quoted-one';
  if (capabilities.replies && !samples.itself)
    it('quotes the message that it answers', async () => {
      const provider = await aProvider({ status: 200, body: accepted.body });
      await kind.send(config, { ...message, replyTo: quoted }, provider.outside);
      await provider.close();
      expect(saidIn(provider.requests)).toContain(quoted);
    });

  it('keeps a window that does not close before a person’s ends', () => {
    const { freeText, humanAgent } = kind.window;
    expect(humanAgent === null || (freeText !== null && humanAgent > freeText)).toBe(true);
  });

  describeFiles(kind, samples);
}

/** What the desk brings along with a file: its name at the network, or else itself. */
const hasIt = ({ upload }: ChannelKind): Partial<OutboundFile> => (upload ? { providerId: 'theirs' } : { link: LINK });

function describeFiles({ capabilities, send, upload, fetchMedia }: ChannelKind, samples: Samples): void {
  const { config, message, uploaded, source = linked, no = metaSaysNo } = samples;
  const aProvider = providerOf(samples);
  const [type] = MEDIA_TYPES.filter((one) => capabilities.media[one]?.mimes.length);
  if (!type) return;
  const content = file(type, capabilities.media[type]?.mimes[0] ?? '');

  it('never sends a message whose file it has not', async () => {
    const provider = await aProvider({ status: 200, body: {} });
    const { file: _, ...fileless } = { ...message, content };
    const missing = upload ? { ...fileless, file: outboundFile(content) } : fileless;
    const failure = await send(config, missing, provider.outside).catch((error) => error);
    await provider.close();
    expect(failure).toMatchObject({ verdict: 'never', problem: { code: 'media_problem' } });
    expect(provider.requests).toHaveLength(0);
  });

  if (upload && uploaded)
    it('hands a file over as it is, with its length said first', async () => {
      const provider = await aProvider({ status: 200, body: uploaded.body });
      const handed = await upload(config, outboundFile(content), provider.outside);
      await provider.close();
      expect(handed.providerId).toBe(uploaded.id);
      const [request] = provider.requests;
      expect(request?.headers['content-length']).toBe(String(request?.bytes.length));
      expect(request?.bytes.includes(BYTES)).toBe(true);
      expect(request?.bytes.toString('latin1')).not.toContain('Ü');
    });

  if (upload)
    it.each<[string, Behaviour, SendFailure['verdict']]>([
      ['falls over', { status: 502, body: '<html>' }, 'unknown'],
      ['asks for patience', { status: 429, body: {} }, 'later'],
      ['takes none like it', no, 'never'],
      ['says nothing of it', { status: 200, body: {} }, 'unknown'],
      ['hangs up', 'hangs up', 'unknown'],
    ])('says how handing it over ended when the network %s', async (_, behaviour, verdict) => {
      const provider = await aProvider(behaviour);
      const failure = await upload(config, outboundFile(content), provider.outside).catch((error: unknown) => error);
      await provider.close();
      expect(failure).toBeInstanceOf(SendFailure);
      expect((failure as SendFailure).verdict).toBe(verdict);
    });

  if (fetchMedia)
    it('opens a file that somebody sent, or says why it does not come', async () => {
      const ends: [Behaviour, unknown][] = [
        [{ status: 200, headers: { 'content-type': 'image/png' }, body: 'the bytes' }, 'the bytes'],
        [{ status: 404, body: 'Not Found' }, 'gone'],
        [{ status: 503, body: 'later' }, 'unreachable'],
        [{ status: 302, headers: { location: 'http://127.0.0.1:9/' }, body: '' }, 'refused'],
      ];
      for (const [behaviour, end] of samples.itself ? ends.slice(0, 2) : ends) {
        const provider = await aProvider(behaviour);
        const got = await fetchMedia(config, source(provider.outside), provider.outside).then(
          async ({ body }) => Buffer.concat(await body.toArray()).toString(),
          (error: unknown) => error,
        );
        await provider.close();
        if (typeof got === 'string') expect(got).toBe(end);
        else {
          expect(got).toBeInstanceOf(MediaFailure);
          expect((got as MediaFailure).code).toBe(end);
          expect(String(got)).not.toContain('hush');
        }
      }
    });
}
