import { isObject, type Json, objectOf, wordOf } from '../common/json';

/** What a button of ours carries, so that a tap on it can be told from a word that reads the same. */
const OURS = 'relaydesk';

export const carrying = (id: string, title: string): Json => ({ [OURS]: { id, title } });

/** The choice of ours that a value carries; null when it is none. */
export function choiceIn(value: unknown): { readonly id: string; readonly title: string } | null {
  const { id, title } = objectOf(isObject(value) ? value[OURS] : undefined);
  const named = wordOf(id);
  return named === null ? null : { id: named, title: wordOf(title) ?? named };
}
