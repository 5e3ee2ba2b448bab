import { useQuery } from '@tanstack/react-query';
import { loadsQuery } from '../api/loads';
import type { Workspace } from '../api/workspace-shape';
import { useWords } from '../words';

/** What stands behind a colleague's name: how much they have to do, and until that is known how they are. */
export function useEnd(): (agent: Workspace['agents'][number]) => string {
  const { ticket, common } = useWords();
  const loads = useQuery(loadsQuery).data;
  return ({ id, presence }) => {
    const known = presence === 'online' ? loads?.get(id) : undefined;
    return known ? ticket.transfer.load(known.load, known.capacity) : common.presences[presence].toLowerCase();
  };
}
