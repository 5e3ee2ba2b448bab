import type { MediaProblem, MediaType } from './content';
import { clean } from './text';

/** Pictures that every browser shows, and that can hold no script. */
const PICTURES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif', 'image/bmp']);

/** What a browser may show or play by itself; all else is only ever downloaded. */
export const isShown = (mime: string): boolean =>
  PICTURES.has(mime) || ((mime.startsWith('audio/') || mime.startsWith('video/')) && /^[a-z]+\/[\w.+-]+$/.test(mime));

/** Types that a download may be named by; what is none of these could be made to run. */
const NAMED = /^(application\/(pdf|zip|json|msword|vnd\.[\w.+-]+|octet-stream)|text\/(plain|csv|vcard|calendar|markdown))$/;

/** As what a file is handed to a browser. */
export const servedAs = (mime: string): string =>
  isShown(mime) || NAMED.test(mime) ? (mime.startsWith('text/') ? `${mime}; charset=utf-8` : mime) : 'application/octet-stream';

// biome-ignore format: a table is read in columns
const IS: Readonly<Record<MediaType, (mime: string) => boolean>> = {
  image:    (mime) => PICTURES.has(mime),
  sticker:  (mime) => PICTURES.has(mime),
  video:    (mime) => mime.startsWith('video/'),
  audio:    (mime) => mime.startsWith('audio/'),
  voice:    (mime) => mime.startsWith('audio/'),
  document: () => true,
};

/** What a file is shown as: one that is not what it is called, or that no screen should open, is a document to download. */
export const shownAs = (type: MediaType, mime: string, problem: MediaProblem | null): MediaType =>
  IS[type](mime) && problem !== 'too_many_pixels' ? type : 'document';

const LONGEST_NAME = 200;

/** A file's name without its folders and without what no name may hold; null when nothing is left. */
export function fileNameFrom(given: string | null): string | null {
  const last =
    clean(given ?? '')
      .split(/[/\\]/)
      .at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  const name = last.replace(/[\u0000-\u001f\u007f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"]/g, '').trim();
  return name === '' || name === '.' || name === '..' ? null : shortened(name);
}

/** The ending stays: by it people and programs know what a file is. */
function shortened(name: string): string {
  const letters = [...name];
  if (letters.length <= LONGEST_NAME) return name;
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  return letters.slice(0, LONGEST_NAME - ending.length).join('') + ending;
}
