import type { Ticket } from '../api/types';
import { useWorkspace } from '../api/workspace';
import { useDrawnAt } from '../parts/use-drawn-at';
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
