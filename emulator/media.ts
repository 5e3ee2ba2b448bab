import { createHash } from 'node:crypto';
import type { Answer } from './answer';
import type { Json } from './json';
import { refuse } from './refusals';
import type { Account, Medium, World } from './world';

const KB = 1024;
const MB = 1024 * KB;

/** What each kind of media may be, and how large. */
// biome-ignore format: a table is read in columns
const KINDS: readonly { readonly mime: RegExp; readonly most: number }[] = [
  { mime: /^image\/(jpeg|png)$/,                                         most: 5 * MB },
  { mime: /^image\/webp$/,                                               most: 500 * KB },
  { mime: /^video\/(mp4|3gpp)$/,                                         most: 16 * MB },
  { mime: /^audio\/(aac|amr|mpeg|mp4|ogg)/,                              most: 16 * MB },
  { mime: /^text\/plain$|^application\/(pdf|msword|vnd\.[\w.+-]+)$/,     most: 100 * MB },
];

const URL_LIFE = 5 * 60_000;
const CDN_LIFE = 24 * 60 * 60_000;

/** Takes a file for sending, or throws Graph's no. */
export function upload(world: World, account: Account, file: { mime: string; bytes: Buffer; fileName: string | null }): Medium {
  const kind =
    KINDS.find(({ mime }) => mime.test(file.mime)) ??
    refuse('parameter', `Param file must be a file with one of the types that are sent, not ${file.mime}.`);
  if (file.bytes.length > kind.most) refuse('media_upload', `The file has ${file.bytes.length} bytes, at most ${kind.most} are sent.`);
  return keep(world, account, file);
}

export function keep(world: World, account: Account, file: Pick<Medium, 'mime' | 'bytes' | 'fileName' | 'trouble'>): Medium {
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
