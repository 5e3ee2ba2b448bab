import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useSavedViews } from '../api/views';
import { useWorkspace } from '../api/workspace';
import type { ListSearch } from '../app/list-search';
import { narrowed, queryOfView } from './list-query';

const INBOX = '/desk/inbox/$view/{-$ticketId}';

interface Address {
  readonly view: string;
  readonly ticketId: string | undefined;
  /** What the address adds to its view. */
  readonly search: ListSearch;
  /** What the view asks for by itself; undefined when there is no such view. */
  readonly own: ListSearch | undefined;
  /** Both together. */
  readonly query: ListSearch;
}

/** What the address bar says of the inbox. */
export function useAddress(): Address {
  const { view, ticketId } = useParams({ from: INBOX });
  const search = useSearch({ from: INBOX });
  const saved = useSavedViews();
  const { stages } = useWorkspace();
  return useMemo(() => {
    const own = queryOfView(view, { saved, stages });
    return { view, ticketId, search, own, query: narrowed(own ?? {}, search) };
  }, [view, ticketId, search, saved, stages]);
}

/** Changes what the address says of the list; undefined takes a filter out. The open ticket stays open. */
export function useNarrow(): (change: { readonly [name in keyof ListSearch]?: ListSearch[name] | undefined }) => void {
  const go = useNavigate();
  return (change) =>
    void go({
      to: '.',
      search: (now: ListSearch) => Object.fromEntries(Object.entries({ ...now, ...change }).filter(([, value]) => value)) as ListSearch,
      replace: true,
    });
}
