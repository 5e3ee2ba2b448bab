import { useEffect, useState } from 'react';
import type { Ticket } from '../api/types';
import { useWorkspace } from '../api/workspace';
import { useSendingChannel } from './channel';
import { type Standing, standingOf } from './standing';

/** Changes at the moment at which the window does. */
export function useStanding(ticket: Ticket): Standing {
  const channel = useSendingChannel(ticket.channel.id);
  const { me } = useWorkspace();
  const standing = standingOf({ ticket, channel, me, now: Date.now() });
  useDrawnAt(standing.kind === 'free' ? standing.closesAt : null);
  return standing;
}

/** What a browser's timer takes at most. */
const LONGEST = 2 ** 31 - 1;

function useDrawnAt(at: number | null): void {
  const [, draw] = useState(0);
  useEffect(() => {
    if (at === null) return;
    const timer = setTimeout(() => draw((times) => times + 1), Math.min(LONGEST, Math.max(0, at - Date.now()) + 20));
    return () => clearTimeout(timer);
  }, [at]);
}
