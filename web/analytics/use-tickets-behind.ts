import { useInfiniteQuery } from '@tanstack/react-query';
import { get } from '../api/ask';
import type { Page } from '../api/types';
import type { MetricTicketJson } from './query';
import type { TicketsSearch } from './tickets-search';

/** The tickets that make a number, page by page; in the order of the desk. */
export function useTicketsBehind(search: TicketsSearch) {
  const params = new URLSearchParams(search).toString();
  return useInfiniteQuery({
    queryKey: ['analytics', 'behind', params],
    queryFn: ({ pageParam, signal }) =>
      get<Page<MetricTicketJson>>(
        `/analytics/tickets?${params}&limit=50${pageParam && `&cursor=${encodeURIComponent(pageParam)}`}`,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled: Boolean(search.metric),
    staleTime: 30_000,
  });
}
