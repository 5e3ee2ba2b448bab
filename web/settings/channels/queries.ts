import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { BotJson } from '../../../src/http/schemas/bot';
import type { ChannelKindJson, WebhookJson } from '../../../src/http/schemas/channel';
import type { ChannelLineJson } from '../../../src/http/schemas/channel-line';
import { get } from '../../api/ask';
import type { Channel, Page, WebhookEvent } from '../../api/types';
import { workspaceQuery } from '../../api/workspace';

export type Bot = BotJson;
export type Kind = ChannelKindJson;
export type Field = Kind['config'][number];
export type Webhook = WebhookJson;
export type Outcome = WebhookEvent['outcome'];

/** How often the signs of a webhook are read while somebody looks at them. */
export const LOOKS_EACH = 5_000;

const all = <Row>(path: string) => ({
  queryFn: async ({ signal }: { readonly signal: AbortSignal }) => (await get<Page<Row>>(`${path}?limit=200`, signal)).data,
});

export const channelsQuery = queryOptions({ queryKey: ['channels'], ...all<Channel>('/channels') });
export const kindsQuery = queryOptions({
  queryKey: ['channel-kinds'],
  ...all<Kind>('/channel-kinds'),
  staleTime: Number.POSITIVE_INFINITY,
});
export const botsQuery = queryOptions({ queryKey: ['bots'], ...all<Bot>('/bots') });

export const channelQuery = (id: string) =>
  queryOptions({ queryKey: ['channels', id], queryFn: ({ signal }) => get<Channel>(`/channels/${id}`, signal) });

export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: ['channels', id, 'webhook'],
    queryFn: ({ signal }) => get<Webhook>(`/channels/${id}/webhook`, signal),
    refetchInterval: LOOKS_EACH,
    refetchOnWindowFocus: true,
    staleTime: 0,
  });

export const lineQuery = (id: string) =>
  queryOptions({
    queryKey: ['channels', id, 'line'],
    queryFn: ({ signal }) => get<ChannelLineJson>(`/channels/${id}/line`, signal),
    refetchInterval: LOOKS_EACH,
    refetchOnWindowFocus: true,
    staleTime: 0,
  });

export type Shown = 'all' | Outcome;

export const eventsQuery = (id: string, shown: Shown) =>
  infiniteQueryOptions({
    queryKey: ['channels', id, 'events', shown],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ limit: '25' });
      if (shown !== 'all') asked.set('outcome', shown);
      if (pageParam) asked.set('cursor', pageParam);
      return get<Page<WebhookEvent>>(`/channels/${id}/webhook-events?${asked}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
    gcTime: 0,
  });

/** Puts what the desk answered wherever the channel is shown. */
export function keepChannel(queries: QueryClient, channel: Channel): void {
  queries.setQueryData(channelQuery(channel.id).queryKey, channel);
  queries.setQueryData(channelsQuery.queryKey, (now) => now && withRow(now, channel));
  void queries.invalidateQueries({ queryKey: workspaceQuery.queryKey });
}

const withRow = (rows: Channel[], channel: Channel): Channel[] =>
  rows.some(({ id }) => id === channel.id) ? rows.map((row) => (row.id === channel.id ? channel : row)) : [...rows, channel];
