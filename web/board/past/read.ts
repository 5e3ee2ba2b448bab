import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BoardJson, CardThenJson, HillJson } from '../../../src/http/schemas/analytics-past';
import { get } from '../../api/ask';
import type { Page } from '../../api/types';
import type { BoardSearch } from '../search';
import type { Point } from './hill';
import type { Step, Stretch } from './moments';

export type BoardThen = BoardJson;
export type ColumnThen = BoardJson['columns'][number];
export type CardThen = CardThenJson;

const STEP_NAMES: Readonly<Record<Step, string>> = { quarter: 'PT15M', hour: 'PT1H', day: 'P1D' };

/** What was, stays: only how it stands now changes. */
const KEPT = 60_000;

const iso = (at: number): string => new Date(at).toISOString();

/** The hill of a stretch; the former one stays until it is there. */
export function useHill({ from, to }: Stretch, step: Step): readonly Point[] {
  const asked = new URLSearchParams({ from: iso(from), to: iso(to), step: STEP_NAMES[step] }).toString();
  const { data } = useQuery({
    queryKey: ['hill', asked],
    queryFn: async ({ signal }) => {
      const { points } = await get<HillJson>(`/analytics/hill?${asked}`, signal);
      return points.map(({ at, open }) => ({ at: Date.parse(at), open }));
    },
    staleTime: KEPT,
    placeholderData: keepPreviousData,
  });
  return data ?? [];
}

/** The filters of the address, as the past takes them. */
export function stoodIn({ channel, team, assignee }: BoardSearch, me: string): string {
  const agent = assignee
    ?.split(',')
    .map((one) => (one === 'me' ? me : one))
    .join(',');
  const asked = Object.entries({ channel, team, agent }).filter((one): one is [string, string] => Boolean(one[1]));
  return new URLSearchParams(asked).toString();
}

/** The board at a moment; the former one stays until it is there. */
export function useBoardThen(at: number | null, by: 'stage' | 'status', filters: string) {
  return useQuery({
    queryKey: ['board-then', at, by, filters],
    queryFn: ({ signal }) => get<BoardThen>(`/analytics/board?at=${iso(at ?? 0)}&by=${by}&${filters}`, signal),
    enabled: at !== null,
    staleTime: KEPT,
    placeholderData: keepPreviousData,
  });
}

/** The cards of a column behind its first ones (where tickets are closed: all), in pages, once they are asked for. */
export function useFurther(board: Pick<BoardThen, 'at' | 'by'>, key: string, filters: string, wanted: boolean) {
  return useInfiniteQuery({
    queryKey: ['tickets-then', board.at, board.by, key, filters],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? '' : `&cursor=${encodeURIComponent(pageParam)}`;
      return get<Page<CardThen>>(
        `/analytics/tickets?at=${board.at}&${board.by}=${encodeURIComponent(key)}&limit=100&${filters}${cursor}`,
        signal,
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled: wanted,
    staleTime: KEPT,
  });
}

const cardKey = (at: string, id: string) => ['card-then', at, id];

/** A ticket as it was at a moment; null = it was not there yet, or is not to be seen. */
export function useCardThen(at: number, id: string | undefined) {
  return useQuery({
    queryKey: cardKey(iso(at), id ?? ''),
    queryFn: async ({ signal }) => {
      const { data } = await get<Page<CardThen>>(`/analytics/tickets?at=${iso(at)}&ticket=${encodeURIComponent(id ?? '')}`, signal);
      return data[0] ?? null;
    },
    enabled: id !== undefined,
    staleTime: KEPT,
  });
}

/** What is known of a card needs not be asked for. */
export function useKnownCard(): (at: string, card: CardThen) => void {
  const queries = useQueryClient();
  return (at, card) => void queries.setQueryData(cardKey(at, card.id), card);
}
