import * as meta from '../field';
import { isObject, type Json, listOf } from '../json';

/** By which field an item of `messaging` came: it does not say so itself. */
export const fieldBy =
  (fields: ReadonlyMap<string, string>) =>
  (raw: unknown): string | null =>
    meta.fieldOf(raw, (entry) => fieldOfItem(fields, entry));

function fieldOfItem(fields: ReadonlyMap<string, string>, entry: Json): string | null {
  if (entry.standby !== undefined) return 'standby';
  const [item] = listOf(entry.messaging);
  if (!isObject(item)) return null;
  const name = [...fields.keys()].find((key) => item[key] !== undefined);
  return name === undefined ? null : (fields.get(name) ?? null);
}
