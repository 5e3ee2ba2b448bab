import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onLive, onReturn } from '../live/link';

/** How long changes are gathered before what stands now is read anew. */
const GATHER = 3_000;

/** Keeps what stands now true while it is looked at. */
export function useNow(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queries.invalidateQueries({ queryKey: ['analytics', 'now'] });
      }, GATHER);
    };
    const ends = [onLive('tickets.counts', again), onReturn(again)];
    return () => {
      clearTimeout(timer);
      for (const end of ends) end();
    };
  }, [queries]);
}
