import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ViewJson } from '../../src/http/schemas/view';
import { get } from './ask';
import type { Page } from './types';

/** A list that somebody kept under a name; `shared` ones are everybody's. */
export type SavedView = ViewJson;

export const savedViewsQuery = queryOptions({ queryKey: ['views'], queryFn: ({ signal }) => get<Page<SavedView>>('/views', signal) });
const viewCountsQuery = queryOptions({
  queryKey: ['view-counts'],
  queryFn: ({ signal }) => get<Readonly<Record<string, number>>>('/views/counts', signal),
  refetchInterval: 30_000,
});

export const useSavedViews = (): readonly SavedView[] => useQuery(savedViewsQuery).data?.data ?? [];
export const useViewCounts = (): Readonly<Record<string, number>> => useQuery(viewCountsQuery).data ?? {};
