import type { Heard, HeardReceipt, Who } from '../../src/ports/channel';
import { isObject, type Json, numberOf, objectOf, timeOf, wordOf } from '../common/json';
import { hearPart, kept, need, notice, type Place, Unreadable } from '../common/place';
import { contentOf, NOT_SAID } from './contents';
import { whoIs } from './identity';
import { chatOf, eventsIn, isPerson, type MessageId, messageIdOf, ofTold, type Told } from './told';

type HearEvent = (place: Place, told: Told) => Heard;

/** One row for each event of whatsapp-web.js that says something; what stands in no row is recorded. */
const EVENTS: ReadonlyMap<string, HearEvent> = new Map<string, HearEvent>([
  ['message', inChat(hearMessage)],
  // Also told of what customers write: it has the id of the `message` beside it, so nothing is doubled.
  ['message_create', inChat(hearMessage)],
  ['message_ciphertext_failed', inChat(hearUndecrypted)],
  ['message_ack', inChat(hearAck)],
  ['message_edit', inChat(hearEdit)],
  ['message_revoke_everyone', inChat(hearRevoked)],
  ['message_reaction', inChat(hearReaction)],
  ['contact_changed', hearChanged],
  ['names', hearNames],
]);

// biome-ignore format: groups read better than one line each
const LIFECYCLE: ReadonlySet<string> = new Set([
  'qr', 'code', 'authenticated', 'auth_failure', 'ready', 'loading_screen', 'change_state', 'disconnected', 'remote_session_saved', 'change_battery',
]);

/** Everything that the line tells (CHANNELS §6). Pure: the same told, heard again, says the same. */
export const hear = (told: unknown): Heard[] =>
  eventsIn(told).flatMap((one) => hearPart({ account: null, raw: one }, (place) => [hearEvent(place, one)]).map(kept));

function hearEvent(place: Place, given: unknown): Heard {
  const told = ofTold(need(isObject(given) ? given : null, 'the event is not an object'));
  const event = need(wordOf(told.event), 'the event has no name');
  if (LIFECYCLE.has(event)) return notice(place, `lifecycle:${event}`);
  return EVENTS.get(event)?.(place, told) ?? notice(place, `unknown_event:${event}`);
}

/** What is about a message, once it is one of a chat with one person. */
interface About {
  readonly place: Place;
  readonly told: Told;
  readonly message: Json;
  readonly id: MessageId;
  readonly who: Who;
}

// biome-ignore format: a table is read in columns
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/@g\.us$/,        'group'],
  [/^status@/,       'status'],
  [/@newsletter$/,   'newsletter'],
  [/@broadcast$/,    'broadcast'],
];

function inChat(hearIt: (about: About) => Heard): HearEvent {
  return (place, told) => {
    const message = need(isObject(told.args[0]) ? told.args[0] : null, 'the event has no message');
    const id = need(messageIdOf(told.event === 'message_reaction' ? message.msgId : message.id), 'the message has no id');
    const chat = need(chatOf(told), 'the message is in no chat');
    const elsewhere = ELSEWHERE.find(([pattern]) => pattern.test(chat))?.[1] ?? (message.isStatus === true ? 'status' : null);
    if (elsewhere) return notice(place, elsewhere);
    const name = id.fromMe ? null : wordOf(message.notifyName);
    const who = isPerson(chat) ? whoIs(chat, objectOf(told.names), name) : null;
    return who ? hearIt({ place, told, message, id, who }) : notice(place, 'nobody');
  };
}

function hearMessage(about: About): Heard {
  const { place, told, message, id, who } = about;
  const type = wordOf(message.type) ?? 'unknown';
  if (isToSelf(about)) return notice(place, 'self');
  if (type === 'revoked') return hearRevoked(about);
  if (NOT_SAID.has(type)) return notice(place, `not_said:${type}`);
  const said = { ...place, id: id.id, at: timeOf(message.timestamp), content: contentOf(message), replyTo: wordOf(message.quotedStanzaID) };
  if (!id.fromMe)
    return { type: 'message', ...said, from: who, context: contextOf(message), ...(told.missed === true ? { missed: true } : {}) };
  return (numberOf(message.ack) ?? 0) >= 1 ? { type: 'echo', ...said, to: who } : notice(place, 'not_sent_yet');
}

/** A note that the shop writes to its own number. */
const isToSelf = ({ id, message, told }: About): boolean =>
  id.fromMe && (message.from === message.to || (told.names !== undefined && message.from === objectOf(told.names).pn));

