/** What was changed since `attempt` began, so that it can be taken back. */
export interface Journal {
  /** Sets a value of a map, and remembers what stood there. */
  set<K, V>(map: Map<K, V>, key: K, value: V): void;
  append<T>(list: T[], item: T): void;
  /** Runs `work`; what it changed is taken back when it throws. */
  attempt<T>(work: () => T | Promise<T>): Promise<T>;
}

export function openJournal(): Journal {
  let undo: (() => void)[] = [];
  return {
    set(map, key, value) {
      const had = map.has(key);
      const before = map.get(key);
      undo.push(() => (had ? map.set(key, before as typeof value) : map.delete(key)));
      map.set(key, value);
    },
    append(list, item) {
      list.push(item);
      undo.push(() => list.pop());
    },
    async attempt(work) {
      undo = [];
      try {
        return await work();
      } catch (error) {
        for (const back of undo.reverse()) back();
        throw error;
      } finally {
        undo = [];
      }
    },
  };
}

export interface Entry<T> {
  /** As the transaction read it; null for what it made. */
  readonly was: T | null;
  readonly now: T;
}

/** Rows of one kind that a transaction holds: as they were read, and as they are now. */
export interface Entries<T> {
  get(id: string): T | undefined;
  /** Throws for a row that the transaction does not hold: it would be written without its lock. */
  must(id: string): T;
  has(id: string): boolean;
  /** As it was read; null for what this transaction made. */
  was(id: string): T | null;
  isNew(id: string): boolean;
  /** What was read; a row that is held already stays as it is. */
  take(row: T): void;
  put(row: T): void;
  all(): Entry<T>[];
  fresh(): T[];
  changed(): T[];
}

export function entries<T extends { readonly id: string }>(journal: Journal, what: string): Entries<T> {
  const held = new Map<string, Entry<T>>();
  return {
    get: (id) => held.get(id)?.now,
    must(id) {
      const entry = held.get(id);
      if (!entry) throw new Error(`${what} ${id} is not held by this transaction`);
      return entry.now;
    },
    has: (id) => held.has(id),
    was: (id) => held.get(id)?.was ?? null,
    isNew: (id) => held.get(id)?.was === null,
    take(row) {
      if (!held.has(row.id)) held.set(row.id, { was: row, now: row });
    },
    put: (row) => journal.set(held, row.id, { was: held.get(row.id)?.was ?? null, now: row }),
    all: () => [...held.values()],
    fresh: () => [...held.values()].filter(({ was }) => was === null).map(({ now }) => now),
    changed: () => [...held.values()].filter(({ was, now }) => was !== null && was !== now).map(({ now }) => now),
  };
}
