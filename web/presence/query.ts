import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { PresenceTimesJson } from '../../src/http/schemas/presence';
import { get } from '../api/ask';

export type Day = PresenceTimesJson['days'][number];

/** Whose time: one's own, or an agent's. */
export type Whose = { readonly agentId: string | null };

/** A week of somebody's time; `to`: its last day, null = today. What was shown stays until the next one is there. */
export const timesQuery = ({ agentId }: Whose, to: string | null) =>
  queryOptions({
    queryKey: ['presence-times', agentId, to],
    queryFn: ({ signal }) => get<PresenceTimesJson>(`${pathOf(agentId)}${to === null ? '' : `?to=${to}`}`, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

const pathOf = (agentId: string | null): string => (agentId === null ? '/me/presence' : `/agents/${agentId}/presence`);
