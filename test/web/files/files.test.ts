import { CAPABILITIES as INSTAGRAM } from '../../../channels/instagram/capabilities';
import { CAPABILITIES as WHATSAPP } from '../../../channels/whatsapp-cloud/capabilities';
import { capabilitiesJson } from '../../../src/http/present/capabilities';
import { hindranceOf, MOST_FILES, type Uploaded } from '../../../web/files/attachment';
import { fitOf } from '../../../web/files/fit';
import { type FileStep, goThrough, planOf } from '../../../web/files/plan';
import { misfitSaid, typeSaid } from '../../../web/files/said';
import { attachmentStore, type Way } from '../../../web/files/store';
import { acceptOf, takesFiles } from '../../../web/files/takes';
import { showsAs } from '../../../web/thread/media/kinds';
import { shapeOf } from '../../../web/thread/media/shape';
import { FITS, moved, swiped, zoomed } from '../../../web/viewer/zoom';
import { attaching } from '../../../web/words/en/attaching';

const whatsapp = capabilitiesJson(WHATSAPP).media;
const instagram = capabilitiesJson(INSTAGRAM).media;
const MB = 1024 * 1024;
const file = (name: string, type: string, size = 1_000) => ({ name, type, size });

describe('What a file goes as', () => {
  it('is what it is, and a document where the channel does not take it as such', () => {
    expect(fitOf(file('lamp.jpg', 'image/jpeg'), whatsapp)).toMatchObject({ as: 'image', misfit: null, instead: null });
    expect(fitOf(file('clip.mp4', 'video/mp4'), whatsapp)).toMatchObject({ as: 'video' });
    expect(fitOf(file('song.m4a', 'audio/x-m4a'), whatsapp)).toMatchObject({ as: 'audio', mime: 'audio/mp4' });
    expect(fitOf(file('label.PDF', ''), whatsapp)).toMatchObject({ as: 'document', mime: 'application/pdf' });
    const large = fitOf(file('wall.png', 'image/png', 6 * MB), whatsapp);
    expect(large).toMatchObject({ as: 'document', misfit: null, instead: { why: 'size', as: 'image', most: 5 * MB } });
  });

  it('is a voice message of what was recorded, and a sound where the channel has none of that kind', () => {
    expect(fitOf(file('voice.ogg', 'audio/ogg; codecs=opus'), whatsapp, 'voice')).toMatchObject({
      as: 'voice',
      misfit: null,
      instead: null,
    });
    expect(fitOf(file('voice.wav', 'audio/wav'), instagram, 'voice')).toMatchObject({ as: 'audio', misfit: null, instead: null });
  });

  it('is nothing for an empty, too large or unknown one, and the limit is said in words', () => {
    const said = (one: ReturnType<typeof file>, limits: typeof whatsapp, network: string) => {
      const { misfit } = fitOf(one, limits);
      return misfit && misfitSaid(misfit, { network, language: 'en', bytes: one.size, words: attaching });
    };
    expect(said(file('nothing.pdf', 'application/pdf', 0), whatsapp, 'WhatsApp')).toBe('This file is empty.');
    expect(said(file('film.mp4', 'video/mp4', 100 * MB + 1), whatsapp, 'WhatsApp')).toBe(
      'WhatsApp takes videos up to 16 MB; this one has 100.1 MB.',
    );
    expect(said(file('photo.heic', 'image/heic'), whatsapp, 'WhatsApp')).toBe('WhatsApp takes photos only as JPEG or PNG.');
    expect(said(file('setup.exe', 'application/x-msdownload'), instagram, 'Instagram')).toBe('Instagram takes documents only as PDF.');
    expect(said(file('wall.jpg', 'image/jpeg', 9 * MB), instagram, 'Instagram')).toBe(
      'Instagram takes photos up to 8 MB; this one has 9 MB.',
    );
  });

  it('is chosen from what the channel takes, and there is nothing to choose where it takes none', () => {
    expect(acceptOf(instagram).split(',')).toContain('application/pdf');
    expect([takesFiles(whatsapp), takesFiles({}), takesFiles(undefined)]).toEqual([true, false, false]);
    expect([typeSaid('audio/mpeg'), typeSaid('image/jpeg'), typeSaid('audio/ogg; codecs=opus')]).toEqual(['MP3', 'JPEG', 'OGG']);
  });
});

