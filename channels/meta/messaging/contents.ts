import type { HeardContent, HeardMedia } from '../../../src/ports/channel';
import { idOf, isObject, type Json, listOf, objectOf, textOf, wordOf } from '../json';

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
]);

/** What a message says, in order: its words first, then each attachment. Never empty: somebody said something. */
export function partsOf(message: Json): Part[] {
  const words = wordsOf(message);
  const parts = [...(words ? [words] : []), ...listOf(message.attachments).map(attachment)];
  if (parts.length > 0) return parts;
  return [{ content: { type: 'unsupported', kind: message.is_unsupported === true ? 'unsupported' : 'empty', raw: message } }];
}

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
  const payload = objectOf(objectOf(given).payload);
  const url = wordOf(payload.url) ?? wordOf(objectOf(given).url);
  const media = MEDIA.get(type);
  if (media && url !== null) return { content: { type: media[0], source: { id: null, url, sha256: null }, mime: media[1] } };
  if (SHARES.has(type)) return { content: { type: 'share', url, kind: type, ...titled(given, payload), ...shown(type, url) } };
  return { content: { type: 'unsupported', kind: type.slice(0, 100), raw: given } };
}

/** A story lasts a day, and may end earlier without a word: longer than it, somebody else's is not ours to keep (CHANNELS §3.2). */
const STORY_LASTS = 24 * 60 * 60 * 1000;
const THEIRS: ReadonlySet<string> = new Set(['story_mention', 'ig_story']);

/** What is shared is fetched where its link leads to it, and not to a page: templates and fallbacks do. */
function shown(kind: string, url: string | null): { media?: HeardMedia } {
  if (url === null || kind === 'template' || kind === 'fallback') return {};
  const isFilm = kind.endsWith('reel');
  const media = {
    type: isFilm ? 'video' : 'image',
    source: { id: null, url, sha256: null },
    mime: isFilm ? 'video/*' : 'image/*',
  } as const;
  return { media: THEIRS.has(kind) ? { ...media, keptFor: STORY_LASTS } : media };
}

function titled(given: unknown, payload: Json): { title?: string } {
  const element = objectOf(listOf(objectOf(payload.generic).elements)[0]);
  const title = wordOf(payload.title) ?? wordOf(objectOf(given).title) ?? wordOf(element.title);
  return title === null ? {} : { title };
}
