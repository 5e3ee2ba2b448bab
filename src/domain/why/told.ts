import type { TicketEvent } from '../events';
import type { Instant } from '../ticket';
import { lasting } from './times';

/** What the sentences may name. */
export interface Around {
  readonly customer: string;
  readonly moment: (at: Instant, beside?: Instant) => string;
  /** Null for nobody, and for whom nobody knows any more. */
  readonly nameOf: (agentId: string | null | undefined) => string | null;
  readonly stageOf: (key: string | null | undefined) => string;
}

/** One event with everything that its sentence may say. */
export interface Told {
  readonly event: TicketEvent;
  readonly customer: string;
  /** Who acted, when it was a person. */
  readonly by: string | null;
  readonly to: string | null;
  readonly from: string | null;
  readonly stage: string;
  fact(name: string): unknown;
  data(name: string): unknown;
  /** A fact that is a moment, in words; empty when there is none. */
  time(name: string): string;
  /** A fact that is a duration, in words; empty when there is none. */
  lasting(name: string): string;
  /** How long before this event the moment was. */
  since(name: string): string;
  nameOf(agentId: unknown): string;
}

export function toldOf(event: TicketEvent, around: Around): Told {
  const fact = (name: string): unknown => event.decision?.facts[name];
  const moment = (value: unknown): Instant | null => (typeof value === 'number' && value > 0 ? value : null);
  return {
    event,
    customer: around.customer,
    by: event.actor.kind === 'agent' || event.actor.kind === 'admin' ? event.actor.name : null,
    to: around.nameOf(event.assignee?.to),
    from: around.nameOf(event.assignee?.from),
    stage: around.stageOf(event.stage?.to),
    fact,
    data: (name) => event.data?.[name],
    time: (name) => {
      const at = moment(fact(name));
      return at === null ? '' : around.moment(at, event.at);
    },
    lasting: (name) => {
      const value = fact(name);
      return typeof value === 'string' ? lasting(value) : '';
    },
    since: (name) => {
      const at = moment(fact(name));
      return at === null ? '' : lasting(event.at - at);
    },
    nameOf: (agentId) => around.nameOf(agentId as string | null) ?? 'somebody',
  };
}
