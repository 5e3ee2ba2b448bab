import { useCallback, useSyncExternalStore } from 'react';
import { get } from '../api/ask';

/** In which tickets this person has begun to write, on whatever machine. */
let tickets: ReadonlySet<string> = new Set();
let asked = false;
const watchers = new Set<() => void>();

function become(next: ReadonlySet<string>): void {
  tickets = next;
  for (const wake of watchers) wake();
}

export function putDraftTicket(id: string, has: boolean): void {
  if (tickets.has(id) === has) return;
  const next = new Set(tickets);
  if (has) next.add(id);
  else next.delete(id);
  become(next);
}

function join(wake: () => void): () => void {
  watchers.add(wake);
  if (!asked) void readAll();
  return () => watchers.delete(wake);
}

async function readAll(): Promise<void> {
  asked = true;
  // Rows say it when they know it: without an answer they say nothing.
  const { ticketIds } = await get<{ readonly ticketIds: readonly string[] }>('/me/drafts').catch(() => ({ ticketIds: [] }));
  become(new Set([...tickets, ...ticketIds]));
}

export function useHasDraft(id: string): boolean {
  return useSyncExternalStore(
    join,
    useCallback(() => tickets.has(id), [id]),
  );
}
