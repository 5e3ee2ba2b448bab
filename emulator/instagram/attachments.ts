import { type Json, objectOf, textOf } from '../json';
import { keep } from '../media';
import { refuse } from '../refusals';
import { isDirect } from '../scoped';
import type { Account, World } from '../world';

const MB = 1024 * 1024;

/** What each kind of attachment may be, and how large. */
// biome-ignore format: a table is read in columns
const KINDS: ReadonlyMap<string, { readonly most: number; readonly mimes: readonly string[] }> = new Map([
  ['image', { most: 8 * MB,  mimes: ['image/png', 'image/jpeg', 'image/gif'] }],
  ['audio', { most: 25 * MB, mimes: ['audio/aac', 'audio/mp4', 'audio/x-m4a', 'audio/wav', 'audio/x-wav', 'video/mp4'] }],
  ['video', { most: 25 * MB, mimes: ['video/mp4', 'video/ogg', 'video/x-msvideo', 'video/quicktime', 'video/webm'] }],
  ['file',  { most: 25 * MB, mimes: ['application/pdf'] }],
]);

/** What is handed over: bytes, or where they are. */
export interface Given {
  readonly platform: string;
  readonly message: Json;
  readonly file: { readonly mime: string; readonly bytes: Buffer } | null;
}

/** Graph's `POST /{id}/message_attachments`: takes a file to be named in messages, or throws its no. */
export function attach(world: World, account: Account, { platform, message, file }: Given): Json {
  if (!isDirect(account)) return refuse('unknown_object');
  if (account.kind === 'instagram' && platform !== 'instagram') refuse('parameter', 'The parameter platform must be instagram.');
  const { type, payload } = objectOf(message.attachment);
  const kind = KINDS.get(textOf(type)) ?? refuse('parameter', `Param attachment[type] must be one of {${[...KINDS.keys()].join(', ')}}`);
  if (!file && !/^https?:\/\/\S+$/.test(textOf(objectOf(payload).url))) return refuse('ig_fetch');
  if (file && !isPages(account, textOf(type), file.mime) && !kind.mimes.includes(file.mime)) refuse('ig_media_type');
  if (file && file.bytes.length > kind.most) refuse('ig_media_size');
  const { id } = keep(world, account, { mime: file?.mime ?? '', bytes: file?.bytes ?? Buffer.alloc(0), fileName: null, as: textOf(type) });
  return { attachment_id: id };
}

/** A Page may send any paper, and sounds that Instagram takes none of. */
const isPages = ({ kind }: Account, type: string, mime: string): boolean =>
  kind === 'messenger' && (type === 'file' || (type === 'audio' && mime === 'audio/mpeg'));
