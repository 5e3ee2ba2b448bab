import type { Heard } from '../../src/ports/channel';
import { isObject, type Json, objectOf } from '../common/json';
import { each, hearPart, need, type Place } from '../meta/envelope';
import type { People } from './identity';

/** One change of an entry: its value, who is in it, and the POST as it would be with one part of the value alone. */
export interface Change {
  readonly place: Place;
  readonly value: Json;
  readonly people: People;
  alone(part: Json, ids: readonly unknown[]): Place;
}

/** Hears each part of one list of the value by itself. */
export function parts(
  change: Change,
  name: string,
  ids: (part: Json) => readonly unknown[],
  hearOne: (place: Place, part: Json) => Heard,
  beside: Json = {},
): Heard[] {
  const list = change.value[name];
  if (list === undefined) return [];
  return hearPart(change.alone({ [name]: list }, []), () =>
    each(list, name, (part) =>
      hearPart(change.alone({ [name]: [part], ...beside }, ids(objectOf(part))), (place) => [
        hearOne(place, need(isObject(part) ? part : null, `one of ${name} is not an object`)),
      ]),
    ),
  );
}
