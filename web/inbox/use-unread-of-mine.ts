import { useEffect, useSyncExternalStore } from 'react';
import { get } from '../api/ask';
import type { Page, Ticket } from '../api/types';
import { onReturn, watch } from '../live/link';
import { onTicketChange, putTickets } from '../live/tickets';

const OPEN = ['pending', 'active', 'proactive', 'in_progress', 'idle'];
const unread = new Set<string>();
const watchers = new Set<() => void>();

const join = (wake: () => void) => {
  watchers.add(wake);
  return () => watchers.delete(wake);
};

function read(): void {
  get<Page<Ticket>>(`/tickets?assignee=me&unread=true&status=${OPEN.join(',')}&limit=200`).then(
    ({ data }) => putTickets(data),
    () => undefined,
  );
}

/** How many of my open tickets hold something that nobody has read; kept live. */
export function useUnreadOfMine(me: string): number {
  useEffect(() => {
    const ends = [
      watch({ lists: [{ assignee: ['me'], status: OPEN }] }),
      onReturn(read),
      onTicketChange((ticket, _, id) => {
        const before = unread.size;
        if (ticket && ticket.assignee?.id === me && ticket.status !== 'closed' && ticket.unread > 0) unread.add(id);
        else unread.delete(id);
        if (unread.size !== before) for (const wake of watchers) wake();
      }),
    ];
    read();
    return () => {
      unread.clear();
      for (const end of ends) end();
    };
  }, [me]);
  return useSyncExternalStore(join, () => unread.size);
}
