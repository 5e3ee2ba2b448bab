export type Mode = 'reply' | 'note';

/** What somebody writes in one ticket. */
export interface Draft {
  readonly mode: Mode;
  readonly reply: string;
  readonly note: string;
  /** The message that the reply answers. */
  readonly quote: string | null;
  /** What was the newest in the chat when the reply was begun: its `seq`, or by when; null: nobody knows. */
  readonly since: number | string | null;
  /** When it was last changed here, in milliseconds; null: never, or by another machine. */
  readonly changedAt: number | null;
  readonly sending: boolean;
  /** What was not done the last time, and why. */
  readonly trouble: { readonly what: Mode; readonly error: unknown } | null;
}

const NOTHING: Draft = { mode: 'reply', reply: '', note: '', quote: null, since: null, changedAt: null, sending: false, trouble: null };
const KEY = 'relaydesk-draft-';
const OWNER = 'relaydesk-drafts-of';

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export type DraftStore = ReturnType<typeof draftStore>;

/** Drafts in memory and, as far as the browser lets us, in the tab's own storage. */
export function draftStore(storage: () => Kept) {
  const all = new Map<string, Draft>();
  const watchers = new Map<string, Set<() => void>>();
  const tell = (id: string) => {
    for (const wake of watchers.get(id) ?? []) wake();
  };

  function now(id: string): Draft {
    const known = all.get(id);
    if (known) return known;
    const draft = { ...NOTHING, ...read(storage, KEY + id) };
    all.set(id, draft);
    return draft;
  }

  function write(id: string, change: Partial<Draft>): void {
    const draft = { ...now(id), ...change };
    all.set(id, draft);
    keep(storage, KEY + id, draft);
    tell(id);
  }

  /** Another agent in the same tab finds nothing of the former. True: there was another. */
  function keepFor(agentId: string): boolean {
    const fresh = attempt(() => {
      const kept = storage();
      if (kept.getItem(OWNER) === agentId) return false;
      const keys = Array.from({ length: kept.length }, (_, at) => kept.key(at) ?? '');
      for (const key of keys) if (key.startsWith(KEY)) kept.removeItem(key);
      kept.setItem(OWNER, agentId);
      for (const id of [...all.keys()]) {
        all.set(id, NOTHING);
        tell(id);
      }
      return true;
    });
    return fresh ?? false;
  }

  function watch(id: string, wake: () => void): () => void {
    const set = watchers.get(id) ?? new Set();
    watchers.set(id, set.add(wake));
    return () => set.delete(wake);
  }

  return { now, write, keepFor, watch, tell };
}

function read(storage: () => Kept, key: string): Partial<Draft> {
  return attempt(() => JSON.parse(storage().getItem(key) ?? '{}') as Partial<Draft>) ?? {};
}

function keep(storage: () => Kept, key: string, { mode, reply, note, quote, since, changedAt }: Draft): void {
  attempt(() => {
    if (reply === '' && note === '' && quote === null) storage().removeItem(key);
    else storage().setItem(key, JSON.stringify({ mode, reply, note, quote, since, changedAt }));
  });
}

/** A browser may refuse its storage, or have none left; then memory alone keeps them. */
function attempt<Found>(act: () => Found): Found | null {
  try {
    return act();
  } catch {
    return null;
  }
}
