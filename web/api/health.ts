import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ChannelHealthLineJson } from '../../src/http/schemas/channel-health';
import { onLive, onReturn } from '../live/link';
import { get } from './ask';
import type { Page } from './types';
import { useWorkspace } from './workspace';

/** How every channel is, in short. For admins. */
export const healthsQuery = queryOptions({
  queryKey: ['channel-health'],
  queryFn: async ({ signal }) => (await get<Page<ChannelHealthLineJson>>('/channel-health?limit=200', signal)).data,
  staleTime: 60_000,
});

/** How many channels are bad; 0 for who is no admin. Stays true by the live link. */
export function useBadChannels(): number {
  const queries = useQueryClient();
  const { me } = useWorkspace();
  const { data = [] } = useQuery({ ...healthsQuery, enabled: me.role === 'admin' });
  useEffect(() => {
    const again = () => void queries.invalidateQueries({ queryKey: healthsQuery.queryKey });
    const leave = [onLive('channel.health_changed', again), onReturn(again)];
    return () => {
      for (const go of leave) go();
    };
  }, [queries]);
  return data.filter(({ state }) => state === 'bad').length;
}
