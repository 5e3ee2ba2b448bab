import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ListSearch } from '../app/list-search';
import { paramsOf } from './list-query';
import { type List, listOf, type Shown } from './lists';

interface Kept {
  readonly list: List;
  readonly shown: Shown;
}

/** The list of these filters, kept true while the component is on the screen. */
export function useList(query: ListSearch, me: string): Kept {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same filters are the same list
  const list = useMemo(() => listOf(query, me), [paramsOf(query), me]);
  useEffect(() => list.start(), [list]);
  return { list, shown: useSyncExternalStore(list.subscribe, list.now) };
}
