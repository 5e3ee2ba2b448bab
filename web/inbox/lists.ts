import type { ListSearch } from '../app/list-search';
import { newList } from './list';
import { paramsOf } from './list-query';
import type { List, Shown } from './list-shape';

export type { List, Shown };

const KEPT = 12;
const kept = new Map<string, List>();

/** The list of these filters; coming back to one shows it at once as it was, while it is read anew. */
export function listOf(query: ListSearch, me: string): List {
  const key = `${me} ${paramsOf(query)}`;
  const list = kept.get(key) ?? newList(query, me);
  kept.delete(key);
  kept.set(key, list);
  for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
  return list;
}
