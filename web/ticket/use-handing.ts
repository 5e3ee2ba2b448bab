import type { Ticket } from '../api/types';
import type { Workspace } from '../api/workspace-shape';
import { useWords } from '../words';

/** Why an agent can't be given this ticket now, in words; null when they can. */
export function useHanding({ assignee }: Ticket): (agent: Workspace['agents'][number]) => string | null {
  const { ticket, common } = useWords();
  return ({ id, presence }) => {
    if (id === assignee?.id) return ticket.transfer.hasIt;
    return presence === 'online' ? null : ticket.transfer.notOnline(common.presences[presence]);
  };
}
