import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { get } from '../api/ask';
import type { Counts } from '../api/types';
import type { ListSearch } from '../app/list-search';
import { fits } from '../inbox/fits';
import { paramsOf } from '../inbox/list-query';
import { onReturn } from '../live/link';
import { onTicketChange } from '../live/tickets';
import { shifted } from './shifted';

/** How long changes are gathered before they are counted again. */
const GATHER = 3_000;

/**
 * The counts under these filters; nothing until the first answer. What comes and goes before our eyes is counted at once,
 * and all of it is counted anew in a moment: of a ticket that we did not know we can't tell where it was.
 */
export function useCountsOf({ sort: _, ...query }: ListSearch, me: string): Counts | undefined {
  const queries = useQueryClient();
  const params = paramsOf(query);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queries.invalidateQueries({ queryKey: ['counts-of', params] });
      }, GATHER);
    };
    const asked = Object.fromEntries(new URLSearchParams(params));
    const ends = [
      onReturn(again),
      onTicketChange((now, before) => {
        const [is, was] = [now !== null && fits(now, asked, me), before !== null && fits(before, asked, me)];
        if (is === was && (!is || now?.status === before?.status)) return;
        if (before !== null)
          queries.setQueryData<Counts>(['counts-of', params], (counts) => counts && shifted(counts, was ? before : null, is ? now : null));
        again();
      }),
    ];
    return () => {
      clearTimeout(timer);
      for (const end of ends) end();
    };
  }, [queries, params, me]);
  return useQuery({
    queryKey: ['counts-of', params],
    queryFn: ({ signal }) => get<Counts>(`/tickets/counts?${params}`, signal),
    placeholderData: (former) => former,
  }).data;
}
