import { type Content, isMedia } from '../../src/domain/content';
import type { Outbound, OutboundFile } from '../../src/ports/channel';
import { refused } from '../common/failures';
import type { Json } from '../common/json';
import { carrying } from './choices';

type Of<Type extends Content['type']> = Extract<Content, { type: Type }>;

/** A card shows so many buttons everywhere. */
const ON_A_CARD = 6;
/** Larger messages are refused where files go inside of them (Web Chat, Direct Line: 256 kB; Teams: less). */
const INLINE = { usual: 180 * 1024, msteams: 20 * 1024 } as const;
/** Channels where a button can carry what nobody reads; elsewhere it says its title. */
const CARRIES: ReadonlySet<string> = new Set(['webchat', 'directline', 'msteams', 'emulator']);

/** A message as an activity for this channel. Words are plain: an agent's asterisk is an asterisk. */
export async function compose({ content, file }: Pick<Outbound, 'content' | 'file'>, channelId: string): Promise<Json> {
  if (content.type === 'text') return words(content.text);
  if (content.type === 'buttons') return { ...words(content.text), attachmentLayout: 'list', attachments: cards(content, channelId) };
  if (content.type === 'location') return words(placeIn(content));
  if (!isMedia(content)) throw refused('content_invalid', `This channel is not sent ${content.type} messages`);
  if (!file) throw refused('media_problem', 'The file was not handed over');
  const caption = content.caption ? words(content.caption) : message;
  return { ...caption, attachments: [await attached(file, channelId)] };
}

const message = { type: 'message', inputHint: 'acceptingInput' } as const;
const words = (text: string): Json => ({ ...message, text, textFormat: 'plain' });

function cards({ buttons }: Of<'buttons'>, channelId: string): Json[] {
  const taps = buttons.map(({ id, title }) =>
    CARRIES.has(channelId)
      ? { type: 'messageBack', title, displayText: title, text: title, value: carrying(id, title) }
      : { type: 'imBack', title, value: title },
  );
  return Array.from({ length: Math.ceil(taps.length / ON_A_CARD) }, (_, at) => ({
    contentType: 'application/vnd.microsoft.card.hero',
    content: { buttons: taps.slice(at * ON_A_CARD, (at + 1) * ON_A_CARD) },
  }));
}

const placeIn = ({ name, address, latitude, longitude, url }: Of<'location'>): string =>
  [name, address, url ?? `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}`].filter(Boolean).join('\n');

/** By its link where the desk can be reached, else inside of the message. Teams shows pictures alone; other files get a button there. */
async function attached(file: OutboundFile, channelId: string): Promise<Json> {
  const name = file.fileName ?? file.type;
  if (channelId === 'msteams' && file.type !== 'image') return opener(file, name);
  if (file.link) return { contentType: file.mime, contentUrl: file.link, name };
  const most = channelId === 'msteams' ? INLINE.msteams : INLINE.usual;
  if (file.bytes > most)
    throw refused('media_problem', `Without a PUBLIC_URL files of at most ${Math.floor(most / 1024)} kB can be sent through this channel`);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.open()) chunks.push(chunk as Buffer);
  return { contentType: file.mime, contentUrl: `data:${file.mime};base64,${Buffer.concat(chunks).toString('base64')}`, name };
}

function opener({ link }: OutboundFile, name: string): Json {
  if (!link) throw refused('media_problem', 'Teams is sent files other than pictures as links, for which the desk needs a PUBLIC_URL');
  const content = { title: name, buttons: [{ type: 'openUrl', title: name, value: link }] };
  return { contentType: 'application/vnd.microsoft.card.hero', content };
}
