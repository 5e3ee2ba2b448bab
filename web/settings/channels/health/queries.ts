import { queryOptions } from '@tanstack/react-query';
import type { ChannelHealthJson } from '../../../../src/http/schemas/channel-health';
import { get } from '../../../api/ask';

export type Health = ChannelHealthJson;
export type Problem = Health['problems'][number];
export type Facts = Health['facts'];

/** Facts move all the time; what was judged is told by the live link. */
const LOOKS_EACH = 15_000;

export const healthQuery = (id: string) =>
  queryOptions({
    queryKey: ['channels', id, 'health'],
    queryFn: ({ signal }) => get<Health>(`/channels/${id}/health`, signal),
    refetchInterval: LOOKS_EACH,
    staleTime: 0,
  });
