import type { HeardContent, HeardMedia } from '../../src/ports/channel';
import { type Json, listOf, numberOf, objectOf, textOf, wordOf } from '../common/json';
import { cardOf } from './cards';
import { messageIdOf } from './told';

type ContentOf = (message: Json) => HeardContent | null;

/** What each type of message says; null when its parts are not what was promised. */
const CONTENTS: ReadonlyMap<string, ContentOf> = new Map<string, ContentOf>([
  ['chat', text],
  ['image', (message) => media('image', message)],
  ['video', (message) => media('video', message)],
  ['gif', (message) => media('video', message)],
  ['audio', (message) => media('audio', message)],
  ['ptt', (message) => media('voice', message)],
  ['document', (message) => media('document', message)],
  ['sticker', (message) => media('sticker', message)],
  ['location', location],
  ['vcard', contacts],
  ['multi_vcard', contacts],
  ['buttons_response', ({ selectedButtonId, body }) => reply(selectedButtonId, body)],
  ['template_button_reply', ({ selectedButtonId, body }) => reply(selectedButtonId, body)],
  ['list_response', ({ selectedRowId, body }) => reply(selectedRowId, body)],
]);

/** Kinds that WhatsApp Web shows in a chat and nobody wrote: they are told as messages all the same. */
// biome-ignore format: groups read better than one line each
export const NOT_SAID: ReadonlySet<string> = new Set([
  'e2e_notification', 'gp2', 'notification', 'notification_template', 'broadcast_notification', 'protocol', 'debug', 'call_log',
  'album', 'reaction', 'poll_update', 'pinned_message', 'ciphertext', 'newsletter_notification', 'biz_cover_photo',
]);

/** What a message says; what we can't read is kept whole, because somebody said it. */
export function contentOf(message: Json): HeardContent {
  const type = wordOf(message.type) ?? 'unknown';
  return CONTENTS.get(type)?.(message) ?? { type: 'unsupported', kind: type.slice(0, 100), raw: message };
}

function text({ body }: Json): HeardContent | null {
  const words = textOf(body);
  return words ? { type: 'text', text: words } : null;
}

// biome-ignore format: a table is read in columns
const USUAL: Readonly<Record<HeardMedia['type'], string>> = {
  image: 'image/*', video: 'video/*', audio: 'audio/*', voice: 'audio/ogg', document: 'application/octet-stream', sticker: 'image/webp',
};

/** A file lies at WhatsApp under its message. Where there is nothing to load yet, `body` is a small picture and no words. */
function media(type: HeardMedia['type'], message: Json): HeardContent | null {
  const serialized = wordOf(objectOf(message.id)._serialized);
  if (serialized === null || messageIdOf(message.id) === null) return null;
  const caption = message.hasMedia === true ? wordOf(message.body) : wordOf(message.caption);
  const fileName = wordOf(message.filename);
  return {
    type,
    source: { id: serialized, url: null, sha256: wordOf(message.filehash) },
    mime: wordOf(message.mimetype) ?? USUAL[type],
    ...(fileName ? { fileName } : {}),
    ...(caption && caption !== fileName ? { caption } : {}),
  };
}

/** Its `body` is a small map, never words. */
function location(message: Json): HeardContent | null {
  const { latitude, longitude, name, address, url } = objectOf(message.location);
  const [north, east] = [numberOf(latitude), numberOf(longitude)];
  if (north === null || east === null) return null;
  const told = Object.entries({ name: wordOf(name), address: wordOf(address), url: wordOf(url) }).filter(([, word]) => word !== null);
  return { type: 'location', latitude: north, longitude: east, ...Object.fromEntries(told) };
}

function contacts({ vCards }: Json): HeardContent | null {
  const cards = listOf(vCards).filter((card) => typeof card === 'string');
  return cards.length === 0 ? null : { type: 'contacts', contacts: cards.map(cardOf) };
}

function reply(id: unknown, title: unknown): HeardContent | null {
  const [chosen, shown] = [wordOf(id), wordOf(title)];
  const said = shown ?? chosen;
  return said === null ? null : { type: 'button_reply', id: chosen ?? said, title: said };
}
