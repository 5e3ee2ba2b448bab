import type { Alias, Who } from '../../src/ports/channel';

const TEAMS_ID = /^29:[\w-]{10,200}$/;
const ENTRA_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Only in Teams can somebody be written to who is known by an id alone. */
export function address(to: string): Who {
  const id = to.trim();
  if (TEAMS_ID.test(id)) return { keys: [`bf:msteams:${id}`], address: { id, display: id } };
  if (ENTRA_ID.test(id))
    return { keys: [`bf:msteams:entra:${id.toLowerCase()}`], address: { id: id.toLowerCase(), display: id.toLowerCase() } };
  throw new TypeError(
    'a Teams user id that begins with 29:, or the Entra object id of somebody in the tenant; who uses another channel writes first',
  );
}

/** What kind of name a key is: a conversation of a page, a person of the directory, or an id that the channel gave. */
export function alias(key: string): Alias {
  const [, kind, value] = /^bf:[^:]*:(conversation:|entra:)?([\s\S]*)$/.exec(key) ?? [];
  return { kind: kind === 'entra:' ? 'user_id' : 'scoped_id', value: value ?? key };
}
