import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { get } from '../api/ask';
import type { Message, Page, Ticket } from '../api/types';
import { onLive, watch } from '../live/link';
import { putTickets } from '../live/tickets';

interface Found {
  readonly ids: readonly string[];
  /** There are earlier ones. */
  readonly more: boolean;
}

const MESSAGES = 200;
const PAGES = 5;

/** The newest ticket of a chat: its messages know it. */
async function newestOf(chatId: string, signal: AbortSignal): Promise<string | null> {
  let cursor: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const from: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { data, nextCursor }: Page<Message> = await get(`/chats/${chatId}/messages?limit=${MESSAGES}${from}`, signal);
    const found = data.find(({ ticketId }) => ticketId !== null)?.ticketId;
    if (found || nextCursor === null) return found ?? null;
    cursor = nextCursor;
  }
  return null;
}

/** From there back, each ticket knows the one before it. */
async function chain(chatId: string, most: number, signal: AbortSignal): Promise<readonly Ticket[]> {
  const tickets: Ticket[] = [];
  let next = await newestOf(chatId, signal);
  while (next !== null && tickets.length < most) {
    const ticket: Ticket | null = await get<Ticket>(`/tickets/${next}`, signal).catch(() => null);
    if (ticket) tickets.push(ticket);
    next = ticket?.previousTicketId ?? null;
  }
  return tickets;
}

/** The newest tickets of these chats, newest first; heard of live. */
export function useTicketsOf(chatIds: readonly string[], most: number) {
  const queries = useQueryClient();
  const key = chatIds.join(' ');
  const found = useQuery({
    queryKey: ['tickets-of', key, most],
    queryFn: async ({ signal }): Promise<Found> => {
      const chains = await Promise.all(chatIds.map((chatId) => chain(chatId, most, signal)));
      const tickets = chains.flat().sort((one, other) => other.number - one.number);
      putTickets(tickets);
      const shown = tickets.slice(0, most);
      return { ids: shown.map(({ id }) => id), more: tickets.length > most || chains.some((one) => one.at(-1)?.previousTicketId != null) };
    },
    placeholderData: (former) => former,
  });
  const ids = found.data?.ids.join(' ') ?? '';
  useEffect(() => {
    const chats = key === '' ? [] : key.split(' ');
    const ends = [
      watch({ tickets: ids === '' ? [] : ids.split(' '), chats }),
      onLive<Message>('message.created', ({ chatId, ticketId }) => {
        if (ticketId === null || !chats.includes(chatId) || ids.includes(ticketId)) return;
        void queries.invalidateQueries({ queryKey: ['tickets-of', key] });
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [queries, key, ids]);
  return found;
}
