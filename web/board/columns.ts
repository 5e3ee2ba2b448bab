import type { Stage, Status } from '../api/types';
import type { ListSearch } from '../app/list-search';

/** One column: a stage in which cards can be put, or a status, which the desk keeps. */
export type Column =
  | { readonly key: string; readonly kind: 'stage'; readonly stage: Stage; readonly query: ListSearch; readonly ended: boolean }
  | { readonly key: Status; readonly kind: 'status'; readonly status: Status; readonly query: ListSearch; readonly ended: boolean };

const STATUSES = ['pending', 'active', 'proactive', 'in_progress', 'idle', 'closed'] as const;
const ENDED: readonly string[] = ['closed', 'auto_closed'];
const sort = '-lastMessageAt';

/** The columns of the board under these filters. `ended` ones grow for ever: their older cards come when asked for. */
export function columnsOf(by: 'stage' | 'status', stages: readonly Stage[], filter: ListSearch): readonly Column[] {
  if (by === 'status')
    return STATUSES.map((status) => ({
      key: status,
      kind: 'status',
      status,
      query: { ...filter, status, sort },
      ended: status === 'closed',
    }));
  return stages.map((stage) => ({
    key: stage.key,
    kind: 'stage',
    stage,
    query: { ...filter, stage: stage.key, sort },
    ended: ENDED.includes(stage.key),
  }));
}
