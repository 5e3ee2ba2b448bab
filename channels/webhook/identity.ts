import type { Alias, Who } from '../../src/ports/channel';
import { type Json, textOf } from '../common/json';

const PREFIX = 'hook:';
const LONGEST = 512;
/** Of a name, in characters. */
const MOST = 256;

/** The person whom a provider names. Only its id is a key: a family may share a phone. */
export function whoIs({ id, ...facts }: Json & { readonly id: string | number }): Who {
  const phone = /^\d{3,20}$/.exec((textOf(facts.phone) ?? '').replace(/\D/g, ''))?.[0];
  const username = textOf(facts.username)?.replace(/^@/, '').slice(0, MOST);
  const name = textOf(facts.name)?.slice(0, MOST);
  return {
    keys: [PREFIX + id],
    address: { id: String(id), ...(phone ? { phone } : {}), display: phone ?? (username ? `@${username}` : String(id)) },
    ...(name ? { name } : {}),
    ...(username ? { username } : {}),
  };
}

/** Somebody whom an agent names by the provider's id. */
export function address(to: string): Who {
  const id = to.trim();
  if (id === '' || id.length > LONGEST || /\p{Cc}/u.test(id)) throw new TypeError('the id of a person, as the provider has it');
  return { keys: [PREFIX + id], address: { id, display: id } };
}

export const alias = (key: string): Alias => ({ kind: 'user_id', value: key.slice(PREFIX.length) });
