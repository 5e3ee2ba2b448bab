import type { Status, TicketEvent } from '../api/types';

/** Since when a ticket has its status, by its events; null while they do not know of this status yet. */
export function statusSince(events: readonly TicketEvent[], status: Status): string | null {
  const last = events.findLast(({ to }) => to !== null);
  return last?.to === status ? last.at : null;
}
