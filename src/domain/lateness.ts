import { SYSTEM } from './events';
import { record } from './record';
import type { Instant, Ticket } from './ticket';
import type { Step } from './transitions';

const NAME = 'delivery_late ';

/** Messages of a ticket that wait too long to be sent. */
export interface Late {
  /** Id of the one that goes last, which may be an older one that is sent again: when that has left the queue, all have. */
  readonly last: string;
  readonly messages: number;
  readonly queuedAt: Instant;
  /** The setting, as it stands there. */
  readonly queuedAlarmAfter: string | null;
  /** Why the oldest of them waits; null = nothing has refused it. */
  readonly why: string | null;
  readonly providerCode: string | null;
}

/** The ticket of which it was said that its messages wait too long: it changes nothing else about it. */
export function sayLate(ticket: Ticket, { last, ...facts }: Late, at: Instant): Step {
  return record(ticket, {
    type: 'decided',
    cause: 'delivery_late',
    actor: SYSTEM,
    at,
    decision: { rule: 'delivery_late', facts },
    patch: { told: [...others(ticket), `${NAME}${last}`] },
  });
}

/** What waited has left the queue; null where nothing was said of it. */
export function sayFlows(ticket: Ticket, messageId: string, at: Instant): Step | null {
  if (!ticket.told?.includes(`${NAME}${messageId}`)) return null;
  return record(ticket, { type: 'decided', cause: 'delivery_flows', actor: SYSTEM, at, patch: { told: others(ticket) } });
}

const others = ({ told }: Ticket): string[] => (told ?? []).filter((entry) => !entry.startsWith(NAME));
