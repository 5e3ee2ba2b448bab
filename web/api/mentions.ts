import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { MentionJson } from '../../src/http/schemas/mention';
import { onLive } from '../live/link';
import { get } from './ask';
import { useCounts } from './counts';
import type { Page } from './types';

export type Mention = MentionJson;

const NONE: readonly Mention[] = [];

/** Asked for anew whenever the desk counts another number. */
const unseenQuery = (count: number) =>
  queryOptions({
    queryKey: ['mentions', count],
    queryFn: ({ signal }) => get<Page<Mention>>('/mentions?unseen=true&limit=200', signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    enabled: count > 0,
  });

/** Notes that name who looks, and that they have not seen; kept by the live link. */
export function useUnseenMentions(): readonly Mention[] {
  const count = useCounts()?.mentions ?? 0;
  const queries = useQueryClient();
  useEffect(() => onLive('mention.created', () => void queries.invalidateQueries({ queryKey: ['mentions'] })), [queries]);
  const { data } = useQuery(unseenQuery(count));
  return count > 0 ? (data?.data ?? NONE) : NONE;
}
