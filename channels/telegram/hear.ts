import type { Heard, Who } from '../../src/ports/channel';
import { idOf, isObject, type Json, listOf, objectOf, timeOf, wordOf } from '../common/json';
import { hearPart, kept, need, notice, type Place } from '../common/place';
import { contentOf, isMoving, serviceOf } from './contents';
import { writerIn } from './identity';
import { messageId, tapId } from './ids';

type Teller = (place: Place, part: Json) => Heard[];

/** What an update may hold, exactly one of these (CHANNELS §5); all others are only recorded. */
const TELLERS: ReadonlyMap<string, Teller> = new Map<string, Teller>([
  ['message', message],
  ['edited_message', edit],
  ['callback_query', tap],
  ['message_reaction', reaction],
  ['my_chat_member', standing],
  ['channel_post', recorded('channel')],
  ['edited_channel_post', recorded('channel')],
  ['business_connection', recorded('business')],
  ['business_message', recorded('business')],
  ['edited_business_message', recorded('business')],
  ['deleted_business_messages', recorded('business')],
]);

/** What Telegram is asked to tell. */
export const UPDATES: readonly string[] = ['message', 'edited_message', 'callback_query', 'message_reaction', 'my_chat_member'];

/** Hears one update, as a webhook brings it, or several. */
export const hear = (told: unknown): Heard[] => (Array.isArray(told) ? told.flatMap(hearUpdate) : hearUpdate(told));

const hearUpdate = (told: unknown): Heard[] => hearPart({ account: null, raw: told }, (place) => hearOne(place, told)).map(kept);

function hearOne(place: Place, told: unknown): Heard[] {
  const update = need(isObject(told) ? told : null, 'the update is not an object');
  const name = need(fieldOf(update), 'the update holds nothing');
  const tell = TELLERS.get(name);
  if (!tell) return [notice(place, `unknown_update:${name}`)];
  return tell(place, need(isObject(update[name]) ? update[name] : null, `${name} is not an object`));
}

/** Which kind of update it is. */
export function fieldOf(raw: unknown): string | null {
  const names = isObject(raw) ? Object.keys(raw).filter((name) => name !== 'update_id') : [];
  return names.find((name) => TELLERS.has(name)) ?? names[0] ?? null;
}

function recorded(kind: string): Teller {
  return (place) => [notice(place, kind)];
}

/** A bot speaks with people one by one here: what others say around it is recorded. */
const elsewhere = (chat: Json): string | null => (chat.type === 'private' ? null : chat.type === 'channel' ? 'channel' : 'group');

function message(place: Place, part: Json): Heard[] {
  const chat = objectOf(part.chat);
  const aside = elsewhere(need(isObject(part.chat) ? chat : null, 'the message has no chat'));
  if (aside) return [notice(place, aside)];
  if (objectOf(part.from).is_bot === true) return [notice(place, 'self')];
  const service = serviceOf(part);
  if (service) return [notice(place, `service:${service}`)];
  return [
    {
      type: 'message',
      ...place,
      id: need(messageId(chat.id, part.message_id), 'the message has no id'),
      from: writer(chat, part),
      at: timeOf(part.date),
      content: contentOf(part),
      replyTo: answered(part),
      context: contextOf(part),
    },
  ];
}

const writer = (chat: Json, part: Json): Who => need(writerIn(chat, objectOf(part.from)), 'the message has no sender');

/** Also of another chat, which the desk then does not know. */
function answered({ chat, reply_to_message, external_reply }: Json): string | null {
  const near = objectOf(reply_to_message);
  if (isObject(reply_to_message)) return messageId(objectOf(near.chat).id ?? objectOf(chat).id, near.message_id);
  const far = objectOf(external_reply);
  return messageId(objectOf(far.chat).id, far.message_id);
}

