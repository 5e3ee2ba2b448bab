import type { ListSearch } from '../app/list-search';

/** What the address says of the board. `column`: the one that a phone shows. */
export interface BoardSearch {
  readonly by?: 'status';
  readonly channel?: string;
  readonly assignee?: string;
  readonly column?: string;
}

const NAMES = ['channel', 'assignee', 'column'] as const;

export function readBoardSearch(search: Readonly<Record<string, unknown>>): BoardSearch {
  const read = NAMES.flatMap((name) => (search[name] === undefined || search[name] === '' ? [] : [[name, String(search[name])]]));
  return { ...Object.fromEntries(read), ...(search.by === 'status' ? { by: 'status' } : {}) };
}

/** The part of it that narrows every column. */
export const filterOf = ({ channel, assignee }: BoardSearch): ListSearch => ({
  ...(channel ? { channel } : {}),
  ...(assignee ? { assignee } : {}),
});
