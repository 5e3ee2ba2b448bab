import { type InfiniteData, type QueryClient, queryOptions, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { get } from '../api/ask';
import type { Page } from '../api/types';
import { onLive, onReturn } from '../live/link';
import { isUnderWay, type Report, type ReportType, type Schedule } from './report';

const HISTORY = ['reports'] as const;
type History = InfiniteData<Page<Report>, string>;

/** How often is looked while one is being made, in milliseconds: it is told of too, but only while there is a link. */
const LOOKS = 5_000;

/** What was asked for, the newest first, page by page. */
export function useHistory() {
  const queries = useQueryClient();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: HISTORY,
    queryFn: ({ pageParam, signal }) =>
      get<Page<Report>>(`/reports?limit=25${pageParam && `&cursor=${encodeURIComponent(pageParam)}`}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.pages.some((page) => page.data.some(isUnderWay)) ? LOOKS : false),
  });
  useEffect(() => {
    const hear = (report: Report) => putReport(queries, report);
    const again = () => void queries.invalidateQueries({ queryKey: HISTORY });
    const leave = [onLive('report.changed', hear), onLive('report.ready', hear), onReturn(again)];
    return () => {
      for (const off of leave) off();
    };
  }, [queries]);
  return {
    reports: data?.pages.flatMap((page) => page.data),
    error,
    more: hasNextPage ? () => void fetchNextPage() : null,
    reading: isFetchingNextPage,
  };
}

const change = (queries: QueryClient, to: (page: Page<Report>, at: number) => Report[]) =>
  queries.setQueryData<History>(HISTORY, (now) => now && { ...now, pages: now.pages.map((page, at) => ({ ...page, data: to(page, at) })) });

/** Puts what the desk told where it belongs: a new one first. What is older than all that is shown is not shown. */
export function putReport(queries: QueryClient, report: Report): void {
  const known = queries.getQueryData<History>(HISTORY)?.pages.some(({ data }) => data.some(({ id }) => id === report.id));
  change(queries, ({ data }, at) => {
    if (known) return data.map((one) => (one.id === report.id && one.version <= report.version ? report : one));
    return at === 0 && report.createdAt >= (data[0]?.createdAt ?? '') ? [report, ...data] : data;
  });
}

export const dropReport = (queries: QueryClient, id: string): unknown => change(queries, ({ data }) => data.filter((one) => one.id !== id));

export const schedulesQuery = queryOptions({
  queryKey: ['report-schedules'],
  queryFn: async ({ signal }) => (await get<Page<Schedule>>('/report-schedules?limit=200', signal)).data,
  staleTime: 0,
});

export interface Columns {
  readonly type: ReportType;
  readonly columns: readonly { readonly id: string; readonly heading: string; readonly sentence: string }[];
}

export const columnsQuery = queryOptions({
  queryKey: ['report-columns'],
  queryFn: async ({ signal }) => (await get<{ readonly data: readonly Columns[] }>('/report-columns', signal)).data,
  staleTime: Number.POSITIVE_INFINITY,
});
