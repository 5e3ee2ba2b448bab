import { useWorkspace } from '../api/workspace';
import type { ListSearch } from '../app/list-search';
import { StatusPill } from '../parts/status-pill';
import { useLanguage, useWords } from '../words';
import { useCountsOf } from './use-count';

const OPEN = ['pending', 'active', 'proactive', 'in_progress', 'idle'] as const;

/** How many are open under these filters, and how they stand. */
export function Sum({ filter }: { readonly filter: ListSearch }) {
  const { board } = useWords();
  const { language } = useLanguage();
  const { me } = useWorkspace();
  const counts = useCountsOf(filter, me.id);
  if (!counts) return <div className="sum" />;
  return (
    <div className="sum">
      <span>
        <b>{counts.open.toLocaleString(language)}</b> {board.openTickets(counts.open)}
      </span>
      {OPEN.map((status) => (
        <span key={status} className="row">
          <StatusPill status={status} />
          <b>{counts.byStatus[status].toLocaleString(language)}</b>
        </span>
      ))}
    </div>
  );
}
