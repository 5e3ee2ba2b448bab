import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onLive, onReturn } from '../live/link';
import { get } from './ask';
import type { QueueEntry } from './types';

type Entries = ReadonlyMap<string, Pick<QueueEntry, 'place' | 'why'>>;

const MOST = 200;

const queueQuery = queryOptions({
  queryKey: ['queue'],
  queryFn: async ({ signal }): Promise<Entries> => {
    const { data } = await get<{ data: QueueEntry[] }>(`/tickets/queue?limit=${MOST}`, signal);
    return new Map(data.map(({ ticket, place, why }) => [ticket.id, { place, why }]));
  },
  staleTime: 5_000,
  refetchInterval: 30_000,
});

/** Where a ticket stands in the queue and why nobody has it yet; undefined outside the queue and far behind in it. */
export const useQueueEntry = (ticketId: string) => useQuery({ ...queueQuery, select: (entries) => entries.get(ticketId) }).data;

/** Reads the queue anew when something in it has moved, while it is looked at. */
export function useLiveQueue(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const again = () => void queries.invalidateQueries({ queryKey: queueQuery.queryKey });
    const ends = [onLive('tickets.counts', again), onLive('agent.presence_changed', again), onReturn(again)];
    return () => {
      for (const end of ends) end();
    };
  }, [queries]);
}
