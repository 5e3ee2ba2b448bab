import type SharpModule from 'sharp';
import type { Look } from '../../ports/files';
import { sniffed } from './sniff';

/** A picture with more pixels is not opened: a small file can claim to be a picture of any size. */
const MOST_PIXELS = 50_000_000;
const SIDE = 480;
/** Seconds: a picture can be made to take long. */
const SLOWEST = 20;

/** Pictures that sharp opens and every browser shows. What else calls itself one is a file. */
const OPENED: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif']);

interface Bytes {
  readonly path: string;
  readonly head: Buffer;
}

/** Looks at files, at one picture at a time: several large ones at once would take all memory. */
export function looker(): (file: Bytes, said: { readonly mime: string | null; readonly fileName: string | null }) => Promise<Look> {
  let last: Promise<unknown> = Promise.resolve();
  return async ({ path, head }, said) => {
    const mime = sniffed(head, said);
    if (!OPENED.has(mime)) return { mime, ...NOTHING };
    const picture = last.then(() => pictureIn(path));
    last = picture.catch(() => undefined);
    return { mime, ...(await picture) };
  };
}

const NOTHING = { width: null, height: null, preview: null, problem: null };

async function pictureIn(path: string): Promise<Omit<Look, 'mime'>> {
  const sharp = loaded();
  const size = await sharp(path, { limitInputPixels: false })
    .metadata()
    .then(({ autoOrient }) => autoOrient)
    .catch(() => null);
  if (!size) return { ...NOTHING, problem: 'unreadable' };
  if (size.width * size.height > MOST_PIXELS) return { ...size, preview: null, problem: 'too_many_pixels' };
  const preview = await sharp(path, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .rotate()
    .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 75 })
    .timeout({ seconds: SLOWEST })
    .toBuffer()
    .catch(() => null);
  const { width, height } = size;
  return { width, height, preview, problem: preview ? null : 'unreadable' };
}

let library: typeof SharpModule | null = null;

/** Loaded when the first picture comes: 20 MB of memory that many desks never need. */
function loaded(): typeof SharpModule {
  if (library) return library;
  library = require('sharp') as typeof SharpModule;
  library.concurrency(1);
  library.cache(false);
  return library;
}
