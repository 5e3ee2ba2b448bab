import { type Heard, partId, type Who } from '../../src/ports/channel';
import { need, notice, type Place, Unreadable } from '../meta/envelope';
import { idOf, isObject, type Json, objectOf, textOf, timeOf, wordOf } from '../meta/json';
import { type Part, partsOf } from './contents';
import { whoIs } from './identity';
import { referralOf } from './referral';

/** One messaging event: what happened, and with whom. */
interface Seen {
  readonly place: Place;
  readonly item: Json;
  readonly body: Json;
  readonly by: 'customer' | 'business';
  readonly at: number | null;
}

/** The member that names the event; where several stand together, the first here is it. */
const EVENTS: ReadonlyMap<string, (seen: Seen) => Heard[]> = new Map([
  ['message', message],
  ['postback', postback],
  ['message_edit', edit],
  ['reaction', reaction],
  ['read', read],
  ['referral', told('referral')],
  ['optin', told('optin')],
  ['pass_thread_control', handover(false)],
  ['take_thread_control', handover(true)],
  ['request_thread_control', told('handover')],
  ['app_roles', told('handover')],
  ['delivery', told('delivery')],
]);

const FRAME: ReadonlySet<string> = new Set(['sender', 'recipient', 'timestamp']);

/** Hears one item of `messaging`. In what the business does, sender and recipient are the other way round. */
export function hearItem(place: Place, item: Json): Heard[] {
  const names = [...EVENTS.keys()].filter((key) => item[key] !== undefined);
  const name = names.find((key) => isObject(item[key])) ?? names[0];
  const [sender, recipient] = [idOf(objectOf(item.sender).id), idOf(objectOf(item.recipient).id)];
  const echoed = objectOf(item.message).is_echo === true;
  const account = place.account ?? (echoed ? sender : recipient);
  if (name === undefined) return [unknownEvent({ ...place, account }, item)];
  const by = echoed || (sender !== null && sender === account) ? 'business' : 'customer';
  const body = need(isObject(item[name]) ? item[name] : null, `${name} is not an object`);
  return EVENTS.get(name)?.({ place: { ...place, account }, item, body, by, at: timeOf(item.timestamp) }) ?? [];
}

function unknownEvent(place: Place, item: Json): Heard {
  const names = Object.keys(item).filter((key) => !FRAME.has(key));
  if (names.length === 0) throw new Unreadable('the item holds no event');
  return notice(place, `unknown_event:${names.join(',')}`);
}

function told(kind: string): (seen: Seen) => Heard[] {
  return ({ place }) => [notice(place, kind)];
}

/** An app hears that a conversation is passed to it, and that its own is taken from it (CHANNELS §3.2). */
function handover(held: boolean): (seen: Seen) => Heard[] {
  return (seen) => {
    const { place, body, at } = seen;
    return [{ type: 'handover', ...place, who: partner(seen), held, appId: held ? idOf(body.new_owner_app_id) : null, at }];
  };
}

function message(seen: Seen): Heard[] {
  const { place, item, body, by, at } = seen;
  if (body.is_self === true) return [notice(place, 'self')];
  const id = need(idOf(body.mid), 'the message has no id');
  const who = partner(seen);
  if (body.is_deleted === true) return [{ type: 'deletion', ...place, target: id, whole: true, by, who, at }];
  const replyTo = idOf(objectOf(body.reply_to).mid);
  const referral = [body.referral, item.referral].find(isObject);
  return partsOf(body).map(({ content, context }, index): Heard => {
    const rest = { ...place, id: partId(id, index), at, content, replyTo };
    return by === 'business'
      ? { type: 'echo', to: who, ...rest }
      : { type: 'message', from: who, context: contextOf(context, referral), ...rest };
  });
}

function contextOf(context: Part['context'], referral: Json | undefined): Part['context'] | null {
  return context || referral ? { ...context, ...(referral ? { referral: referralOf(referral) } : {}) } : null;
}

/** The one of the two who is not the business. */
function partner({ item, by }: Seen): Who {
  const id = by === 'business' ? idOf(objectOf(item.recipient).id) : idOf(objectOf(item.sender).id);
  return whoIs(need(id, by === 'business' ? 'the message has no recipient' : 'the message has no sender'));
}

/** A tap on a button or ice breaker. Some come without an id: the same tap must get the same one each time. */
function postback(seen: Seen): Heard[] {
  const { place, item, body, by, at } = seen;
  if (by === 'business') return [notice(place, 'self')];
  const from = partner(seen);
  const payload = wordOf(body.payload);
  const title = wordOf(body.title) ?? payload;
  const id = idOf(body.mid) ?? made(from, idOf(item.timestamp), payload ?? title);
  const content =
    title === null
      ? ({ type: 'unsupported', kind: 'postback', raw: body } as const)
      : ({ type: 'button_reply', id: payload ?? title, title } as const);
  const referral = isObject(body.referral) ? body.referral : undefined;
  return [{ type: 'message', ...place, id, from, at, content, replyTo: null, context: contextOf(undefined, referral) }];
}

function made(from: Who, timestamp: string | null, payload: string | null): string {
  return `postback:${from.address.id}:${need(timestamp, 'the postback has neither id nor time')}:${payload ?? ''}`;
}

function edit(seen: Seen): Heard[] {
  const { place, body, by, at } = seen;
  const target = need(idOf(body.mid), 'the edit names no message');
  const text = need(textOf(body.text), 'the edit has no new words');
  return [{ type: 'edit', ...place, target, by, who: partner(seen), content: { type: 'text', text }, at }];
}

/** Reactions are named; the picture comes along, except in some. */
const EMOJI: ReadonlyMap<string, string> = new Map([
  ['love', '❤️'],
  ['smile', '😆'],
  ['haha', '😆'],
  ['wow', '😮'],
  ['sad', '😢'],
  ['angry', '😠'],
  ['like', '👍'],
  ['yes', '👍'],
  ['dislike', '👎'],
  ['no', '👎'],
]);

function reaction(seen: Seen): Heard[] {
  const { place, body, by, at } = seen;
  const target = need(idOf(body.mid), 'the reaction names no message');
  const name = wordOf(body.reaction);
  const emoji = body.action === 'unreact' ? null : (wordOf(body.emoji) ?? (name === null ? null : (EMOJI.get(name) ?? name)));
  return [{ type: 'reaction', ...place, target, by, who: partner(seen), emoji, at }];
}

/** The customer has seen everything up to this message. */
function read(seen: Seen): Heard[] {
  const { place, body, by, at } = seen;
  if (by === 'business') return [notice(place, 'self')];
  const id = need(idOf(body.mid), 'the receipt names no message');
  return [{ type: 'receipt', ...place, id, upTo: true, who: partner(seen), status: 'read', at }];
}
