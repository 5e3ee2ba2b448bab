import { isObject, type Json, objectOf } from '../common/json';

/** What is kept of the library's message; the rest is keys of encryption, and pictures in base64. */
// biome-ignore format: groups read better than one line each
const FIELDS = [
  'id', 'ack', 'hasMedia', 'type', 'timestamp', 'from', 'to', 'author', 'fromMe', 'isStatus', 'broadcast', 'isForwarded', 'forwardingScore',
  'duration', 'location', 'vCards', 'orderId', 'title', 'description', 'productId', 'selectedButtonId', 'selectedRowId',
  'pollName', 'pollOptions', 'latestEditSenderTimestampMs', 'protocolMessageKey', 'isGif',
] as const;

/** What the page says of it and the library does not pass on. */
const UNDERNEATH = ['notifyName', 'quotedStanzaID', 'mimetype', 'filename', 'filehash', 'caption', 'subtype'] as const;

/** Its `body` is a small picture of the place or the file. */
const PICTURED: ReadonlySet<unknown> = new Set(['location', 'image', 'video', 'sticker', 'document', 'ptt', 'audio', 'gif', 'album']);

const picked = (from: Json, names: readonly string[]): Json =>
  Object.fromEntries(names.filter((name) => from[name] != null).map((name) => [name, from[name]]));

function plainMessage(message: Json, data: Json): Json {
  const { body, hasMedia, type } = message;
  const words = hasMedia === true || !PICTURED.has(type) ? { body } : {};
  return { ...picked(message, FIELDS), ...picked(data, UNDERNEATH), ...words };
}

/** An argument of an event as plain JSON; null for what is none. */
export function plain(given: unknown): unknown {
  const data = isObject(given) ? objectOf(given._data) : {};
  const small = isObject(given) && isObject(given._data) ? plainMessage(given, data) : given;
  try {
    return JSON.parse(JSON.stringify(small) ?? 'null') as unknown;
  } catch {
    return null;
  }
}
