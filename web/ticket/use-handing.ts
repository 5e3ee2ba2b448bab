import type { Ticket } from '../api/types';
import type { Workspace } from '../api/workspace-shape';
import { useWords } from '../words';
import { useTimes } from '../words/times';

/** Why an agent can't be given this ticket now, in words; null when they can. */
export function useHanding({ assignee }: Ticket): (agent: Workspace['agents'][number]) => string | null {
  const { ticket, common } = useWords();
  const times = useTimes();
  return ({ id, presence, presenceSince }) => {
    if (id === assignee?.id) return ticket.transfer.hasIt;
    if (presence === 'online') return null;
    const since = times.sameDay(presenceSince, Date.now()) ? times.clock(presenceSince) : null;
    return ticket.transfer.notOnline(common.presences[presence], since);
  };
}
