import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { readAhead } from '../live/messages';
import { ticketNow } from '../live/tickets';
import { eventsQuery } from '../thread/use-events';

/** Whoever passes over a row does not mean it; whoever rests on it does. */
const REST = 80;

/** Reads the conversation of the row that the pointer or the arrows rest on, so that it opens at once. */
export function useAhead(): (ticketId: string | undefined) => void {
  const queries = useQueryClient();
  const resting = useRef<{ readonly id: string | undefined; readonly timer: ReturnType<typeof setTimeout> } | null>(null);
  useEffect(() => () => clearTimeout(resting.current?.timer), []);
  return (id) => {
    if (resting.current?.id === id) return;
    clearTimeout(resting.current?.timer);
    resting.current = { id, timer: setTimeout(() => readTicket(id, queries), REST) };
  };
}

/** The open conversation comes first. */
const AFTER_OPEN = 50;

/** Reads what the keys for the next and the previous ticket would open. */
export function useNeighboursAhead(next: string | undefined, previous: string | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    const timer = setTimeout(() => {
      readTicket(next, queries);
      readTicket(previous, queries);
    }, AFTER_OPEN);
    return () => clearTimeout(timer);
  }, [next, previous, queries]);
}

function readTicket(id: string | undefined, queries: QueryClient): void {
  const ticket = id === undefined ? undefined : ticketNow(id);
  if (!ticket) return;
  readAhead(ticket.chatId);
  void queries.prefetchQuery(eventsQuery(ticket.id));
}
