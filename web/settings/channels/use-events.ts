import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { WebhookEvent } from '../../api/types';
import { eventsQuery, LOOKS_EACH, type Shown } from './queries';

/** The log of a channel: the newest page is read again while nobody points at it; who went back in time is left alone. */
export function useEvents(channelId: string, shown: Shown) {
  const queries = useQueryClient();
  const [held, hold] = useState(false);
  const query = eventsQuery(channelId, shown);
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...query,
    refetchInterval: ({ state }) => (held || (state.data?.pages.length ?? 0) > 1 ? false : LOOKS_EACH),
  });
  return {
    events: data?.pages.flatMap((page): WebhookEvent[] => page.data) ?? [],
    read: data !== undefined,
    error,
    hold,
    older: hasNextPage ? () => void fetchNextPage() : null,
    loadingOlder: isFetchingNextPage,
    newest: (data?.pages.length ?? 0) > 1 ? () => void queries.resetQueries({ queryKey: query.queryKey }) : null,
  };
}