/** Through five hands or more, WhatsApp says "many times". */
function contextOf({ isForwarded, forwardingScore }: Json): Record<string, unknown> | null {
  if (isForwarded !== true) return null;
  return (numberOf(forwardingScore) ?? 0) >= 5 ? { forwarded: true, frequentlyForwarded: true } : { forwarded: true };
}

/** Somebody wrote, and this device was given no key to read it: the phone shows it. */
function hearUndecrypted({ place, message, id, who }: About): Heard {
  if (id.fromMe) return notice(place, 'not_decrypted');
  const content = { type: 'unsupported', kind: 'ciphertext', raw: message } as const;
  return { type: 'message', ...place, id: id.id, from: who, at: timeOf(message.timestamp), content };
}

const ACKS: ReadonlyMap<number, HeardReceipt['status']> = new Map([
  [-1, 'failed'],
  [1, 'sent'],
  [2, 'delivered'],
  [3, 'read'],
  [4, 'read'],
]);

const REFUSED = { code: 'unknown', providerCode: 'ack -1', detail: 'WhatsApp refused the message.' } as const;

/** Of what customers wrote it only says that somebody has read it. */
function hearAck({ place, told, id, who }: About): Heard {
  const ack = need(numberOf(told.args[1]) ?? numberOf(objectOf(told.args[0]).ack), 'the receipt has no ack');
  const status = id.fromMe ? ACKS.get(ack) : undefined;
  if (!status) return notice(place, `ack:${ack}`);
  const reference = wordOf(told.reference);
  return {
    type: 'receipt',
    ...place,
    id: id.id,
    ...(reference ? { reference } : {}),
    who,
    status,
    at: null,
    error: status === 'failed' ? REFUSED : null,
  };
}

/** Words that a place or a file shows are no words of its sender, and change when a picture has come. */
function hearEdit({ place, told, message, id, who }: About): Heard {
  const content = contentOf(message);
  const isSame = told.args[1] !== undefined && told.args[1] === told.args[2];
  if (isSame || content.type === 'unsupported' || content.type === 'location') return notice(place, 'edit_of_nothing');
  return { type: 'edit', ...place, target: id.id, by: sideOf(id), who, content, at: timeOf(message.latestEditSenderTimestampMs) };
}

/** The event carries what stands there now; where that has another id, it names the one of before. */
function hearRevoked({ place, told, message, id, who }: About): Heard {
  const former = messageIdOf(message.protocolMessageKey) ?? messageIdOf(objectOf(told.args[1]).id);
  return { type: 'deletion', ...place, target: former?.id ?? id.id, by: sideOf(id), who, at: null };
}

function hearReaction({ place, message, id, who }: About): Heard {
  const own = objectOf(message.id).fromMe === true;
  const emoji = wordOf(message.reaction);
  return { type: 'reaction', ...place, target: id.id, by: own ? 'business' : 'customer', who, emoji, at: momentOf(message.timestamp) };
}

/** The library divides by a thousand whatever WhatsApp told: milliseconds, or seconds. */
function momentOf(given: unknown): number | null {
  const time = numberOf(given);
  return time !== null && time > 0 && time < 1e8 ? timeOf(time * 1e6) : timeOf(time);
}

const sideOf = ({ fromMe }: MessageId) => (fromMe ? 'business' : 'customer');

/** A person has another number. Of members of groups it is told as well. */
function hearChanged(place: Place, { args }: Told): Heard {
  const [message, before, after, isContact] = args;
  if (isContact !== true) return notice(place, 'group');
  const [who, now] = [whoIs(String(before)), whoIs(String(after))];
  if (!who || !now || who.keys[0] === now.keys[0]) throw new Unreadable('the event names no two numbers');
  return { type: 'identity', ...place, who, now, at: timeOf(objectOf(message).timestamp) };
}

/** From before anybody wrote by either: they were one person from the beginning. */
const ALWAYS = Date.UTC(2009, 1, 1);

/** The line has learned that two names by which it has heard somebody before are of one person. */
function hearNames(place: Place, { args }: Told): Heard {
  const { lid, pn } = objectOf(args[0]);
  const who = whoIs(String(lid));
  const now = whoIs(String(lid), { pn: wordOf(pn) ?? undefined });
  if (!who || now?.keys.length !== 2) throw new Unreadable('the event names no two numbers');
  return { type: 'identity', ...place, who, now, at: ALWAYS };
}
