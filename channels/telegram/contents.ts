import type { HeardContent, HeardMedia } from '../../src/ports/channel';
import { isObject, type Json, listOf, numberOf, objectOf, parsed, textOf, wordOf } from '../common/json';
import { wordsIn } from './words';

type Teller = (part: unknown, message: Json) => HeardContent | null;

/** The member that says what a message is; the first that is there is it: a venue has a location beside it, an animation a document. */
const TELLERS: ReadonlyMap<string, Teller> = new Map<string, Teller>([
  ['text', (_, { text, entities }) => said(wordsIn(text, entities))],
  ['photo', (sizes, message) => media(largest(sizes), message, { type: 'image', mime: 'image/jpeg' })],
  ['animation', (part, message) => media(part, message, { type: 'video', mime: 'video/mp4' })],
  ['video', (part, message) => media(part, message, { type: 'video', mime: 'video/mp4' })],
  ['video_note', (part, message) => media(part, message, { type: 'video', mime: 'video/mp4' })],
  ['voice', (part, message) => media(part, message, { type: 'voice', mime: 'audio/ogg' })],
  ['audio', (part, message) => media({ file_name: titleOf(part), ...objectOf(part) }, message, { type: 'audio', mime: 'audio/mpeg' })],
  ['sticker', sticker],
  ['document', (part, message) => media(part, message, { type: 'document', mime: 'application/octet-stream' })],
  ['contact', contact],
  ['venue', venue],
  ['location', (part) => place(part)],
  ['web_app_data', (part) => form(part)],
]);

/** What Telegram tells of the chat itself, as if it were a message. */
// biome-ignore format: many names
const OF_THE_CHAT = [
  'pinned_message', 'message_auto_delete_timer_changed', 'write_access_allowed', 'chat_background_set', 'connected_website',
  'migrate_to_chat_id', 'migrate_from_chat_id', 'new_chat_members', 'left_chat_member', 'new_chat_title', 'new_chat_photo',
  'delete_chat_photo', 'group_chat_created', 'supergroup_chat_created', 'channel_chat_created', 'proximity_alert_triggered',
  'boost_added', 'video_chat_scheduled', 'video_chat_started', 'video_chat_ended', 'video_chat_participants_invited',
  'forum_topic_created', 'forum_topic_edited', 'forum_topic_closed', 'forum_topic_reopened', 'users_shared', 'chat_shared',
  'suggested_post_approved', 'suggested_post_declined', 'direct_message_price_changed', 'giveaway_created', 'giveaway_completed',
] as const;

/** Which of these it is; null for what somebody said. */
export const serviceOf = (message: Json): string | null => OF_THE_CHAT.find((name) => message[name] !== undefined) ?? null;

/** What stands around what is said. */
const FRAME =
  /^(message_id|date|edit_date|from|chat|sender_|via_bot|author_|is_|has_|reply_|quote|external_reply|forward|media_group_id|message_thread_id|caption|show_caption|link_preview|entities|effect_id|business_|paid_star|direct_messages)/;

/** What a message says; what is not known here is said to be so, by its name. */
export function contentOf(message: Json): HeardContent {
  for (const [name, tell] of TELLERS) {
    const content = message[name] === undefined ? null : tell(message[name], message);
    if (content !== null) return content;
  }
  const kind = Object.keys(message).find((name) => !FRAME.test(name)) ?? 'empty';
  return { type: 'unsupported', kind: kind.slice(0, 100), raw: message[kind] ?? null };
}

/** Some places move for hours and are told again with every step. */
export const isMoving = ({ location }: Json): boolean => objectOf(location).live_period !== undefined;

const said = (text: string | null): HeardContent | null => (text === null ? null : { type: 'text', text });

function media(part: unknown, message: Json, { type, mime }: Pick<HeardMedia, 'type' | 'mime'>): HeardMedia | null {
  const { file_id, mime_type, file_name } = objectOf(part);
  const id = wordOf(file_id);
  if (id === null) return null;
  const [caption, fileName] = [wordsIn(message.caption, message.caption_entities), wordOf(file_name)];
  return {
    type,
    source: { id, url: null, sha256: null },
    mime: wordOf(mime_type) ?? mime,
    ...(fileName ? { fileName } : {}),
    ...(caption ? { caption } : {}),
  };
}

/** Sizes ascend, but nobody promises it. */
function largest(sizes: unknown): unknown {
  const area = (size: Json) => (numberOf(size.width) ?? 0) * (numberOf(size.height) ?? 0);
  return listOf(sizes)
    .filter(isObject)
    .reduce<Json | null>((best, size) => (best === null || area(size) >= area(best) ? size : best), null);
}

/** What moves comes as a film or as drawings that no browser shows: its still picture stands for it. */
function sticker(part: unknown, message: Json): HeardMedia | null {
  const { is_animated, is_video, thumbnail, thumb } = objectOf(part);
  const moves = is_animated === true || is_video === true;
  const still = moves ? [thumbnail, thumb].find((one) => wordOf(objectOf(one).file_id) !== null) : undefined;
  const mime = is_video === true && !still ? 'video/webm' : is_animated === true && !still ? 'application/x-tgsticker' : 'image/webp';
  return media(still ?? part, { ...message, caption: undefined }, { type: 'sticker', mime });
}

function titleOf(part: unknown): string | undefined {
  const { performer, title } = objectOf(part);
  return [wordOf(performer), wordOf(title)].filter((word) => word !== null).join(' – ') || undefined;
}

function contact(part: unknown): HeardContent | null {
  const { phone_number, first_name, last_name } = objectOf(part);
  const phone = textOf(phone_number);
  const name = [wordOf(first_name), wordOf(last_name)].filter((word) => word !== null).join(' ');
  if (!phone && name === '') return null;
  return { type: 'contacts', contacts: [{ name: name || null, phones: phone ? [phone] : [], emails: [] }] };
}

function place(part: unknown, named: { name?: string; address?: string } = {}): HeardContent | null {
  const [latitude, longitude] = [numberOf(objectOf(part).latitude), numberOf(objectOf(part).longitude)];
  return latitude === null || longitude === null ? null : { type: 'location', latitude, longitude, ...named };
}

function venue(part: unknown): HeardContent | null {
  const { location, title, address } = objectOf(part);
  const [name, where] = [wordOf(title), wordOf(address)];
  return place(location, { ...(name ? { name } : {}), ...(where ? { address: where } : {}) });
}

function form(part: unknown): HeardContent | null {
  const data = textOf(objectOf(part).data);
  return data === null ? null : { type: 'form_reply', name: 'web_app', data: parsed(data) };
}
