import type { z } from 'zod';
import type { Alias, Who } from '../../src/ports/channel';
import type { Contact } from './shapes';

const PREFIX = 'hook:';
const LONGEST = 512;

/** The person whom a provider names. Only its id is a key: a family may share a phone. */
export function whoIs({ id, name, phone, username }: z.infer<typeof Contact>): Who {
  const digits = (phone ?? '').replace(/\D/g, '');
  const handle = (username ?? '').replace(/^@/, '');
  return {
    keys: [PREFIX + id],
    address: { id: String(id), ...(digits ? { phone: digits } : {}), display: digits || (handle ? `@${handle}` : String(id)) },
    ...(name ? { name } : {}),
    ...(handle ? { username: handle } : {}),
  };
}

/** Somebody whom an agent names by the provider's id. */
export function address(to: string): Who {
  const id = to.trim();
  if (id === '' || id.length > LONGEST || /\p{Cc}/u.test(id)) throw new TypeError('the id of a person, as the provider has it');
  return { keys: [PREFIX + id], address: { id, display: id } };
}

export const alias = (key: string): Alias => ({ kind: 'user_id', value: key.slice(PREFIX.length) });
