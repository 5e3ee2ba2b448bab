import { useSyncExternalStore } from 'react';
import type { Ticket } from '../api/types';
import { onLive } from './link';
import { soon } from './soon';

type Hear = (now: Ticket | null, before: Ticket | null, id: string) => void;

const known = new Map<string, Ticket>();
const watchers = new Map<string, Set<() => void>>();
const listeners = new Set<Hear>();

/** Keeps what was read or heard; an older version than the one we have changes nothing. */
export function putTickets(tickets: readonly Ticket[]): void {
  for (const ticket of tickets) put(ticket);
}

function put(ticket: Ticket): void {
  const before = known.get(ticket.id) ?? null;
  if (before && before.version > ticket.version) return;
  known.set(ticket.id, ticket);
  tell(ticket.id, ticket, before);
}

/** Out of this agent's sight, or deleted. */
export function dropTicket(id: string): void {
  const before = known.get(id);
  if (!before) return;
  known.delete(id);
  tell(id, null, before);
}

function tell(id: string, now: Ticket | null, before: Ticket | null): void {
  for (const wake of watchers.get(id) ?? []) wake();
  for (const hear of listeners) hear(now, before, id);
}

/** Told of every change of any ticket. */
export function onTicketChange(hear: Hear): () => void {
  listeners.add(hear);
  return () => listeners.delete(hear);
}

export const ticketNow = (id: string): Ticket | undefined => known.get(id);

/** One ticket as it is now; only who shows this one is drawn again. */
export function useTicket(id: string): Ticket | undefined {
  return useSyncExternalStore(
    (wake) => {
      const set = watchers.get(id) ?? new Set();
      watchers.set(id, set.add(wake));
      return () => {
        set.delete(wake);
        if (set.size === 0) watchers.delete(id);
      };
    },
    () => known.get(id),
  );
}

type Told = Ticket | { readonly id: string; readonly gone: true };

let told = new Map<string, Told>();

/** What comes between two pictures is taken in together: one ticket is drawn once, however often it changed. */
function hear(one: Told): void {
  if (told.size === 0) soon(takeIn);
  const before = told.get(one.id);
  if (before && !('gone' in before) && !('gone' in one) && before.version > one.version) return;
  told.set(one.id, one);
}

function takeIn(): void {
  const all = [...told.values()];
  told = new Map();
  for (const one of all) {
    if ('gone' in one) dropTicket(one.id);
    else put(one);
  }
}

onLive<Told>('ticket.updated', hear);
