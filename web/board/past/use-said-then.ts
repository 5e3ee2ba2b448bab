import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { get } from '../../api/ask';
import type { Message, Page } from '../../api/types';

const PAGE = 100;
/** So many of them are shown before one asks for earlier ones. */
const ENOUGH = 20;

/** The messages of a ticket, newest first, read back until some are from before the moment. */
export function useSaidThen(ticketId: string, at: number) {
  const pages = useInfiniteQuery({
    queryKey: ['said-then', ticketId],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? '' : `&cursor=${encodeURIComponent(pageParam)}`;
      return get<Page<Message>>(`/tickets/${ticketId}/messages?limit=${PAGE}${cursor}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 60_000,
  });
  const messages = pages.data?.pages.flatMap(({ data }) => data) ?? [];
  const heard = messages.filter(({ heardAt }) => Date.parse(heardAt) <= at).length;
  const lacks = heard < ENOUGH && pages.hasNextPage && !pages.isFetching && !pages.error;
  const { fetchNextPage } = pages;
  useEffect(() => {
    if (lacks) void fetchNextPage();
  }, [lacks, fetchNextPage]);
  return { messages, pages, reaching: lacks || (heard < ENOUGH && pages.isFetching) };
}
