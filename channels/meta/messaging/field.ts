import { isObject, type Json, listOf } from '../../common/json';
import * as meta from '../field';

export type FieldOf = string | ((item: Json) => string);
/** By the member that names the event, the field that it comes by, or how to tell. */
export type Fields = ReadonlyMap<string, FieldOf>;

/** By which field an item of `messaging` came: it does not say so itself. */
export const fieldBy =
  (fields: Fields) =>
  (raw: unknown): string | null =>
    meta.fieldOf(raw, (entry) => fieldOfItem(fields, entry));

function fieldOfItem(fields: Fields, entry: Json): string | null {
  if (entry.standby !== undefined) return 'standby';
  const [item] = listOf(entry.messaging);
  if (!isObject(item)) return null;
  const name = [...fields.keys()].find((key) => item[key] !== undefined);
  const field = fields.get(name ?? '');
  return typeof field === 'function' ? field(item) : (field ?? null);
}
