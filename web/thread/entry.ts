import type { Message, TicketEvent } from '../api/types';

/** One line of a thread, top to bottom. `key` stays the same while the thread grows. */
export type Entry =
  | { readonly kind: 'day'; readonly key: string; readonly at: string; readonly imported: boolean }
  | { readonly kind: 'message'; readonly key: string; readonly message: Message; readonly first: boolean; readonly last: boolean }
  | { readonly kind: 'fold'; readonly key: string; readonly messages: readonly Message[]; readonly open: boolean }
  | { readonly kind: 'event'; readonly key: string; readonly events: readonly TicketEvent[] }
  | { readonly kind: 'ticket'; readonly key: string; readonly ticketId: string; readonly where: 'before' | 'after' };

/** A line with the moment at which it stands. */
export interface Line {
  readonly at: string;
  readonly ticketId: string | null;
  readonly entry: Entry;
}

export const messageLine = (message: Message): Line => ({
  at: message.sentAt,
  ticketId: message.ticketId,
  entry: { kind: 'message', key: message.id, message, first: true, last: true },
});
