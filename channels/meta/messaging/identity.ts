import type { Alias, Who } from '../../../src/ports/channel';

export interface People {
  whoIs(id: string): Who;
  address(to: string): Who;
  alias(key: string): Alias;
}

/** A person is an id that belongs to them and one account alone; there is no phone. `says`: whose digits it takes. */
export function scopedPeople(prefix: 'ig' | 'fb', says: string): People {
  const whoIs = (id: string): Who => ({ keys: [`${prefix}:${id}`], address: { id, display: id }, name: null, username: null });
  return {
    whoIs,
    address(to) {
      const id = to.trim();
      if (!/^\d{5,25}$/.test(id)) throw new TypeError(says);
      return whoIs(id);
    },
    alias: (key) => ({ kind: 'scoped_id', value: key.slice(key.startsWith(`${prefix}:`) ? prefix.length + 1 : 0) }),
  };
}
