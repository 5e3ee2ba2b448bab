import { invalid } from '../domain/errors';

/** A page of what is all in memory: the cursor is the key after which the next page begins. */
export function inMemory<T>(
  all: readonly T[],
  keyOf: (item: T) => string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const start = cursor ? all.findIndex((item) => keyOf(item) === cursor) + 1 : 0;
  if (cursor && start === 0) throw invalid('cursor', 'expected a `nextCursor` of this list');
  const data = all.slice(start, start + limit);
  const last = data.at(-1);
  return { data, nextCursor: last !== undefined && start + limit < all.length ? keyOf(last) : null };
}
