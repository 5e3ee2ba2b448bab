import type { Alias, Who } from '../../src/ports/channel';

/** A person on Instagram is an id that belongs to them and this account alone; there is no phone. */
export function whoIs(id: string): Who {
  return { keys: [`ig:${id}`], address: { id, display: id }, name: null, username: null };
}

export function address(to: string): Who {
  const id = to.trim();
  if (!/^\d{5,25}$/.test(id)) throw new TypeError('the digits of an Instagram-scoped id; Instagram gives one only to who wrote first');
  return whoIs(id);
}

/** What kind of name a key is. */
export const alias = (key: string): Alias => ({ kind: 'scoped_id', value: key.replace(/^ig:/, '') });
