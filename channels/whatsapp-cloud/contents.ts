import type { HeardContent, HeardMedia } from '../../src/ports/channel';
import { idOf, isObject, type Json, listOf, numberOf, objectOf, parsed, textOf, wordOf } from '../common/json';

type ContentOf = (message: Json) => HeardContent | null;

/** What each type of message says; null when its body is not what was promised. */
const CONTENTS: ReadonlyMap<string, ContentOf> = new Map<string, ContentOf>([
  ['text', text],
  ['image', (message) => media('image', message.image)],
  ['video', (message) => media('video', message.video)],
  ['audio', (message) => media(objectOf(message.audio).voice === true ? 'voice' : 'audio', message.audio)],
  ['voice', (message) => media('voice', message.voice)],
  ['document', (message) => media('document', message.document)],
  ['sticker', (message) => media('sticker', message.sticker)],
  ['location', location],
  ['contacts', contacts],
  ['button', button],
  ['interactive', interactive],
  ['order', order],
]);

/** What a message says; what we can't read is kept whole, because somebody said it. */
export function contentOf(message: Json): HeardContent {
  const type = wordOf(message.type) ?? 'unknown';
  return CONTENTS.get(type)?.(message) ?? { type: 'unsupported', kind: kindOf(type, message), raw: message };
}

/** `interactive` says little; what kind of interaction says more. */
function kindOf(type: string, message: Json): string {
  return (wordOf(objectOf(message.interactive).type) ?? type).slice(0, 100);
}

function text(message: Json): HeardContent | null {
  const body = textOf(objectOf(message.text).body);
  return body === null ? null : { type: 'text', text: body };
}

function media(type: HeardMedia['type'], body: unknown): HeardContent | null {
  const { id, url, mime_type, caption, filename, sha256, animated } = objectOf(body);
  const mediaId = idOf(id);
  if (mediaId === null && wordOf(url) === null) return null;
  return {
    type,
    source: { id: mediaId, url: wordOf(url), sha256: wordOf(sha256) },
    mime: wordOf(mime_type) ?? 'application/octet-stream',
    ...optional('fileName', wordOf(filename)),
    ...optional('caption', wordOf(caption)),
    ...(typeof animated === 'boolean' ? { animated } : {}),
  };
}

function location(message: Json): HeardContent | null {
  const { latitude, longitude, name, address, url } = objectOf(message.location);
  const [north, east] = [numberOf(latitude), numberOf(longitude)];
  if (north === null || east === null) return null;
  const told = { ...optional('name', wordOf(name)), ...optional('address', wordOf(address)), ...optional('url', wordOf(url)) };
  return { type: 'location', latitude: north, longitude: east, ...told };
}

function contacts(message: Json): HeardContent | null {
  const cards = listOf(message.contacts).filter(isObject);
  return cards.length === 0 ? null : { type: 'contacts', contacts: cards.map(card) };
}

function card({ name, phones, emails, org }: Json) {
  const { formatted_name, first_name, last_name } = objectOf(name);
  const parts = [wordOf(first_name), wordOf(last_name)].filter((part) => part !== null);
  return {
    name: wordOf(formatted_name) ?? (parts.join(' ') || null),
    phones: words(phones, ({ phone, wa_id }) => wordOf(phone) ?? idOf(wa_id)),
    emails: words(emails, ({ email }) => wordOf(email)),
    ...optional('organisation', wordOf(objectOf(org).company)),
  };
}

/** A tapped quick reply of a template. */
function button(message: Json): HeardContent | null {
  const { payload, text: title } = objectOf(message.button);
  return reply(wordOf(payload), wordOf(title));
}

function interactive(message: Json): HeardContent | null {
  const { type, button_reply, list_reply, nfm_reply, call_permission_reply: calls } = objectOf(message.interactive);
  if (type === 'nfm_reply' && isObject(nfm_reply)) return form(nfm_reply);
  if (type === 'call_permission_reply' && isObject(calls)) return { type: 'form_reply', data: calls, name: type };
  const { id, title, description } = objectOf(type === 'list_reply' ? list_reply : type === 'button_reply' ? button_reply : null);
  return reply(idOf(id), wordOf(title), wordOf(description));
}

function form({ response_json, name }: Json): HeardContent {
  const data = typeof response_json === 'string' ? parsed(response_json) : (response_json ?? null);
  return { type: 'form_reply', data, ...optional('name', wordOf(name)) };
}

function reply(id: string | null, title: string | null, description: string | null = null): HeardContent | null {
  const said = title ?? id;
  return said === null ? null : { type: 'button_reply', id: id ?? said, title: said, ...optional('description', description) };
}

function order(message: Json): HeardContent | null {
  if (!isObject(message.order)) return null;
  const { catalog_id, text: note, product_items } = message.order;
  return { type: 'order', catalogId: idOf(catalog_id), text: textOf(note) ?? '', items: listOf(product_items).filter(isObject).map(item) };
}

function item({ product_retailer_id, quantity, item_price, currency }: Json) {
  return {
    productId: idOf(product_retailer_id) ?? '',
    quantity: numberOf(quantity) ?? 0,
    price: numberOf(item_price),
    currency: wordOf(currency),
  };
}

function words(list: unknown, read: (part: Json) => string | null): string[] {
  return listOf(list)
    .filter(isObject)
    .map(read)
    .filter((word) => word !== null);
}

function optional<K extends string>(key: K, value: string | null): { [name in K]?: string } {
  return (value === null ? {} : { [key]: value }) as { [name in K]?: string };
}
