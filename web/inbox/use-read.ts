import { useEffect, useSyncExternalStore } from 'react';
import { ask } from '../api/ask';
import { useUnseenMentions } from '../api/mentions';
import type { Ticket } from '../api/types';
import { putTickets, useTicket } from '../live/tickets';

const EVENTS = ['focus', 'blur', 'visibilitychange'] as const;

function join(wake: () => void): () => void {
  for (const name of EVENTS) addEventListener(name, wake, true);
  return () => {
    for (const name of EVENTS) removeEventListener(name, wake, true);
  };
}

const isLooking = (): boolean => document.visibilityState === 'visible' && document.hasFocus();

/** Somebody looks at the open ticket: what its customer wrote is read, and notes that name them are seen. */
export function useRead(ticketId: string | undefined): void {
  const looking = useSyncExternalStore(join, isLooking);
  const unread = useTicket(ticketId ?? '')?.unread ?? 0;
  const named = useUnseenMentions().filter((one) => one.ticketId === ticketId).length;
  useEffect(() => {
    if (!looking || unread + named === 0 || ticketId === undefined) return;
    // Not read is not lost: the next look tries again.
    ask<Ticket>('POST', `/tickets/${ticketId}/read`).then(
      (ticket) => putTickets([ticket]),
      () => undefined,
    );
  }, [looking, unread, named, ticketId]);
}
