import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { LiveJson, StagesJson } from '../../src/http/schemas/analytics-live';
import type { MetricRowJson, MetricTicketJson, SummaryJson } from '../../src/http/schemas/analytics-summary';
import { get } from '../api/ask';
import type { Asked } from './asked';

export type { MetricTicketJson, StagesJson, SummaryJson };

const MINUTE = 60_000;

const narrowed = ({ channel, team }: Pick<Asked, 'channel' | 'team'>) => ({ ...(channel ? { channel } : {}), ...(team ? { team } : {}) });

/** The period and whom it counts, as every call of the analytics takes it. */
export const periodParams = (asked: Asked): Readonly<Record<string, string>> => ({
  from: asked.from,
  to: asked.to,
  zone: asked.zone,
  ...(asked.business ? { hours: 'business' } : {}),
  ...narrowed(asked),
});

/** Every number over the period: one reading, so that they fit together. Read anew each minute while the period runs. */
export function summaryQuery(asked: Asked) {
  const params = new URLSearchParams({
    ...periodParams(asked),
    group: asked.group,
    ...(asked.compare ? { compare: 'true' } : {}),
  }).toString();
  return queryOptions({
    queryKey: ['analytics', 'summary', params],
    queryFn: ({ signal }) => get<SummaryJson>(`/analytics/summary?${params}`, signal),
    placeholderData: keepPreviousData,
    staleTime: MINUTE / 2,
    refetchInterval: (query) => (query.state.data?.soFar ? MINUTE : false),
  });
}

/** What stands now, by stage and status. */
export function stagesQuery(asked: Pick<Asked, 'channel' | 'team'>) {
  const params = new URLSearchParams(narrowed(asked)).toString();
  return queryOptions({
    queryKey: ['analytics', 'now', 'stages', params],
    queryFn: ({ signal }) => get<StagesJson>(`/analytics/stages?${params}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: MINUTE,
  });
}

export function liveQuery(asked: Pick<Asked, 'channel' | 'team'>) {
  const params = new URLSearchParams(narrowed(asked)).toString();
  return queryOptions({
    queryKey: ['analytics', 'now', 'live', params],
    queryFn: ({ signal }) => get<LiveJson>(`/analytics/live?${params}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: MINUTE / 2,
  });
}

export const metricsQuery = queryOptions({
  queryKey: ['analytics', 'metrics'],
  queryFn: async ({ signal }) => (await get<{ data: MetricRowJson[] }>('/analytics/metrics', signal)).data,
  staleTime: Number.POSITIVE_INFINITY,
});
