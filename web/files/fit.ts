import type { MediaType } from '../../src/domain/content';
import { bareMime } from '../../src/domain/media-limits';
import type { MediaLimits } from './takes';

type MediaLimit = NonNullable<MediaLimits[MediaType]>;

/** A file as far as it has to be known: its type may be empty, where the browser does not know it. */
export interface FileFacts {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** The limit that a file hit. */
export type Misfit =
  | { readonly why: 'empty' }
  | { readonly why: 'type'; readonly as: MediaType; readonly takes: readonly string[] }
  | { readonly why: 'size'; readonly as: MediaType; readonly most: number };

/** What a file goes as, or why it can't go; `instead`: the limit for which it goes as a document. */
export type Fit =
  | { readonly as: MediaType; readonly mime: string; readonly misfit: null; readonly instead: Misfit | null }
  | { readonly as: MediaType; readonly mime: string; readonly misfit: Misfit; readonly instead: null };

// biome-ignore format: a table is read in columns
const BY_ENDING: Readonly<Record<string, string>> = {
  amr: 'audio/amr', ogg: 'audio/ogg', oga: 'audio/ogg', opus: 'audio/ogg', m4a: 'audio/mp4', aac: 'audio/aac', mp3: 'audio/mpeg',
  '3gp': 'video/3gpp', mov: 'video/quicktime', webp: 'image/webp', heic: 'image/heic', pdf: 'application/pdf',
};

// biome-ignore format: a table is read in columns
const SAME: Readonly<Record<string, string>> = {
  'audio/x-m4a': 'audio/mp4', 'audio/m4a': 'audio/mp4', 'audio/mp3': 'audio/mpeg', 'audio/opus': 'audio/ogg', 'audio/x-wav': 'audio/wav',
  'audio/wave': 'audio/wav', 'audio/vnd.wave': 'audio/wav', 'application/ogg': 'audio/ogg', 'image/jpg': 'image/jpeg',
};

/** The type without its parameters, in the spelling that channels use; by the name's ending where the browser knows none. */
export function mimeOf({ name, type }: Pick<FileFacts, 'name' | 'type'>): string {
  const said = bareMime(type);
  if (said !== '') return SAME[said] ?? said;
  return BY_ENDING[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

/** Pictures, films and sounds are such wherever they can be; everything else is a document. */
export function naturalType(mime: string): MediaType {
  const family = mime.split('/')[0];
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'document';
}

const takes = ({ mimes }: MediaLimit, mime: string): boolean => mimes.some((one) => one === mime || SAME[one] === mime);

function misfitOf(as: MediaType, mime: string, size: number, limits: MediaLimits): Misfit | null {
  const limit = limits[as];
  if (!limit || !takes(limit, mime)) return { why: 'type', as, takes: limit && limit.mimes.length > 0 ? limit.mimes : everything(limits) };
  return size > limit.most ? { why: 'size', as, most: limit.most } : null;
}

const everything = (limits: MediaLimits): string[] => [...new Set(Object.values(limits).flatMap(({ mimes }) => mimes))];

/** How a file would go out here. `wanted`: what was recorded is a voice message, and a sound where the channel has none. */
export function fitOf(file: FileFacts, limits: MediaLimits, wanted?: 'voice'): Fit {
  const mime = mimeOf(file);
  const ways = waysOf(mime, wanted);
  const [first = 'document'] = ways;
  if (file.size === 0) return { as: first, mime, misfit: { why: 'empty' }, instead: null };
  const misfits = ways.map((as) => ({ as, misfit: misfitOf(as, mime, file.size, limits) }));
  const way = misfits.find(({ misfit }) => misfit === null);
  if (way) return { as: way.as, mime, misfit: null, instead: way.as === 'document' ? (misfits[0]?.misfit ?? null) : null };
  return { as: first, mime, misfit: told(misfits.map(({ misfit }) => misfit)), instead: null };
}

function waysOf(mime: string, wanted?: 'voice'): MediaType[] {
  if (wanted === 'voice') return ['voice', 'audio', 'document'];
  const natural = naturalType(mime);
  return natural === 'document' ? ['document'] : [natural, 'document'];
}

/** What is too large says more than what is not taken at all. */
function told(misfits: readonly (Misfit | null)[]): Misfit {
  const known = misfits.filter((misfit) => misfit !== null);
  return known.find(({ why }) => why === 'size') ?? known[0] ?? { why: 'empty' };
}
