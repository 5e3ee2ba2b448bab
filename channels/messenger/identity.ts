import type { Alias, Who } from '../../src/ports/channel';

/** A person on Messenger is an id that belongs to them and this Page alone; there is no phone. */
export function whoIs(id: string): Who {
  return { keys: [`fb:${id}`], address: { id, display: id }, name: null, username: null };
}

export function address(to: string): Who {
  const id = to.trim();
  if (!/^\d{5,25}$/.test(id)) throw new TypeError('the digits of a Page-scoped id; Messenger gives one only to who wrote first');
  return whoIs(id);
}

/** What kind of name a key is. */
export const alias = (key: string): Alias => ({ kind: 'scoped_id', value: key.replace(/^fb:/, '') });
