import * as meta from '../meta/field';
import { isObject, type Json, listOf } from '../meta/json';

/** By which field an item of `messaging` came: it does not say so itself. */
const FIELDS: ReadonlyMap<string, string> = new Map([
  ['message', 'messages'],
  ['postback', 'messaging_postbacks'],
  ['message_edit', 'message_edit'],
  ['reaction', 'message_reactions'],
  ['read', 'messaging_seen'],
  ['referral', 'messaging_referral'],
  ['optin', 'messaging_optins'],
  ['pass_thread_control', 'messaging_handover'],
  ['take_thread_control', 'messaging_handover'],
  ['request_thread_control', 'messaging_handover'],
  ['app_roles', 'messaging_handover'],
]);

export const fieldOf = (raw: unknown): string | null => meta.fieldOf(raw, fieldOfItem);

function fieldOfItem(entry: Json): string | null {
  if (entry.standby !== undefined) return 'standby';
  const [item] = listOf(entry.messaging);
  if (!isObject(item)) return null;
  const name = [...FIELDS.keys()].find((key) => item[key] !== undefined);
  return name === undefined ? null : (FIELDS.get(name) ?? null);
}
