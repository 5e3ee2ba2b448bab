import { isObject, type Json, listOf, wordOf } from '../common/json';

/** The field of the one event that `raw` holds: of its change, or as `itemField` knows it of an item of another list. */
export function fieldOf(raw: unknown, itemField: (entry: Json) => string | null = () => null): string | null {
  const [entry] = isObject(raw) ? listOf(raw.entry) : [];
  if (!isObject(entry)) return null;
  const [change] = listOf(entry.changes);
  return wordOf(isObject(change) ? change.field : entry.field) ?? itemField(entry);
}
