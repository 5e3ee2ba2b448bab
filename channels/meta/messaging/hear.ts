import type { Heard } from '../../../src/ports/channel';
import { idOf, isObject, type Json, wordOf } from '../../common/json';
import { each, hearEnvelope, hearPart, need, notice, type Place, Unreadable } from '../envelope';
import { hearItem, type Network } from './item';

type Alone = (part: Json) => unknown;

/** Everything that a POST about an account of the network says. */
export function hearMessaging(network: Network, body: unknown): Heard[] {
  return hearEnvelope(body, network.object, (entry, alone) => {
    const account = idOf(entry.id);
    const heard = [
      ...messaging(network, entry, account, alone),
      ...standby(entry, account, alone),
      ...changes(network, entry, account, alone),
    ];
    return heard.length > 0 ? heard : [notice({ account, raw: alone(entry) }, 'empty')];
  });
}

function messaging(network: Network, entry: Json, account: string | null, alone: Alone): Heard[] {
  return listed(entry, 'messaging', account, alone, (place, item) => hearItem(network, place, object(item, 'the item')));
}

/** Another app holds the conversation; we only listen. */
function standby(entry: Json, account: string | null, alone: Alone): Heard[] {
  return listed(entry, 'standby', account, alone, (place) => [notice(place, 'standby')]);
}

/** Some fields come without the list around them. */
function changes(network: Network, entry: Json, account: string | null, alone: Alone): Heard[] {
  const { field, value } = entry;
  if (entry.changes === undefined && field !== undefined)
    return hearPart({ account, raw: alone({ field, value }) }, (place) => hearChange(network, place, { field, value }));
  return listed(entry, 'changes', account, alone, (place, change) => hearChange(network, place, object(change, 'the change')));
}

function hearChange(network: Network, place: Place, { field: name, value }: Json): Heard[] {
  const field = need(wordOf(name), 'the change names no field');
  const about = network.fields.get(field);
  return about === 'item' ? hearItem(network, place, object(value, 'the value')) : [notice(place, about ?? `unknown_field:${field}`)];
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
