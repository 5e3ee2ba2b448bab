import { SYSTEM } from './events';
import { record } from './record';
import type { Instant, Ticket } from './ticket';
import type { Step } from './transitions';

const NAME = 'delivery_late ';

/** Messages of a ticket that wait too long to be sent. */
export interface Late {
  /** `seq` of the newest of them: when that has left the queue, all have. */
  readonly seq: number;
  readonly messages: number;
  readonly queuedAt: Instant;
  /** The setting, as it stands there. */
  readonly queuedAlarmAfter: string | null;
  /** Why the oldest of them waits; null = nothing has refused it. */
  readonly why: string | null;
  readonly providerCode: string | null;
}

/** The ticket of which it was said that its messages wait too long: it changes nothing else about it. */
export function sayLate(ticket: Ticket, { seq, ...facts }: Late, at: Instant): Step {
  return record(ticket, {
    type: 'decided',
    cause: 'delivery_late',
    actor: SYSTEM,
    at,
    decision: { rule: 'delivery_late', facts },
    patch: { told: [...others(ticket), `${NAME}${seq}`] },
  });
}

/** What waited has left the queue; null where nothing was said of it. */
export function sayFlows(ticket: Ticket, seq: number, at: Instant): Step | null {
  const newest = lateUpTo(ticket);
  if (newest === null || seq < newest) return null;
  return record(ticket, { type: 'decided', cause: 'delivery_flows', actor: SYSTEM, at, patch: { told: others(ticket) } });
}

const others = ({ told }: Ticket): string[] => (told ?? []).filter((entry) => !entry.startsWith(NAME));

/** `seq` of the newest message that waits too long; null while none is known to. */
function lateUpTo({ told }: Pick<Ticket, 'told'>): number | null {
  const entry = told?.find((one) => one.startsWith(NAME));
  return entry === undefined ? null : Number(entry.slice(NAME.length));
}