function contextOf(part: Json): Readonly<Record<string, unknown>> | null {
  const forwarded = part.forward_origin !== undefined || part.forward_date !== undefined;
  const ref = /^\/start(?:@\w+)? (\S{1,64})$/.exec(typeof part.text === 'string' ? part.text : '')?.[1];
  const referral = ref && { source: 'link', id: null, url: null, title: null, text: null, ref, clickId: null };
  return forwarded || referral ? { ...(forwarded ? { forwarded: true } : {}), ...(referral ? { referral } : {}) } : null;
}

/** Also told of what nobody sees: a preview that came, a keyboard that went. Then its words are those that are known. */
function edit(place: Place, part: Json): Heard[] {
  const chat = objectOf(part.chat);
  const aside = elsewhere(need(isObject(part.chat) ? chat : null, 'the message has no chat'));
  if (aside) return [notice(place, aside)];
  if (isMoving(part)) return [notice(place, 'live_location')];
  const target = need(messageId(chat.id, part.message_id), 'the edit names no message');
  const by = objectOf(part.from).is_bot === true ? 'business' : 'customer';
  const at = timeOf(part.edit_date);
  return [{ type: 'edit', ...place, target, by, who: writer(chat, part), content: contentOf(part), at, maybeUnseen: true }];
}

/** Somebody tapped a button below a message of ours, which may be too old to be told of. It has no time of its own. */
function tap(place: Place, part: Json): Heard[] {
  const shown = objectOf(part.message);
  const chat = objectOf(shown.chat);
  const below = messageId(chat.id, shown.message_id);
  if (below === null) return [notice(place, 'inline_query')];
  const aside = elsewhere(chat);
  if (aside) return [notice(place, aside)];
  const id = tapId(below, need(idOf(part.id), 'the tap has no id'));
  const data = wordOf(part.data);
  const content =
    data === null
      ? ({ type: 'unsupported', kind: 'callback_query', raw: null } as const)
      : ({ type: 'button_reply', id: data, title: titleIn(shown, data) ?? data } as const);
  return [{ type: 'message', ...place, id, from: writer(chat, part), at: null, content, replyTo: below, context: null }];
}

function titleIn({ reply_markup }: Json, data: string): string | null {
  const buttons = listOf(objectOf(reply_markup).inline_keyboard).flatMap(listOf).filter(isObject);
  return wordOf(buttons.find(({ callback_data }) => callback_data === data)?.text);
}

/** Pictures that are no emoji of their own: bought ones, and those of Telegram alone. */
const OTHER_REACTIONS: ReadonlyMap<unknown, string> = new Map([
  ['paid', '⭐'],
  ['custom_emoji', '✨'],
]);

/** The whole list as it is now; the newest stands for it. */
function reaction(place: Place, part: Json): Heard[] {
  const chat = objectOf(part.chat);
  const aside = elsewhere(need(isObject(part.chat) ? chat : null, 'the reaction has no chat'));
  if (aside) return [notice(place, aside)];
  const target = need(messageId(chat.id, part.message_id), 'the reaction names no message');
  const [former, now] = [emojiIn(part.old_reaction), emojiIn(part.new_reaction)];
  const emoji = now.filter((one) => !former.includes(one)).at(-1) ?? now.at(-1) ?? null;
  const who = need(writerIn(chat, objectOf(part.user)), 'the reaction is nobody’s');
  return [{ type: 'reaction', ...place, target, by: 'customer', who, emoji, at: timeOf(part.date) }];
}

const emojiIn = (list: unknown): string[] =>
  listOf(list)
    .filter(isObject)
    .flatMap(({ type, emoji }) => wordOf(emoji) ?? OTHER_REACTIONS.get(type) ?? []);

/** Somebody blocked the bot, or took that back. */
function standing(place: Place, part: Json): Heard[] {
  const aside = elsewhere(objectOf(part.chat));
  if (aside) return [notice(place, aside)];
  return [notice(place, objectOf(part.new_chat_member).status === 'kicked' ? 'blocked' : 'unblocked')];
}
