import { createHash } from 'node:crypto';
import { type Route, type Who, wholeOf } from '../../src/ports/channel';
import { idOf, isObject, type Json, objectOf, textOf, wordOf } from '../common/json';
import { need } from '../common/place';

/** An activity with what all of its kinds have in common (CHANNELS §7). */
export interface Activity {
  readonly given: Json;
  readonly type: string;
  /** The network behind the service: msteams, webchat, … */
  readonly channelId: string;
  readonly conversation: Json;
  readonly bot: Json;
  readonly at: number | null;
  readonly raw: unknown;
}

/** Throws `Unreadable` where there is no activity at all: the service's own library fails on it without an answer. */
export function activityOf(told: unknown): Activity {
  const given = need(isObject(told) ? told : null, 'it is no activity');
  return {
    given,
    type: need(wordOf(given.type), 'the activity has no type'),
    channelId: (wordOf(given.channelId) ?? 'unknown').toLowerCase(),
    conversation: objectOf(given.conversation),
    bot: objectOf(given.recipient),
    at: momentOf(given.timestamp) ?? momentOf(given.localTimestamp),
    raw: told,
  };
}

const YEAR_10000 = 253_402_300_800_000;

function momentOf(value: unknown): number | null {
  const at = Date.parse(wordOf(value) ?? '');
  return at > 0 && at < YEAR_10000 ? at : null;
}

export const conversationId = ({ conversation }: Activity): string => need(idOf(conversation.id), 'the activity names no conversation');

/** Only conversations of two become chats. */
export const isGroup = ({ conversation: { isGroup: said, conversationType } }: Activity): boolean =>
  said === true || conversationType === 'channel' || conversationType === 'groupChat';

/**
 * An activity's id as the desk keeps it: it is unique in its conversation alone, and may hold any sign. One without an id has one
 * made of all that it says, so that it has the same when it is told again.
 */
export function keyOf(activity: Activity): string {
  const id = idOf(activity.given.id) ?? `sha256:${createHash('sha256').update(JSON.stringify(activity.given)).digest('hex')}`;
  return madeKey(activity.channelId, conversationId(activity), id);
}

export const madeKey = (channelId: string, conversation: string, id: string): string =>
  [channelId, conversation, id].map(encodeURIComponent).join('|');

/** The id of an activity as its service knows it; what is no key of ours is one already. */
export function activityIdIn(key: string): string {
  const [, , id] = wholeOf(key).split('|');
  return id === undefined ? key : decodeURIComponent(id);
}

/** Where a page says itself who its visitor is, nobody may be taken for somebody by that word: a conversation is a person there. */
const NAMED_BY_PAGES: ReadonlySet<string> = new Set(['webchat', 'directline', 'directlinespeech', 'emulator']);

export const comesByPage = ({ channelId }: Pick<Activity, 'channelId'>): boolean => NAMED_BY_PAGES.has(channelId);

/** The person of `account`, who is not the bot. */
export function whoIs(activity: Activity, account: Json): Who {
  const { channelId } = activity;
  const id = need(idOf(account.id), 'the activity names no sender');
  const entra = wordOf(account.aadObjectId);
  const keys = comesByPage(activity)
    ? [`bf:${channelId}:conversation:${conversationId(activity)}`]
    : [`bf:${channelId}:${id}`, ...(entra ? [`bf:${channelId}:entra:${entra.toLowerCase()}`] : [])];
  const name = textOf(account.name)?.trim();
  return { keys, address: { id, display: id }, name: name && name !== id ? name : null, username: null, route: routeOf(activity, account) };
}

/** How the person is reached from now on: all that a later call must name (the service's ConversationReference). */
function routeOf(activity: Activity, account: Json): Route {
  const { given, channelId, bot, conversation } = activity;
  const tenant = idOf(conversation.tenantId) ?? idOf(objectOf(objectOf(given.channelData).tenant).id);
  return {
    serviceUrl: wordOf(given.serviceUrl),
    channelId,
    conversation: conversationId(activity),
    bot: named(bot),
    user: named(account),
    ...(tenant ? { tenant } : {}),
    ...(wordOf(given.locale) ? { locale: given.locale } : {}),
  };
}

const named = ({ id, name }: Json): Json => ({ id: idOf(id), ...(wordOf(name) ? { name } : {}) });

export const senderOf = (activity: Activity): Who => whoIs(activity, objectOf(activity.given.from));

/** Whether the bot itself is meant: services list it among the members. */
export const isBot = ({ bot }: Activity, account: Json): boolean =>
  account.role === 'bot' || account.role === 'skill' || (idOf(account.id) !== null && idOf(account.id) === idOf(bot.id));
