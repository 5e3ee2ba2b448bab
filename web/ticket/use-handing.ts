import { presenceSince } from '../api/presence';
import type { Ticket } from '../api/types';
import type { Workspace } from '../api/workspace-shape';
import { useWords } from '../words';
import { useTimes } from '../words/times';

/** Why an agent can't be given this ticket now, in words; null when they can. */
export function useHanding({ assignee }: Ticket): (agent: Workspace['agents'][number]) => string | null {
  const { ticket, common } = useWords();
  const times = useTimes();
  return ({ id, presence }) => {
    if (id === assignee?.id) return ticket.transfer.hasIt;
    const since = presenceSince(id);
    return presence === 'online' ? null : ticket.transfer.notOnline(common.presences[presence], since && times.clock(since));
  };
}
