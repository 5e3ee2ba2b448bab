import type { Heard, Who } from '../../../src/ports/channel';
import { idOf, isObject, type Json, objectOf, timeOf } from '../../common/json';
import { need, notice, type Place, Unreadable } from '../envelope';

/** What tells one network of the Messenger Platform from another (CHANNELS §3, §4). */
export interface Network {
  /** What a POST about it calls it. */
  readonly object: 'instagram' | 'page';
  readonly whoIs: (id: string) => Who;
  /** By the member that names the event; where several stand together, the first here is it. */
  readonly events: ReadonlyMap<string, (seen: Seen) => Heard[]>;
  /** What each field of `changes` is about. `item`: the same as an item of `messaging` (the dashboard's test button sends this form). */
  readonly fields: ReadonlyMap<string, string>;
}

/** One messaging event: what happened, and with whom. */
export interface Seen {
  readonly network: Network;
  readonly place: Place;
  readonly item: Json;
  readonly body: Json;
  readonly by: 'customer' | 'business';
  readonly at: number | null;
}

const FRAME: ReadonlySet<string> = new Set(['sender', 'recipient', 'timestamp']);

/** Hears one item of `messaging`. In what the business does, sender and recipient are the other way round. */
export function hearItem(network: Network, place: Place, item: Json): Heard[] {
  const names = [...network.events.keys()].filter((key) => item[key] !== undefined);
  const name = names.find((key) => isObject(item[key])) ?? names[0];
  const [sender, recipient] = [idOf(objectOf(item.sender).id), idOf(objectOf(item.recipient).id)];
  const echoed = objectOf(item.message).is_echo === true;
  const account = place.account ?? (echoed ? sender : recipient);
  if (name === undefined) return [unknownEvent({ ...place, account }, item)];
  const by = echoed || (sender !== null && sender === account) ? 'business' : 'customer';
  const body = need(isObject(item[name]) ? item[name] : null, `${name} is not an object`);
  return network.events.get(name)?.({ network, place: { ...place, account }, item, body, by, at: timeOf(item.timestamp) }) ?? [];
}

function unknownEvent(place: Place, item: Json): Heard {
  const names = Object.keys(item).filter((key) => !FRAME.has(key));
  if (names.length === 0) throw new Unreadable('the item holds no event');
  return notice(place, `unknown_event:${names.join(',')}`);
}

/** Recorded, and nothing else. */
export function told(kind: string): (seen: Seen) => Heard[] {
  return ({ place }) => [notice(place, kind)];
}

/** The one of the two who is not the business. */
export function partner({ network, item, by }: Seen): Who {
  const id = by === 'business' ? idOf(objectOf(item.recipient).id) : idOf(objectOf(item.sender).id);
  return network.whoIs(need(id, by === 'business' ? 'the message has no recipient' : 'the message has no sender'));
}
