import { createHash } from 'node:crypto';
import { type Content, isMedia, type MediaContent } from '../../domain/content';
import { fileNameFrom } from '../../domain/files';
import type { Message } from '../../domain/message';
import type { Instant } from '../../domain/ticket';
import type { HeardContent, HeardMedia } from '../../ports/channel';
import type { Media } from '../../ports/store';

/** The key of the errand that fetches a file: one of its own, so that it holds up no message. */
export const mediaKey = (mediaId: string): string => `media:${mediaId}`;

/** Of which messages the files are to be removed, or under which addresses they lie. */
export interface Removal {
  readonly messageIds?: readonly string[];
  readonly addresses?: readonly string[];
}

/** The errand that takes bytes away once nothing refers to them. */
export const removalOf = (removal: Removal) => ({
  key: `media-removal:${removal.messageIds?.[0] ?? removal.addresses?.[0]}`,
  kind: 'media_removal' as const,
  payload: { ...removal },
});

/** What was heard, in our words; what is ours already stays as it is. A file that the message shows already is not another one. */
export function ownContent(message: Message, content: Content | HeardContent): Content {
  const heard = heardIn(content);
  if (!heard) return content as Content;
  const own = ownFile(message, heard);
  return isMedia(content) ? own : ({ ...content, media: own } as Content);
}

function ownFile(message: Message, { type, mime, fileName, caption, animated, source }: HeardMedia): MediaContent {
  const said = { ...given('fileName', nameIn(fileName)), ...given('caption', caption), ...given('animated', animated) };
  const mediaId = mediaIdOf(message, source);
  const known = shownIn(message.content);
  const shown = known?.mediaId === mediaId ? fileOf(known) : { mime, bytes: 0, state: 'waiting' as const };
  return { type, mediaId, ...shown, ...said };
}

/** The row of a file that this message tells of for the first time; null when it has none, or shows it already. */
export function newFile(message: Message, content: Content | HeardContent, at: Instant): Media | null {
  const heard = heardIn(content);
  if (!heard) return null;
  const id = mediaIdOf(message, heard.source);
  if (shownIn(message.content)?.mediaId === id) return null;
  return {
    id,
    channelId: message.channelId,
    chatId: message.chatId,
    messageId: message.id,
    uploadedBy: null,
    state: 'waiting',
    source: heard.source,
    mime: heard.mime,
    ...NOTHING_OF_IT,
    fileName: nameIn(heard.fileName) ?? null,
    createdAt: at,
    settledAt: null,
  };
}

/** What is known of a file that is not here yet, or no more. */
export const NOTHING_OF_IT = {
  bytes: 0,
  hash: null,
  preview: null,
  width: null,
  height: null,
  problem: null,
} as const satisfies Partial<Media>;

/** A customer may call a file what would read as another one. */
const nameIn = (heard: string | undefined): string | undefined => fileNameFrom(heard ?? null) ?? undefined;

/** A content without what becomes of its file in time: two that say the same are the same. */
export function saidBy(content: Content): string {
  const file = shownIn(content);
  if (!file) return JSON.stringify(content);
  const { type, mediaId, fileName, caption, animated } = file;
  const said = [type, mediaId, fileName ?? null, caption ?? null, animated ?? null];
  return JSON.stringify(isMedia(content) ? said : { ...content, media: said });
}

/** The file that a content shows: itself, or what is shared. */
export const shownIn = (content: Content): MediaContent | undefined =>
  isMedia(content) ? content : 'media' in content ? content.media : undefined;

/** The file that was heard of; undefined when there is none, or it is ours already. */
export function heardIn(content: Content | HeardContent): HeardMedia | undefined {
  const file = isMedia(content) ? content : 'media' in content ? content.media : undefined;
  return file && isHeard(file) ? file : undefined;
}

const isHeard = (content: MediaContent | HeardMedia): content is HeardMedia => 'source' in content;

/** Made of what the network tells, so that the order in which it tells it decides nothing. */
const mediaIdOf = ({ channelId, providerMessageId, id }: Message, source: HeardMedia['source']): string =>
  createHash('sha256')
    .update(JSON.stringify([channelId, providerMessageId ?? id, source.id ?? source.url]))
    .digest('hex')
    .slice(0, 32);

/** What the message knows of a file by now. */
function fileOf({ mime, bytes, state, width, height, preview, problem }: MediaContent) {
  return {
    mime,
    bytes,
    state,
    ...given('width', width),
    ...given('height', height),
    ...given('preview', preview),
    ...given('problem', problem),
  };
}

const given = <K extends string, V>(key: K, value: V | undefined): { readonly [name in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [name in K]?: V };
