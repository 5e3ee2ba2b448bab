import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { onFirst, onLive, onReturn, say } from './link';

/** Somebody else who looks at the open ticket. */
export interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly typing: 'reply' | 'note' | null;
}

/** While somebody types, the desk is told so again after so long; when nothing was typed for so long, that it is over. */
const BEAT = 3_000;
const PAUSE = 4_000;
/** Customers' pages say it again every few seconds. */
const CUSTOMER_LAPSE = 6_000;
const NOBODY: readonly Viewer[] = [];

let place: string | null = null;
let typing: 'reply' | 'note' | null = null;
let beatAt = 0;
let pause: ReturnType<typeof setTimeout> | undefined;
let others = NOBODY;
let customerTypes = false;
let customerPause: ReturnType<typeof setTimeout> | undefined;
const watchers = new Set<() => void>();

function know(viewers: readonly Viewer[]): void {
  others = viewers;
  for (const wake of watchers) wake();
}

function customerTyped(now: boolean): void {
  clearTimeout(customerPause);
  if (now) customerPause = setTimeout(() => customerTyped(false), CUSTOMER_LAPSE);
  if (customerTypes === now) return;
  customerTypes = now;
  for (const wake of watchers) wake();
}

/** A page that nobody sees looks at nothing. */
function tell(): void {
  beatAt = Date.now();
  say('here', { ticketId: document.hidden ? null : place, typing: typing !== null, note: typing === 'note' });
}

function come(ticketId: string | null): void {
  if (place === ticketId) return;
  place = ticketId;
  typing = null;
  know(NOBODY);
  customerTyped(false);
  tell();
}

/** Something was typed in the open ticket; null: it was sent, or is no more. */
export function typed(mode: 'reply' | 'note' | null): void {
  clearTimeout(pause);
  if (mode !== null) pause = setTimeout(() => typed(null), PAUSE);
  if (mode === typing && (mode === null || Date.now() - beatAt < BEAT)) return;
  typing = mode;
  tell();
}

const join = (wake: () => void) => {
  watchers.add(wake);
  return () => watchers.delete(wake);
};

/** The others who look at this ticket, told by the live link while it is the open one. */
export function useViewers(ticketId: string): readonly Viewer[] {
  return useSyncExternalStore(
    join,
    useCallback(() => (ticketId === place ? others : NOBODY), [ticketId]),
  );
}

/** Whether its customer writes just now, where their network tells. */
export function useCustomerTyping(ticketId: string): boolean {
  return useSyncExternalStore(
    join,
    useCallback(() => ticketId === place && customerTypes, [ticketId]),
  );
}

/** The desk knows that this ticket is on the screen; once on a page. */
export function useHere(ticketId: string | undefined): void {
  useEffect(() => come(ticketId ?? null), [ticketId]);
  useEffect(() => {
    const ends = [
      onLive<{ readonly ticketId: string; readonly viewers: readonly Viewer[] }>('ticket.viewers', (told) => {
        if (told.ticketId === place) know(told.viewers);
      }),
      onLive<{ readonly ticketId: string }>('ticket.customer_typing', (told) => {
        if (told.ticketId === place) customerTyped(true);
      }),
      onLive<{ readonly ticketId: string | null; readonly direction: string }>('message.created', (told) => {
        if (told.ticketId === place && told.direction === 'in') customerTyped(false);
      }),
      onFirst(tell),
      onReturn(tell),
    ];
    document.addEventListener('visibilitychange', tell);
    return () => {
      for (const end of ends) end();
      document.removeEventListener('visibilitychange', tell);
      come(null);
    };
  }, []);
}
