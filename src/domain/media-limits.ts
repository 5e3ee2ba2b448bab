import type { Misfit } from './choices';
import type { MediaType } from './content';
import { sizeOf, type TextLimit } from './split';

/** What a network takes of one kind of file. */
export interface MediaLimit {
  /** Bytes of the largest file. */
  readonly most: number;
  /** Bytes of the largest one that moves, where that differs. */
  readonly mostAnimated?: number;
  /** Types without their parameters. */
  readonly mimes: readonly string[];
  /** Words that stand below it; null = they go as a message of their own. */
  readonly caption: TextLimit | null;
  /** null = the network shows no name. */
  readonly fileName: TextLimit | null;
  /** What a file goes as that is none of these types: a voice note is heard as audio all the same. */
  readonly instead?: MediaType;
}

/** What a network takes of files; a kind that is missing can't be sent. */
export type MediaLimits = Partial<Readonly<Record<MediaType, MediaLimit>>>;

/** What is known of a file before it is sent. */
export interface FileFacts {
  readonly type: MediaType;
  readonly mime: string;
  readonly bytes: number;
  readonly caption?: string;
  readonly fileName?: string;
  readonly animated?: boolean;
}

export type FittedMedia = { readonly type: MediaType; readonly limit: MediaLimit } | { readonly misfit: Misfit };

/** As what a file goes out, and within which limits; or the first limit that was hit. */
export function fittedMedia(file: FileFacts, limits: MediaLimits): FittedMedia {
  const type = typeFor(file, limits);
  const limit = limits[type];
  if (!limit) return { misfit: { path: 'content.type', says: `can't be sent ${NAMES[type]}` } };
  const misfit = mimeMisfit(file, type, limit) ?? sizeMisfit(file, type, limit) ?? wordsMisfit(file, limit);
  return misfit ? { misfit } : { type, limit };
}

/** A type without its parameters, in lower case: `audio/ogg; codecs=opus` is `audio/ogg`. */
export const bareMime = (mime: string): string => (mime.split(';')[0] ?? '').trim().toLowerCase();

function typeFor({ type, mime }: FileFacts, limits: MediaLimits): MediaType {
  const { instead, mimes } = limits[type] ?? {};
  return instead && mimes && !mimes.includes(bareMime(mime)) ? instead : type;
}

const NAMES: Readonly<Record<MediaType, string>> = {
  image: 'an image',
  video: 'a video',
  audio: 'audio',
  voice: 'a voice note',
  document: 'a document',
  sticker: 'a sticker',
};

function mimeMisfit({ mime }: FileFacts, type: MediaType, { mimes }: MediaLimit): Misfit | null {
  if (mimes.includes(bareMime(mime))) return null;
  return {
    path: 'content.mediaId',
    says: `takes as ${NAMES[type]} only ${mimes.join(', ')}; this is ${bareMime(mime) || 'of no known type'}`,
  };
}

function sizeMisfit({ bytes, animated }: FileFacts, type: MediaType, { most: still, mostAnimated }: MediaLimit): Misfit | null {
  const most = animated ? (mostAnimated ?? still) : still;
  if (bytes <= 0) return { path: 'content.mediaId', says: 'takes no empty file; this one has 0 bytes' };
  if (bytes <= most) return null;
  return { path: 'content.mediaId', says: `takes ${NAMES[type]} of at most ${bytesInWords(most)}; this one has ${bytesInWords(bytes)}` };
}

function wordsMisfit({ caption, fileName }: FileFacts, limit: MediaLimit): Misfit | null {
  return longer(caption, limit.caption, 'content.caption') ?? longer(fileName, limit.fileName, 'content.fileName');
}

function longer(text: string | undefined, limit: TextLimit | null, path: string): Misfit | null {
  if (!text || !limit) return null;
  const size = sizeOf(text, limit.unit);
  return size > limit.max ? { path, says: `takes at most ${limit.max} ${limit.unit} here; there are ${size}` } : null;
}

const KB = 1024;
const MB = KB * KB;

/** `5 MB`, `7.3 MB`, `99 KB`, `12 bytes`; what is over a limit never reads like it. */
export function bytesInWords(bytes: number): string {
  if (bytes < KB) return `${bytes} bytes`;
  const [size, unit] = bytes < MB ? [bytes / KB, 'KB'] : [bytes / MB, 'MB'];
  return `${Number.isInteger(size) ? size : Math.ceil(size * 10) / 10} ${unit}`;
}
