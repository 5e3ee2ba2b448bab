import type { TicketEvent } from '../../domain/events';
import type { Reads } from '../../ports/store';
import type { EventJson } from '../schemas/message';
import { type Named, namesOf } from './names';
import { iso } from './time';

export async function eventsJson(reads: Pick<Reads, 'agentsByIds'>, events: readonly TicketEvent[]): Promise<EventJson[]> {
  const nameOf = await namesOf(
    reads,
    events.flatMap(({ assignee }) => [assignee?.from, assignee?.to]),
  );
  return events.map((event) => eventJson(event, nameOf));
}

function eventJson(event: TicketEvent, nameOf: (id: string | null) => Named | null): EventJson {
  const { seq, type, cause, actor, status, stage, assignee, decision } = event;
  return {
    seq,
    type,
    cause,
    actor: { kind: actor.kind, id: actor.id, name: actor.name },
    at: iso(event.at),
    from: status?.from ?? null,
    to: status?.to ?? null,
    status,
    stage,
    assignee: assignee && { from: nameOf(assignee.from), to: nameOf(assignee.to) },
    decision: decision && ({ ...decision, facts: withIso(decision.facts) } as EventJson['decision']),
    data: event.data && withIso(event.data),
  };
}

const INSTANTS = /(?:At|[sS]ince|From|[uU]ntil)$/;

/** Facts as people's programs read them: what is named like a moment, and is a number, in ISO 8601. */
export function withIso(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, INSTANTS.test(name) && typeof value === 'number' ? iso(value) : value]),
  );
}
