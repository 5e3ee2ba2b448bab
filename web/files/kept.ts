import type { Attachment } from './attachment';

/** The tab's own storage. */
export type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export const NONE: readonly Attachment[] = [];

/** What was kept of the files of a ticket; nothing where the browser refuses. */
export function read(storage: () => Kept, key: string): readonly Attachment[] {
  try {
    const kept = JSON.parse(storage().getItem(key) ?? '[]') as readonly Attachment[];
    return kept.length === 0 ? NONE : kept;
  } catch {
    return NONE;
  }
}

/** Only what is at the desk can be found there again. */
export function keep(storage: () => Kept, key: string, files: readonly Attachment[]): void {
  const there = files.filter(({ state }) => state === 'ready').map((file) => ({ ...file, url: null }));
  try {
    if (there.length === 0) storage().removeItem(key);
    else storage().setItem(key, JSON.stringify(there));
  } catch {
    // Memory alone keeps them then.
  }
}
