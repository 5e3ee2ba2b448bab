import type { Alias, PageVisitor, Who } from '../../src/ports/channel';

/** Who signed in is who the site says; anybody else is the browser they write from. */
export const keyOf = ({ id, externalId }: Pick<PageVisitor, 'id' | 'externalId'>): string =>
  externalId === null ? `visitor:${id}` : `user:${externalId}`;

const SHOWN = 6;

/** A person as agents read of them: by the site's own name for them, which it has proved, or by the end of a number of ours. */
export function whoIs(visitor: PageVisitor): Who {
  const { id, externalId, name } = visitor;
  const display = externalId ?? `visitor-${id.slice(-SHOWN)}`;
  return { keys: [keyOf(visitor)], address: { id: externalId ?? id, display }, name, username: null };
}

/** Nobody is written to who has not come: a page is not reached, it comes. */
export function address(_to: string): Who {
  throw new TypeError('nobody: visitors of a web chat write first');
}

/** What kind of name a key is. */
export const alias = (key: string): Alias =>
  key.startsWith('user:')
    ? { kind: 'user_id', value: key.slice('user:'.length) }
    : { kind: 'scoped_id', value: key.replace(/^visitor:/, '') };
