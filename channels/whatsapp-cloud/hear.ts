import type { Heard } from '../../src/ports/channel';
import { idOf, isObject, type Json, listOf, objectOf, timeOf, wordOf } from '../common/json';
import { each, hearEnvelope, hearPart, need, notice, type Place } from '../meta/envelope';
import { hearAccount, hearAccountError, isAboutAccount } from './account';
import { type Change, parts } from './change';
import { hearHistory } from './history';
import { contactOf, type People, peopleOf, whoIs } from './identity';
import { hearMessage } from './messages';
import { hearPhonebook } from './phonebook';
import { hearStatus } from './statuses';
import { hearTemplate, isAboutTemplate } from './templates';

/** Fields that tell of customers; the others are about the account, or nothing that we act on. */
const FIELDS: ReadonlyMap<string, (change: Change) => Heard[]> = new Map([
  ['messages', hearValue],
  ['smb_message_echoes', hearValue],
  ['history', hearHistory],
  ['smb_app_state_sync', hearPhonebook],
  ['user_id_update', hearNewUserIds],
  ['user_preferences', hearPreferences],
]);

/** Recorded, and nothing else. */
const NOTICES: ReadonlyMap<string, string> = new Map([
  ['automatic_events', 'automatic_events'],
  ['calls', 'call'],
  ['group_lifecycle_update', 'group'],
  ['group_participants_update', 'group'],
  ['group_settings_update', 'group'],
  ['group_status_update', 'group'],
]);

/** Everything that a POST of the WhatsApp Business Platform says. */
export function hear(body: unknown): Heard[] {
  return hearEnvelope(body, 'whatsapp_business_account', (entry, alone) => {
    const waba = idOf(entry.id);
    return each(entry.changes, 'changes', (change) =>
      hearPart({ account: waba === null ? null : `waba:${waba}`, raw: alone({ changes: [change] }) }, (place) =>
        hearChange(place, change, alone),
      ),
    );
  });
}

function hearChange(place: Place, given: unknown, wrap: (part: Json) => unknown): Heard[] {
  const change = need(isObject(given) ? given : null, 'the change is not an object');
  const field = need(wordOf(change.field), 'the change names no field');
  if (NOTICES.has(field)) return [notice(numbered(place, objectOf(change.value)), NOTICES.get(field) ?? field)];
  if (!FIELDS.has(field) && !isAboutAccount(field) && !isAboutTemplate(field))
    return [notice(numbered(place, objectOf(change.value)), `unknown_field:${field}`)];
  const value = need(isObject(change.value) ? change.value : null, 'the change has no value');
  const people = peopleOf(value.contacts);
  const at = numbered(place, value);
  if (isAboutTemplate(field)) return [hearTemplate(at, field, value)];
  const alone = (part: Json, ids: readonly unknown[]) => ({
    ...at,
    raw: wrap({ changes: [{ field, value: { ...headOf(value), ...contacts(ids, people), ...part } }] }),
  });
  const heard = FIELDS.get(field)?.({ place: at, value, people, alone }) ?? [hearAccount(at, field, value)];
  return heard.length > 0 ? heard : [notice(at, 'empty')];
}

/** By its phone number where it names one, else by its account. */
function numbered(place: Place, value: Json): Place {
  const number = idOf(objectOf(value.metadata).phone_number_id);
  return number === null ? place : { ...place, account: number };
}

function headOf({ messaging_product, metadata }: Json): Json {
  return { ...(messaging_product === undefined ? {} : { messaging_product }), ...(metadata === undefined ? {} : { metadata }) };
}

function contacts(ids: readonly unknown[], people: People): Json {
  const contact = contactOf(ids, people);
  return contact ? { contacts: [contact] } : {};
}

/** Messages, echoes, statuses and errors may stand together in one value. */
function hearValue(change: Change): Heard[] {
  const { messages, message_echoes } = change.value;
  return [
    ...spoken(change, 'messages', 'customer'),
    ...spoken(change, 'message_echoes', 'business'),
    ...parts(
      change,
      'statuses',
      ({ recipient_user_id, recipient_id }) => [recipient_user_id, recipient_id],
      (place, status) => hearStatus(place, status, change.people),
    ),
    ...(messages === undefined && message_echoes === undefined ? accountErrors(change) : []),
  ];
}

function spoken(change: Change, name: 'messages' | 'message_echoes', by: 'customer' | 'business'): Heard[] {
  const { value, people } = change;
  const ids = (message: Json) => (by === 'customer' ? [message.from_user_id, message.from] : [message.to_user_id, message.to]);
  // A message without its body is explained by the errors of the value: they belong to its raw event too.
  const beside = value.errors === undefined ? {} : { errors: value.errors };
  return parts(change, name, ids, (place, message) => hearMessage({ place, message, people, errors: value.errors, by }), beside);
}

function accountErrors(change: Change): Heard[] {
  return listOf(change.value.errors).map((error) => hearAccountError(change.alone({ errors: [error] }, []), error));
}

/** A person got a new user id; the former one comes along. */
function hearNewUserIds(change: Change): Heard[] {
  const list = Array.isArray(change.value.user_id_update) ? change.value.user_id_update : [change.value.user_id_update ?? change.value];
  return list.map((update): Heard => {
    const { user_id, wa_id, timestamp, previous_user_id, old_user_id, new_user_id } = objectOf(update);
    const { previous, current } = objectOf(user_id);
    const who = whoIs([previous ?? previous_user_id ?? old_user_id, wa_id], change.people);
    const now = whoIs([current ?? new_user_id ?? (isObject(user_id) ? null : user_id), wa_id], change.people);
    return who && now ? { type: 'identity', ...change.place, who, now, at: timeOf(timestamp) } : notice(change.place, 'user_id_update');
  });
}

/** Marketing stop, resume, sign-up: kept for the record, an answer is never marketing. */
function hearPreferences(change: Change): Heard[] {
  return parts(
    change,
    'user_preferences',
    ({ user_id, wa_id }) => [user_id, wa_id],
    (place, { value }) => notice(place, `user_preferences:${wordOf(value) ?? 'unknown'}`),
  );
}
