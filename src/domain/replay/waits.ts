import type { TicketEvent } from '../events';
import { rankOf } from '../figures/ranks';
import type { Stretch } from './record';

/** How long tickets waited for an agent, by the record. */
export function openWaits({ from, to }: Stretch) {
  const waits: number[] = [];
  return {
    add(events: readonly TicketEvent[]): void {
      const since = new Map<string, number>();
      for (const { ticketId, at, status } of events) {
        const began = since.get(ticketId);
        if (status?.to === 'active' && began !== undefined && at >= from && at < to) waits.push(at - began);
        if (status) since.delete(ticketId);
        if (status?.to === 'pending') since.set(ticketId, at);
      }
    },
    count: () => waits.length,
    /** 0 when none is known. */
    median: () => [...waits].sort((a, b) => a - b)[rankOf(0.5, waits.length)] ?? 0,
  };
}
