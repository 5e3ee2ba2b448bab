import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onLive, onReturn, watch } from '../live/link';
import { get } from './ask';
import type { Counts } from './types';

const countsQuery = queryOptions({
  queryKey: ['counts'],
  queryFn: ({ signal }) => get<Counts>('/tickets/counts', signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** How many tickets are where; kept by the live link. */
export const useCounts = (): Counts | undefined => useQuery(countsQuery).data;

/** Keeps the counts true; once on a page. */
export function useLiveCounts(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const ends = [
      watch({ counts: true }),
      onLive<Counts>('tickets.counts', (counts) => queries.setQueryData(countsQuery.queryKey, counts)),
      onReturn(() => void queries.invalidateQueries({ queryKey: countsQuery.queryKey })),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [queries]);
}
