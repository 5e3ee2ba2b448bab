import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ContactJson } from '../../src/http/schemas/contact';
import { get } from '../api/ask';
import type { Page, Ticket } from '../api/types';
import { putTickets } from '../live/tickets';
import { type Sought, soughtIn } from './sought';

const PAUSE = 150;
const MOST = 6;

export interface Found {
  readonly tickets: readonly Ticket[];
  readonly people: readonly ContactJson[];
}

/** Tickets and people for what is typed, asked for when the typing pauses. The former ones stay until the new ones are there. */
export function useFound(typed: string) {
  const sought = usePaused(typed);
  const query = useQuery({
    queryKey: ['found', sought?.q ?? ''],
    queryFn: ({ signal }) => find(sought as Sought, signal),
    enabled: sought !== null,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  return {
    ...query,
    data: soughtIn(typed) === null ? undefined : query.data,
    looking: query.isFetching || sought?.q !== soughtIn(typed)?.q,
  };
}

function usePaused(typed: string): Sought | null {
  const [paused, pause] = useState<Sought | null>(() => soughtIn(typed));
  useEffect(() => {
    const timer = setTimeout(() => pause(soughtIn(typed)), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return paused;
}

async function find({ q }: Sought, signal: AbortSignal): Promise<Found> {
  const query = `?q=${encodeURIComponent(q)}&limit=${MOST}`;
  const none: Page<ContactJson> = { data: [], nextCursor: null };
  const [tickets, people] = await Promise.all([
    get<Page<Ticket>>(`/tickets${query}`, signal),
    q.startsWith('#') ? none : get<Page<ContactJson>>(`/contacts${query}`, signal),
  ]);
  putTickets(tickets.data);
  return { tickets: tickets.data, people: people.data };
}
