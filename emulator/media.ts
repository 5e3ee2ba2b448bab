import { createHash } from 'node:crypto';
import type { Answer } from './answer';
import type { Json } from './json';
import { refuse } from './refusals';
import type { Account, Medium, World } from './world';

const KB = 1024;
const MB = 1024 * KB;

/** What may be handed over. */
// biome-ignore format: a table is read in columns
const TAKEN = [
  'audio/aac', 'audio/mp4', 'audio/mpeg', 'audio/amr', 'audio/ogg', 'audio/opus',
  'application/vnd.ms-powerpoint', 'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/pdf', 'text/plain', 'application/vnd.ms-excel',
  'image/jpeg', 'image/png', 'image/webp', 'video/mp4', 'video/3gpp',
];
const LARGEST = 100 * MB;
const STICKER = 500 * KB;

/** As what a message may show it, and up to which size; anything goes as a document. */
// biome-ignore format: a table is read in columns
const SHOWN: ReadonlyMap<string, { readonly mime: RegExp; readonly most: number }> = new Map([
  ['image',   { mime: /^image\/(jpeg|png)$/, most: 5 * MB }],
  ['sticker', { mime: /^image\/webp$/,       most: STICKER }],
  ['video',   { mime: /^video\//,            most: 16 * MB }],
  ['audio',   { mime: /^audio\//,            most: 16 * MB }],
]);

/** Whether a file can be sent as this; a voice note is Ogg. */
export function goesAs({ mime, bytes }: Medium, type: string, isVoice: boolean): boolean {
  const shown = SHOWN.get(type);
  const fits = !shown || (shown.mime.test(mime) && bytes.length <= shown.most);
  return fits && (!isVoice || /^audio\/(ogg|opus)/.test(mime));
}

const URL_LIFE = 5 * 60_000;
const CDN_LIFE = 24 * 60 * 60_000;

/** Takes a file for sending, or throws Graph's no. */
export function upload(world: World, account: Account, file: { mime: string; bytes: Buffer; fileName: string | null }): Medium {
  if (!TAKEN.includes(file.mime.split(';')[0] ?? ''))
    refuse('parameter', `Param file must be a file with one of the following types: ${TAKEN.join(', ')}.`);
  if (file.bytes.length === 0) refuse('parameter', 'Param file must not be empty.');
  // A picture or film may be too large to be shown as such and still go as a document; a sticker goes as nothing else.
  const most = file.mime === 'image/webp' ? STICKER : LARGEST;
  if (file.bytes.length > most) refuse('media_upload', `The file has ${file.bytes.length} bytes, at most ${most} are sent.`);
  return keep(world, account, file);
}

export function keep(world: World, account: Account, file: Pick<Medium, 'mime' | 'bytes' | 'fileName' | 'trouble' | 'as'>): Medium {
  const medium = { id: world.ids.number(15), account: account.id, at: world.time.now(), ...file };
  world.media.set(medium.id, medium);
  return medium;
}

/** The first step: where the bytes are, for five minutes. */
export function described(world: World, medium: Medium): Json {
  return {
    messaging_product: 'whatsapp',
    url: linkTo(world, medium),
    mime_type: medium.mime,
    sha256: createHash('sha256').update(medium.bytes).digest('hex'),
    file_size: String(medium.bytes.length),
    id: medium.id,
  };
}

export function linkTo(world: World, { id }: Medium): string {
  const until = world.time.now() + URL_LIFE;
  return `${world.base}/whatsapp_business/attachments/?mid=${id}&ext=${until}&hash=${sealOf(world, id, until)}`;
}

/** Instagram gives a link that needs no token and dies after a day. */
export function cdnLinkTo(world: World, { id }: Medium): string {
  const until = world.time.now() + CDN_LIFE;
  return `${world.base}/ig_messaging_cdn/?asset_id=${id}&ext=${until}&signature=${sealOf(world, id, until)}`;
}

/** The second step: the bytes, unless the link is worn out or made up. */
export function linked(world: World, id: string, ext: string, seal: string): Medium | null {
  const until = Number(ext);
  if (!(until >= world.time.now()) || seal !== sealOf(world, id, until)) return null;
  return world.media.get(id) ?? null;
}

function sealOf({ seed }: World, id: string, until: number): string {
  return `AT${createHash('sha256').update(`${seed}/${id}/${until}`).digest('base64url').slice(0, 24)}`;
}

/** What a link that is right gives. */
export function given({ mime, bytes, trouble }: Medium): Answer {
  if (trouble === 'slow') return 'hang';
  if (trouble === 'gone') return { status: 404, body: 'Not Found' };
  if (trouble === 'away') return { status: 302, headers: { location: 'http://127.0.0.1:9/' }, body: '' };
  return { status: 200, headers: { 'content-type': mime }, body: trouble === 'wrong' ? Buffer.concat([bytes, Buffer.from('?')]) : bytes };
}

/** As webhooks tell of it. */
export function mediaPart(world: World, medium: Medium): Json {
  return {
    mime_type: medium.mime,
    sha256: createHash('sha256').update(medium.bytes).digest('base64'),
    id: medium.id,
    url: linkTo(world, medium),
  };
}
