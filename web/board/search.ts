import type { ListSearch } from '../app/list-search';
import { deskNow } from '../live/link';

/** What the address says of the board. `column`: the one that a phone shows. */
export interface BoardSearch {
  readonly by?: 'status';
  readonly channel?: string;
  readonly team?: string;
  readonly assignee?: string;
  readonly column?: string;
  /** The moment that is looked at, as ISO text; without it the board is live. */
  readonly at?: string;
  /** Of a past moment: the ticket that is looked at. */
  readonly ticket?: string;
}

const NAMES = ['channel', 'team', 'assignee', 'column'] as const;

export function readBoardSearch(search: Readonly<Record<string, unknown>>): BoardSearch {
  const read = NAMES.flatMap((name) => (search[name] === undefined || search[name] === '' ? [] : [[name, String(search[name])]]));
  const at = readMoment(search.at);
  return {
    ...Object.fromEntries(read),
    ...(search.by === 'status' ? { by: 'status' } : {}),
    ...(at === null ? {} : { at: new Date(at).toISOString() }),
    ...(at === null || typeof search.ticket !== 'string' ? {} : { ticket: search.ticket }),
  };
}

/** Milliseconds; null for what is no moment of the past that a desk could know. */
function readMoment(at: unknown): number | null {
  const read = typeof at === 'string' && /^\d{4}-\d\d-\d\dT/.test(at) ? Date.parse(at) : Number.NaN;
  return read > 0 && read < deskNow() ? read : null;
}

export const momentOf = ({ at }: BoardSearch): number | null => (at === undefined ? null : Date.parse(at));

/** The same board with a ticket to be looked at; null = none. */
export const withTicket = ({ ticket: _, ...rest }: BoardSearch, ticket: string | null): BoardSearch =>
  ticket === null ? rest : { ...rest, ticket };

/** The same board at another moment; null = live. */
export const withMoment = ({ at: _, ticket: __, ...rest }: BoardSearch, at: number | null): BoardSearch =>
  at === null ? rest : { ...rest, at: new Date(at).toISOString() };

/** The part of it that narrows every column. */
export const filterOf = ({ channel, team, assignee }: BoardSearch): ListSearch => ({
  ...(channel ? { channel } : {}),
  ...(team ? { team } : {}),
  ...(assignee ? { assignee } : {}),
});