describe('Files with words', () => {
  const files = (['image', 'document'] as const).map((type, at) => ({ id: `a${at}`, type, mediaId: `m${at}` }));

  it('go out as they stand in the box: the words under the last, or behind it where none fit', () => {
    expect(planOf(files, 'Both of them', whatsapp)).toEqual({
      files: [
        { id: 'a0', content: { type: 'image', mediaId: 'm0' } },
        { id: 'a1', content: { type: 'document', mediaId: 'm1', caption: 'Both of them' } },
      ],
      text: '',
    });
    expect(planOf(files, 'Both of them', instagram)).toMatchObject({ text: 'Both of them', files: [{}, { content: { mediaId: 'm1' } }] });
    expect(planOf(files, 'x'.repeat(1_025), whatsapp).text).toHaveLength(1_025);
    expect(planOf(files, '', whatsapp).files.map(({ content }) => content.caption)).toEqual([undefined, undefined]);
    expect(planOf([], 'Alone', whatsapp)).toEqual({ files: [], text: 'Alone' });
  });
});

describe('Several messages', () => {
  const plan = planOf(
    ['a0', 'a1', 'a2'].map((id) => ({ id, type: 'image' as const, mediaId: id })),
    'For you',
    instagram,
  );
  const sent = async (breaksAt: number) => {
    const sends: [string, boolean][] = [];
    const gone: string[] = [];
    const send = async (content: FileStep['content'] | { type: 'text'; text: string }, isFirst: boolean) => {
      if (sends.length === breaksAt) throw new Error('no');
      sends.push([content.type === 'text' ? content.text : content.mediaId, isFirst]);
    };
    await goThrough(plan, { send, went: ({ id }) => void gone.push(id) }).catch(() => undefined);
    return { sends, gone };
  };

  it('go one after the other, the first as the answer to what is quoted', async () => {
    expect((await sent(-1)).sends).toEqual([
      ['a0', true],
      ['a1', false],
      ['a2', false],
      ['For you', false],
    ]);
  });

  it('end with the first that fails: it and what comes after it are kept', async () => {
    expect(await sent(1)).toEqual({ sends: [['a0', true]], gone: ['a0'] });
  });
});

describe('What is attached', () => {
  function aTab(kept = new Map<string, string>()) {
    const ups: { file: File; way: Way; end: (there: Uploaded) => void; fail: (error: unknown) => void }[] = [];
    let ids = 0;
    const store = attachmentStore({
      storage: () => ({
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => void kept.set(key, value),
        removeItem: (key) => void kept.delete(key),
      }),
      upload: (one, way) => new Promise((end, fail) => void ups.push({ file: one, way, end, fail })),
      newId: () => `a${++ids}`,
      urlOf: (one) => `blob:${one.name}`,
      forgetUrl: () => undefined,
    });
    return { store, ups, kept };
  }
  const png = (name: string, bytes = 3) => new File([new Uint8Array(bytes)], name, { type: 'image/png' });
  const settle = () => new Promise(setImmediate);

  it('goes up two at a time, whichever ticket is open, and tells how far it is', async () => {
    const { store, ups } = aTab();
    store.add('t1', [png('1.png'), png('2.png'), png('3.png')], whatsapp);
    expect(ups.map(({ file: { name } }) => name)).toEqual(['1.png', '2.png']);
    ups[0]?.way.told(0.5);
    expect(store.now('t1')[0]).toMatchObject({ state: 'up', share: 0.5, url: 'blob:1.png' });
    expect(hindranceOf(store.now('t1'))).toBe('up');
    ups[0]?.end({ id: 'm1', mime: 'image/png', bytes: 3 });
    await settle();
    expect(ups).toHaveLength(3);
    expect(store.now('t1')[0]).toMatchObject({ state: 'ready', mediaId: 'm1' });
    expect(store.now('t2')).toEqual([]);
  });

  it('refuses before anything goes up, and again when the bytes are something else than the name says', async () => {
    const { store, ups } = aTab();
    store.add('t1', [png('empty.png', 0), png('page.png')], whatsapp);
    expect(store.now('t1')[0]).toMatchObject({ state: 'refused', misfit: { why: 'empty' } });
    expect(ups.map(({ file: { name } }) => name)).toEqual(['page.png']);
    ups[0]?.end({ id: 'm1', mime: 'text/html', bytes: 3 });
    await settle();
    expect(store.now('t1')[1]).toMatchObject({ state: 'refused', misfit: { why: 'type' } });
    expect(hindranceOf(store.now('t1'))).toBe('refused');
  });

  it('is tried again, moved and taken away by a person, which ends its way', async () => {
    const { store, ups } = aTab();
    store.add('t1', [png('1.png'), png('2.png')], whatsapp);
    ups[0]?.fail(new Error('gone'));
    await settle();
    expect(store.now('t1')[0]).toMatchObject({ state: 'failed' });
    store.retry('t1', 'a1');
    expect(store.now('t1')[0]).toMatchObject({ state: 'up', error: null });
    expect(ups).toHaveLength(3);
    store.move('t1', 'a1', 1);
    expect(store.now('t1').map(({ id }) => id)).toEqual(['a2', 'a1']);
    store.remove('t1', 'a1');
    expect([ups[2]?.way.signal.aborted, ups[1]?.way.signal.aborted]).toEqual([true, false]);
    expect(store.now('t1').map(({ id }) => id)).toEqual(['a2']);
  });

  it('is still there after a reload as far as the desk has it, and not for the next agent', async () => {
    const { store, ups, kept } = aTab();
    store.add('t1', [png('1.png'), png('2.png')], whatsapp);
    ups[0]?.end({ id: 'm1', mime: 'image/png', bytes: 3 });
    await settle();
    const again = aTab(kept).store;
    expect(again.now('t1')).toMatchObject([{ name: '1.png', mediaId: 'm1', state: 'ready', url: null }]);
    again.forget();
    expect(again.now('t1')).toEqual([]);
    expect(kept.size).toBe(0);
  });

  it('is twenty files at most', () => {
    const { store } = aTab();
    const many = Array.from({ length: MOST_FILES + 1 }, (_, at) => png(`${at}.png`));
    store.add('t1', many, whatsapp);
    expect(store.now('t1')).toHaveLength(MOST_FILES);
    expect(store.notice('t1')).toBe('many');
    store.remove('t1', 'a1');
    expect(store.notice('t1')).toBeNull();
  });
});

