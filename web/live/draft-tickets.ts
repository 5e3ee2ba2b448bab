import { useCallback, useSyncExternalStore } from 'react';
import { get } from '../api/ask';
import { onReturn } from './link';

/** In which tickets this person has begun to write, on whatever machine. */
let tickets: ReadonlySet<string> = new Set();
let asked = false;
const CALM = 1_000;
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
  ask();
  return () => watchers.delete(wake);
}

/** Once, when there is nothing more urgent to read. */
function ask(): void {
  if (asked) return;
  asked = true;
  setTimeout(() => void readAll(), CALM);
  onReturn(() => void readAll());
}

async function readAll(): Promise<void> {
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
