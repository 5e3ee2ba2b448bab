import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get } from '../api/ask';
import type { Counts, Status } from '../api/types';
import { useWords } from '../words';
import { paramsOf, valuesOf } from './list-query';
import { UnreadFilter } from './unread-filter';
import { useAddress, useNarrow } from './use-address';

const STATUSES = ['pending', 'active', 'proactive', 'in_progress', 'idle', 'closed'] as const satisfies readonly Status[];

/** On a phone one chip a status, with how many there are: one press narrows, another widens again. */
export function PhoneChips() {
  const { inbox, common } = useWords();
  const { search, own = {} } = useAddress();
  const narrow = useNarrow();
  const counts = useStatusCounts(paramsOf({ ...own, sort: undefined }));
  const all = STATUSES.reduce((sum, status) => sum + (counts?.[status] ?? 0), 0);
  const possible = STATUSES.filter((status) => !own.status || valuesOf(own.status).includes(status));
  const shown = possible.length < 2 ? [] : possible.filter((status) => counts?.[status] || search.status === status);
  return (
    <div className="scroller">
      <Chip on={search.status === undefined} word={inbox.all} count={all} onPress={() => narrow({ status: undefined })} />
      <UnreadFilter />
      {shown.map((status) => (
        <Chip
          key={status}
          on={search.status === status}
          word={common.statuses[status]}
          count={counts?.[status] ?? 0}
          onPress={() => narrow({ status: search.status === status ? undefined : status })}
        />
      ))}
    </div>
  );
}

interface ChipProps {
  readonly on: boolean;
  readonly word: string;
  readonly count: number;
  readonly onPress: () => void;
}

function Chip({ on, word, count, onPress }: ChipProps) {
  return (
    <button type="button" className={`chip ${on ? 'on' : ''}`} aria-pressed={on} onClick={onPress}>
      {word} {count === 0 ? '' : count > 999 ? '999+' : count}
    </button>
  );
}

/** Counted again every ten seconds: a chip is a way, not a clock. */
function useStatusCounts(params: string): Counts['byStatus'] | undefined {
  return useQuery({
    queryKey: ['list-counts', params],
    queryFn: ({ signal }) => get<Counts>(`/tickets/counts?${params}`, signal),
    refetchInterval: 10_000,
    placeholderData: keepPreviousData,
  }).data?.byStatus;
}
