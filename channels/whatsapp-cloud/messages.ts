import type { Heard, Who } from '../../src/ports/channel';
import { idOf, isObject, type Json, listOf, numberOf, objectOf, textOf, timeOf, wordOf } from '../common/json';
import { need, notice, type Place } from '../meta/envelope';
import { contentOf } from './contents';
import { alsoBy, type People, whoIs } from './identity';
import { referralOf } from './referral';

/** One message as it stands in its webhook value. */
export interface Seen {
  readonly place: Place;
  readonly message: Json;
  readonly people: People;
  /** Errors of the whole value: the only word on a message whose body is missing. */
  readonly errors: unknown;
  readonly by: 'customer' | 'business';
}

/** Types that are no words of anybody. */
const HAPPENINGS: ReadonlyMap<string, (seen: Seen) => Heard> = new Map([
  ['reaction', reaction],
  ['edit', edit],
  ['revoke', deletion],
  ['system', system],
  ['unsupported', unsupported],
  ['request_welcome', ({ place }: Seen) => notice(place, 'request_welcome')],
]);

/** `unsupported` that stands for a change to what was said before, not for something said. */
const CHANGES: ReadonlySet<string> = new Set(['edit', 'pin', 'poll_update', 'keep_in_chat', 'revoke', 'delete']);

export function hearMessage(seen: Seen): Heard {
  const { place, message } = seen;
  if (message.group_id !== undefined && message.group_id !== null) return notice(place, 'group');
  return (HAPPENINGS.get(wordOf(message.type) ?? '') ?? words)(seen);
}

function words(seen: Seen): Heard {
  const { message, errors } = seen;
  const body = message.type === 'interactive' && !isObject(message.interactive) && errors !== undefined ? { ...message, errors } : message;
  return said(seen, contentOf(body));
}

function said(seen: Seen, content: ReturnType<typeof contentOf>): Heard {
  const { place, message, by } = seen;
  const id = need(idOf(message.id), 'the message has no id');
  const who = someone(seen);
  const rest = { ...place, id, at: timeOf(message.timestamp), content, replyTo: idOf(objectOf(message.context).id) };
  return by === 'customer' ? { type: 'message', from: who, context: contextOf(message), ...rest } : { type: 'echo', to: who, ...rest };
}

/** Whom the message is with: who wrote it, or to whom the business wrote. */
export function someone({ message, people, by }: Seen): Who {
  const ids =
    by === 'customer'
      ? [message.from_user_id, message.from_parent_user_id, message.from]
      : [message.to_user_id, message.to_parent_user_id, message.to];
  const who = need(whoIs(ids, people), by === 'customer' ? 'the message has no sender' : 'the message has no recipient');
  return by === 'customer' ? alsoBy(who, ownPhone(message)) : who;
}

/** The number that somebody shared of themselves when asked for it. */
function ownPhone({ contacts }: Json): unknown {
  const own = listOf(contacts).map(objectOf).find(isOwnCard);
  const [phone, ...others] = listOf(own?.phones).map(objectOf);
  return others.length > 0 ? null : (phone?.wa_id ?? phone?.phone);
}

const isOwnCard = (card: Json): boolean => card.origin === 'contact_request';

export function contextOf(message: Json): Readonly<Record<string, unknown>> | null {
  const { forwarded, frequently_forwarded, referred_product: product } = objectOf(message.context);
  const context = {
    ...(forwarded === true ? { forwarded } : {}),
    ...(frequently_forwarded === true ? { frequentlyForwarded: true } : {}),
    ...(isObject(product) ? { product: { catalogId: idOf(product.catalog_id), productId: idOf(product.product_retailer_id) } } : {}),
    ...(isObject(message.referral) ? { referral: referralOf(message.referral) } : {}),
    ...(listOf(message.contacts).map(objectOf).some(isOwnCard) ? { contactRequested: true } : {}),
  };
  return Object.keys(context).length > 0 ? context : null;
}

function reaction(seen: Seen): Heard {
  const { message_id, emoji } = objectOf(seen.message.reaction);
  const target = need(idOf(message_id), 'the reaction names no message');
  return { type: 'reaction', ...happening(seen), target, emoji: wordOf(emoji) };
}

function edit(seen: Seen): Heard {
  const { original_message_id, message } = objectOf(seen.message.edit);
  const target = need(idOf(original_message_id), 'the edit names no message');
  return {
    type: 'edit',
    ...happening(seen),
    target,
    content: contentOf(need(isObject(message) ? message : null, 'the edit has no new words')),
  };
}

function deletion(seen: Seen): Heard {
  const target = need(idOf(objectOf(seen.message.revoke).original_message_id), 'the deletion names no message');
  return { type: 'deletion', ...happening(seen), target };
}

function happening(seen: Seen) {
  return { ...seen.place, by: seen.by, who: someone(seen), at: timeOf(seen.message.timestamp) };
}

/** A text that WhatsApp put for what it can't hand on: somebody's words of an unknown kind, or a change to former ones. */
function unsupported(seen: Seen): Heard {
  const { message, place } = seen;
  const codes = listOf(message.errors).map((error) => numberOf(objectOf(error).code));
  const kind = wordOf(objectOf(message.unsupported).type) ?? (codes.includes(131060) ? 'temporarily_unavailable' : 'unknown');
  return CHANGES.has(kind)
    ? notice(place, `unsupported:${kind}`)
    : said(seen, { type: 'unsupported', kind: kind.slice(0, 100), raw: message });
}

const CHANGED_USER_ID = / changed from ([A-Z]{2}\.\S+) to ([A-Z]{2}\.\S+)$/;

/** A person has a new number or user id; what is not told anew stays as it was. Without the former one nobody is meant. */
function system({ place, message, people }: Seen): Heard {
  const { type, wa_id, new_wa_id, user_id, body } = objectOf(message.system);
  const kind = wordOf(type) ?? 'unknown';
  if (kind !== 'user_changed_number' && kind !== 'user_changed_user_id') return notice(place, `system:${kind}`);
  const [, former, latter] = CHANGED_USER_ID.exec(textOf(body) ?? '') ?? [];
  const { from_user_id: sender, from_parent_user_id: parent } = message;
  const before = whoIs([latter === user_id ? (former ?? sender) : sender, parent, message.from], people);
  const now = whoIs([user_id ?? sender, parent, wa_id ?? new_wa_id ?? message.from], people);
  if (!before || !now) return notice(place, `system:${kind}`);
  return { type: 'identity', ...place, who: before, now, at: timeOf(message.timestamp) };
}
