import type { HeardContent, HeardMedia } from '../../../src/ports/channel';
import { idOf, isObject, type Json, listOf, numberOf, objectOf, textOf, wordOf } from '../../common/json';

/** One thing that a message says, with what stands beside it. */
export interface Part {
  readonly content: HeardContent;
  readonly context?: Readonly<Record<string, unknown>>;
}

/** No MIME type is named; this much is sure. */
// biome-ignore format: a table is read in columns
const MEDIA: ReadonlyMap<string, readonly [HeardMedia['type'], string]> = new Map<string, readonly [HeardMedia['type'], string]>([
  ['image',   ['image',    'image/*']],
  ['video',   ['video',    'video/*']],
  ['audio',   ['audio',    'audio/*']],
  ['sticker', ['sticker',  'image/*']],
  ['file',    ['document', 'application/octet-stream']],
]);

const SHARES: ReadonlySet<string> = new Set([
  'share',
  'ig_post',
  'ig_reel',
  'reel',
  'ig_story',
  'story',
  'story_mention',
  'media',
  'template',
  'fallback',
  'location',
]);

/** What a message says, in order: its words first, then each attachment. Never empty: somebody said something. */
export function partsOf(message: Json): Part[] {
  const words = wordsOf(message);
  const parts = [...(words ? [words] : []), ...stickersOnce(listOf(message.attachments)).map(attachment)];
  if (parts.length > 0) return parts;
  return [{ content: { type: 'unsupported', kind: message.is_unsupported === true ? 'unsupported' : 'empty', raw: message } }];
}

/** A sticker may stand there twice, as an image and as a sticker with one id (CHANNELS §4): it is one. */
function stickersOnce(attachments: readonly unknown[]): unknown[] {
  const [once, places] = [[] as unknown[], new Map<string, number>()];
  for (const given of attachments) {
    const id = stickerIn(given);
    const place = id === null ? undefined : places.get(id);
    if (place === undefined && id !== null) places.set(id, once.length);
    if (place === undefined) once.push(given);
    else once[place] = { ...objectOf(once[place]), payload: { ...payloadOf(given), ...payloadOf(once[place]) } };
  }
  return once;
}

/** Some are too large to be exact as numbers: they name nobody, and two of them stay alike. */
function stickerIn(given: unknown): string | null {
  const { sticker_id: id } = payloadOf(given);
  return typeof id === 'number' || (typeof id === 'string' && id !== '') ? String(id) : null;
}

const payloadOf = (given: unknown): Json => objectOf(objectOf(given).payload);

function wordsOf(message: Json): Part | null {
  const said = textOf(message.text);
  const payload = wordOf(objectOf(message.quick_reply).payload);
  if (payload !== null) return { content: { type: 'button_reply', id: payload, title: said ?? payload } };
  const story = objectOf(message.reply_to).story;
  if (isObject(story))
    return {
      content: { type: 'story_reply', text: said ?? '', url: wordOf(story.url), ...shown('story', wordOf(story.url)) },
      context: { story: { id: idOf(story.id) } },
    };
  return said === null ? null : { content: { type: 'text', text: said } };
}

function attachment(given: unknown): Part {
  const type = wordOf(objectOf(given).type) ?? 'unknown';
  if (type === 'like_heart') return { content: { type: 'text', text: '❤️' }, context: { likeHeart: true } };
  const payload = payloadOf(given);
  const url = wordOf(payload.url) ?? wordOf(objectOf(given).url);
  const media = MEDIA.get(stickerIn(given) === null ? type : 'sticker');
  if (media && url !== null) return { content: { type: media[0], source: { id: null, url, sha256: null }, mime: media[1] } };
  const said = type === 'location' ? placeOf(given, payload) : type === 'template' ? cardOf(payload) : null;
  if (said !== null) return { content: said };
  if (SHARES.has(type)) return { content: { type: 'share', url, kind: type, ...titled(given, payload), ...shown(type, url) } };
  return { content: { type: 'unsupported', kind: type.slice(0, 100), raw: given } };
}

function placeOf(given: unknown, payload: Json): HeardContent | null {
  const { lat, long } = objectOf(payload.coordinates);
  const [latitude, longitude] = [numberOf(lat), numberOf(long)];
  if (latitude === null || longitude === null || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
  const name = wordOf(objectOf(given).title);
  return { type: 'location', latitude, longitude, ...(name === null ? {} : { name }) };
}

/** A text above buttons to tap, as a business sends it; other cards are shown as what is shared. */
function cardOf({ template_type: type, text, buttons: given }: Json): HeardContent | null {
  const [words, buttons] = [wordOf(text), listOf(given).map(objectOf)];
  if (type !== 'button' || words === null || buttons.length === 0) return null;
  const choices = buttons.flatMap(({ title, payload }) => {
    const [id, label] = [wordOf(payload), wordOf(title)];
    return id === null || label === null ? [] : [{ id, title: label }];
  });
  return choices.length === buttons.length ? { type: 'buttons', text: words, buttons: choices } : null;
}

/** A story lasts a day, and may end earlier without a word: longer than it, somebody else's is not ours to keep (CHANNELS §3.2). */
const STORY_LASTS = 24 * 60 * 60 * 1000;
/** What leads to a page rather than to a picture. */
const PAGES: ReadonlySet<string> = new Set(['template', 'fallback', 'location']);
const THEIRS: ReadonlySet<string> = new Set(['story_mention', 'ig_story']);

/** What is shared is fetched where its link leads to it. */
function shown(kind: string, url: string | null): { media?: HeardMedia } {
  if (url === null || PAGES.has(kind)) return {};
  const isFilm = kind.endsWith('reel');
  const media = {
    type: isFilm ? 'video' : 'image',
    source: { id: null, url, sha256: null },
    mime: isFilm ? 'video/*' : 'image/*',
  } as const;
  return { media: THEIRS.has(kind) ? { ...media, keptFor: STORY_LASTS } : media };
}

function titled(given: unknown, payload: Json): { title?: string } {
  const card = [payload.generic, payload.product, payload].map(objectOf).find(({ elements }) => elements !== undefined);
  const element = objectOf(listOf(card?.elements)[0]);
  const title = wordOf(payload.title) ?? wordOf(objectOf(given).title) ?? wordOf(element.title) ?? wordOf(payload.text);
  return title === null ? {} : { title };
}
