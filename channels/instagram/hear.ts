import type { Heard } from '../../src/ports/channel';
import { each, hearEnvelope, hearPart, need, notice, type Place, Unreadable } from '../meta/envelope';
import { idOf, isObject, type Json, wordOf } from '../meta/json';
import { hearItem } from './messages';

/** What each field of `changes` is about. `item`: the same as an item of `messaging` (the dashboard's test button sends this form). */
// biome-ignore format: a table is read in columns
const FIELDS: ReadonlyMap<string, string> = new Map([
  ['messages',            'item'],
  ['message_edit',        'item'],
  ['message_reactions',   'item'],
  ['messaging_handover',  'item'],
  ['messaging_optins',    'item'],
  ['messaging_postbacks', 'item'],
  ['messaging_referral',  'item'],
  ['messaging_seen',      'item'],
  ['standby',             'standby'],
  ['comments',            'comment'],
  ['live_comments',       'live_comment'],
  ['mentions',            'mention'],
  ['story_insights',      'story_insights'],
]);

type Alone = (part: Json) => unknown;

/** Everything that a POST about an Instagram account says. */
export function hear(body: unknown): Heard[] {
  return hearEnvelope(body, 'instagram', (entry, alone) => {
    const account = idOf(entry.id);
    const heard = [...messaging(entry, account, alone), ...standby(entry, account, alone), ...changes(entry, account, alone)];
    return heard.length > 0 ? heard : [notice({ account, raw: alone(entry) }, 'empty')];
  });
}

function messaging(entry: Json, account: string | null, alone: Alone): Heard[] {
  return listed(entry, 'messaging', account, alone, (place, item) => hearItem(place, object(item, 'the item')));
}

/** Another app holds the conversation; we only listen. */
function standby(entry: Json, account: string | null, alone: Alone): Heard[] {
  return listed(entry, 'standby', account, alone, (place) => [notice(place, 'standby')]);
}

/** Some fields come without the list around them. */
function changes(entry: Json, account: string | null, alone: Alone): Heard[] {
  const { field, value } = entry;
  if (entry.changes === undefined && field !== undefined)
    return hearPart({ account, raw: alone({ field, value }) }, (place) => hearChange(place, { field, value }));
  return listed(entry, 'changes', account, alone, (place, change) => hearChange(place, object(change, 'the change')));
}

function hearChange(place: Place, { field: name, value }: Json): Heard[] {
  const field = need(wordOf(name), 'the change names no field');
  const about = FIELDS.get(field);
  return about === 'item' ? hearItem(place, object(value, 'the value')) : [notice(place, about ?? `unknown_field:${field}`)];
}

function listed(entry: Json, name: string, account: string | null, alone: Alone, hear: (place: Place, part: unknown) => Heard[]): Heard[] {
  if (entry[name] === undefined) return [];
  return hearPart({ account, raw: alone({ [name]: entry[name] }) }, () =>
    each(entry[name], name, (part) => hearPart({ account, raw: alone({ [name]: [part] }) }, (place) => hear(place, part))),
  );
}

function object(value: unknown, what: string): Json {
  if (!isObject(value)) throw new Unreadable(`${what} is not an object`);
  return value;
}
