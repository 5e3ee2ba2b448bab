import { useQueryClient } from '@tanstack/react-query';
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
    const read = () => {
      const ticket = id === undefined ? undefined : ticketNow(id);
      if (!ticket) return;
      readAhead(ticket.chatId);
      void queries.prefetchQuery(eventsQuery(ticket.id));
    };
    resting.current = { id, timer: setTimeout(read, REST) };
  };
}
