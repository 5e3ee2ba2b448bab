import { useInfiniteQuery } from '@tanstack/react-query';
import { get } from '../../api/ask';
import type { Page } from '../../api/types';
import { useWorkspace } from '../../api/workspace';
import { useWords } from '../../words';
import { askedOf, type Filters } from './asked';
import type { Entry } from './said';

/** The log under these filters, page by page. */
export function useLog(filters: Filters) {
  const { locale } = useWorkspace();
  const acts = Object.keys(useWords().access.audit.acts);
  const asked = askedOf(filters, acts, String(locale.timeZone)).toString();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['audit', asked],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Entry>>(`/audit?${asked}${pageParam && `&cursor=${encodeURIComponent(pageParam)}`}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (former) => former,
    staleTime: 0,
    gcTime: 0,
  });
  return {
    entries: data?.pages.flatMap((page) => page.data),
    error,
    more: hasNextPage ? () => void fetchNextPage() : null,
    reading: isFetchingNextPage,
  };
}