describe('A file in a conversation', () => {
  it('is shown as what it is, and to be downloaded when no browser should open it', () => {
    const shown = (type: 'image' | 'sticker' | 'video' | 'audio' | 'voice' | 'document', mime: string) => showsAs({ type, mime });
    expect([shown('image', 'image/png'), shown('sticker', 'image/webp'), shown('video', 'video/mp4')]).toEqual([
      'picture',
      'sticker',
      'film',
    ]);
    expect([shown('voice', 'audio/ogg'), shown('audio', 'audio/mp4')]).toEqual(['sound', 'sound']);
    expect([shown('image', 'image/svg+xml'), shown('document', 'image/png'), shown('video', 'text/html')]).toEqual([
      'paper',
      'paper',
      'paper',
    ]);
  });

  it('has its room before it is there, never more than a bubble has', () => {
    expect(shapeOf({ width: 560, height: 320 })).toEqual({ width: 280, height: 160 });
    expect(shapeOf({ width: 100, height: 80 })).toEqual({ width: 100, height: 80 });
    expect(shapeOf({ width: 300, height: 3_200 })).toEqual({ width: 64, height: 320 });
    expect(shapeOf({})).toEqual({ width: 240, height: 180 });
  });

  it('is made larger about the point that is pressed, and never leaves its frame', () => {
    const frame = { width: 400, height: 200 };
    const twice = zoomed(FITS, 2, { x: 100, y: 0 }, frame);
    expect(twice).toEqual({ scale: 2, x: -100, y: 0 });
    expect(moved(twice, { x: 1_000, y: -1_000 }, frame)).toEqual({ scale: 2, x: 200, y: -100 });
    expect(zoomed(twice, 0.01, { x: 0, y: 0 }, frame)).toEqual(FITS);
    expect(zoomed(twice, 100, { x: 0, y: 0 }, frame).scale).toBe(8);
    expect(moved(FITS, { x: 30, y: 30 }, frame)).toEqual(FITS);
    expect([swiped({ x: -90, y: 10 }), swiped({ x: 90, y: 10 }), swiped({ x: 90, y: 80 }), swiped({ x: 20, y: 0 })]).toEqual([
      1,
      -1,
      null,
      null,
    ]);
  });
});
