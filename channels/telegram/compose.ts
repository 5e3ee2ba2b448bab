import type { ContactCard, Content, MediaType } from '../../src/domain/content';
import type { Outbound } from '../../src/ports/channel';
import { refused } from '../common/failures';
import type { Json } from '../common/json';

/** A message in Telegram's words: the method that sends it, and under which name its file goes. */
export interface Composed {
  readonly method: string;
  readonly body: Json;
  /** The field of the file, where there is one. */
  readonly part?: string;
}

type Of<Type extends Content['type']> = Extract<Content, { type: Type }>;

/** By which method each kind of file goes, and under which name. */
const FILES: Readonly<Record<MediaType, readonly [method: string, part: string]>> = {
  image: ['sendPhoto', 'photo'],
  video: ['sendVideo', 'video'],
  audio: ['sendAudio', 'audio'],
  voice: ['sendVoice', 'voice'],
  document: ['sendDocument', 'document'],
  sticker: ['sendSticker', 'sticker'],
};

/** Words go as they are, without marks of a style: so none of them can be taken for one. */
export function compose({ content, file }: Pick<Outbound, 'content' | 'file'>): Composed {
  switch (content.type) {
    case 'text':
      return { method: 'sendMessage', body: { text: content.text } };
    case 'buttons':
      return { method: 'sendMessage', body: { text: content.text, reply_markup: keyboard(content) } };
    case 'location':
      return location(content);
    case 'contacts':
      return contact(content.contacts[0]);
    case 'image':
    case 'video':
    case 'audio':
    case 'voice':
    case 'document':
    case 'sticker':
      return media(content, file?.mime ?? content.mime);
    default:
      throw refused('content_invalid', `Telegram is not sent ${content.type} messages`);
  }
}

/** Pictures that move go as animations: as photos they would stand still. */
function media({ type, caption }: Of<MediaType>, mime: string): Composed {
  const [method, part] = type === 'image' && mime.startsWith('image/gif') ? ['sendAnimation', 'animation'] : FILES[type];
  return { method, part, body: caption && type !== 'sticker' ? { caption } : {} };
}

const keyboard = ({ buttons }: Of<'buttons'>): Json => ({
  inline_keyboard: buttons.map(({ id, title }) => [{ text: title, callback_data: id }]),
});

/** A place with a name is a venue, which needs an address too. */
function location({ latitude, longitude, name, address }: Of<'location'>): Composed {
  if (!name) return { method: 'sendLocation', body: { latitude, longitude } };
  return { method: 'sendVenue', body: { latitude, longitude, title: name, address: address ?? name } };
}

/** A card needs a phone number; without one it goes as words. */
function contact(card: ContactCard | undefined): Composed {
  if (!card) throw refused('content_invalid', 'There is no contact to send');
  const { name, phones, emails, organisation } = card;
  const [phone] = phones;
  const called = name ?? organisation ?? phone ?? emails[0] ?? '';
  if (!phone) return { method: 'sendMessage', body: { text: [name, organisation, ...emails].filter((line) => line).join('\n') } };
  return { method: 'sendContact', body: { phone_number: phone, first_name: called, ...vcardOf(card, called) } };
}

const LONGEST_VCARD = 2048;

/** What the card has beside a name and one number. */
function vcardOf({ phones, emails, organisation }: ContactCard, called: string): Json {
  if (phones.length < 2 && emails.length === 0 && !organisation) return {};
  const lines = [
    `FN:${escaped(called)}`,
    ...phones.map((phone) => `TEL:${escaped(phone)}`),
    ...emails.map((email) => `EMAIL:${escaped(email)}`),
    ...(organisation ? [`ORG:${escaped(organisation)}`] : []),
  ];
  const vcard = ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD'].join('\n');
  return Buffer.byteLength(vcard) > LONGEST_VCARD ? {} : { vcard };
}

const escaped = (value: string): string => value.replace(/[\\;,]/g, '\\$&').replace(/\s+/g, ' ');
