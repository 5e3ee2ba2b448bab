import { type Heard, partId, type Who } from '../../../src/ports/channel';
import { idOf, isObject, type Json, objectOf, textOf, wordOf } from '../../common/json';
import { need, notice } from '../envelope';
import { type Part, partsOf } from './contents';
import { partner, type Seen } from './item';
import { referralOf } from './referral';

/** Meta's own inboxes, to which a conversation can be passed as well (CHANNELS §4). */
const INBOXES: ReadonlySet<string> = new Set(['263902037430900', '1217981644879628']);

/** An app hears that a conversation is passed to it, and that its own is taken from it (CHANNELS §3.2). */
export function handover(taken: boolean): (seen: Seen) => Heard[] {
  return (seen) => {
    const { place, body, at } = seen;
    const owner = idOf(body.new_owner_app_id);
    const held = taken || (owner !== null && INBOXES.has(owner));
    return [{ type: 'handover', ...place, who: partner(seen), held, appId: held ? owner : null, at }];
  };
}

export function message(seen: Seen): Heard[] {
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
      ? { type: 'echo', to: who, ...rest, ...carried(body) }
      : { type: 'message', from: who, context: contextOf(context, referral), ...rest };
  });
}

/** What the sender had the network carry along, if it was us our own name of the message (CHANNELS §0). */
function carried({ metadata }: Json): { readonly reference?: string } {
  const reference = wordOf(metadata);
  return reference === null ? {} : { reference };
}

function contextOf(context: Part['context'], referral: Json | undefined): Part['context'] | null {
  return context || referral ? { ...context, ...(referral ? { referral: referralOf(referral) } : {}) } : null;
}

/** A tap on a button or ice breaker. Some come without an id: the same tap must get the same one each time. */
export function postback(seen: Seen): Heard[] {
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

export function edit(seen: Seen): Heard[] {
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

export function reaction(seen: Seen): Heard[] {
  const { place, body, by, at } = seen;
  const target = need(idOf(body.mid), 'the reaction names no message');
  const name = wordOf(body.reaction);
  const emoji = body.action === 'unreact' ? null : (wordOf(body.emoji) ?? (name === null ? null : (EMOJI.get(name) ?? name)));
  return [{ type: 'reaction', ...place, target, by, who: partner(seen), emoji, at }];
}
