/** What a browser keeps of one channel on one site. Where a page may keep nothing, it lives as long as the page. */
export interface Memory {
  get(name: string): string | null;
  /** null forgets it. */
  set(name: string, value: string | null): void;
  /** The names that begin so. */
  names(prefix: string): string[];
  /** Tells what another page of the same site has written. */
  onOther(told: (name: string, value: string | null) => void): void;
}

export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export function openMemory(channelId: string, shelf: Shelf | null): Memory {
  const before = `relaydesk:${channelId}:`;
  const own = new Map<string, string>();
  const kept = () => (shelf ? Array.from({ length: shelf.length }, (_, at) => shelf.key(at) ?? '') : []);
  return {
    get: (name) => own.get(name) ?? shelf?.getItem(before + name) ?? null,
    set(name, value) {
      own.delete(name);
      try {
        if (value === null) shelf?.removeItem(before + name);
        else if (shelf) shelf.setItem(before + name, value);
        else own.set(name, value);
      } catch {
        // The shelf is full.
        if (value !== null) own.set(name, value);
      }
    },
    names(prefix) {
      const on = kept().filter((key) => key.startsWith(before + prefix));
      return [...new Set([...on.map((key) => key.slice(before.length)), ...[...own.keys()].filter((key) => key.startsWith(prefix))])];
    },
    onOther(told) {
      addEventListener('storage', ({ key, newValue }) => {
        if (key?.startsWith(before)) told(key.slice(before.length), newValue);
      });
    },
  };
}

/** The shelf of this page, or null where pages may keep nothing. */
export function shelfOfPage(): Shelf | null {
  try {
    const { localStorage } = window;
    localStorage.setItem('relaydesk', '');
    localStorage.removeItem('relaydesk');
    return localStorage;
  } catch {
    return null;
  }
}
