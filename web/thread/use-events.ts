import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { get } from '../api/ask';
import type { Page, Ticket, TicketEvent } from '../api/types';
import { onTicketChange, putTickets, useTicket } from '../live/tickets';

const MOST = 200;
const PAGES = 10;

async function everyEvent(ticketId: string, signal: AbortSignal): Promise<TicketEvent[]> {
  const all: TicketEvent[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { data, nextCursor }: Page<TicketEvent> = await get(`/tickets/${ticketId}/events?limit=${MOST}${query}`, signal);
    all.push(...data);
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  return all;
}

/** Everything that happened to a ticket, oldest first. */
export const eventsQuery = (ticketId: string) =>
  queryOptions({
    queryKey: ['events', ticketId],
    queryFn: ({ signal }) => everyEvent(ticketId, signal),
    staleTime: 60_000,
  });

const REST = 300;

/** The events of the ticket on the screen; read anew when the ticket changes, however often, at most every 0.3 s. */
export function useEvents(ticketId: string) {
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const read = () => {
      timer = null;
      void queries.invalidateQueries({ queryKey: ['events', ticketId] });
    };
    const unhear = onTicketChange((_now, _before, id) => {
      if (id === ticketId) timer ??= setTimeout(read, REST);
    });
    return () => {
      unhear();
      if (timer !== null) clearTimeout(timer);
    };
  }, [queries, ticketId]);
  return useQuery(eventsQuery(ticketId));
}

/** A ticket that may not be in any list here; null when this agent may not see it. */
export function useAnyTicket(ticketId: string): Ticket | null | undefined {
  const known = useTicket(ticketId);
  const { data, isError } = useQuery({
    queryKey: ['ticket', ticketId],
    queryFn: async ({ signal }) => {
      const ticket = await get<Ticket>(`/tickets/${ticketId}`, signal);
      putTickets([ticket]);
      return ticket;
    },
    enabled: known === undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return known ?? data ?? (isError ? null : undefined);
}
