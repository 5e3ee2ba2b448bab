import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Channel } from '../../api/types';
import { onLive, onReturn } from '../../live/link';
import { channelsQuery } from './queries';

/** Reads the channels anew when the desk says that one is doing otherwise, and after a gap. */
export function useStates(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const again = () => void queries.invalidateQueries({ queryKey: channelsQuery.queryKey });
    const leave = [onLive<Pick<Channel, 'id' | 'state'>>('channel.state_changed', again), onReturn(again)];
    return () => {
      for (const go of leave) go();
    };
  }, [queries]);
}
