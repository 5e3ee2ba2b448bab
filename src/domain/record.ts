import type { Actor, Decision, EventType } from './events';
import type { Ticket } from './ticket';
import type { Step } from './transitions';

/** What may change without a change of status; everything else is `move`'s. */
export type Recordable = Partial<
  Pick<
    Ticket,
    | 'stage'
    | 'stageBeforeSnooze'
    | 'snoozedUntil'
    | 'snoozeUntilReply'
    | 'assigneeId'
    | 'lastAssigneeId'
    | 'releasedFrom'
    | 'priority'
    | 'tags'
    | 'subject'
    | 'excludeFromClosing'
    | 'aliveSince'
    | 'reminded'
    | 'teamId'
    | 'fields'
    | 'confirmAskedAt'
    | 'confirmSentAt'
    | 'told'
  >
>;

export interface Recording {
  readonly type: EventType;
  readonly cause: string;
  readonly actor: Actor;
  readonly at: number;
  readonly patch?: Recordable;
  readonly decision?: Decision;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A change that is no transition, with its event. The status stays. */
export function record(ticket: Ticket, { type, cause, actor, at, patch = {}, decision, data }: Recording): Step {
  const stage = patch.stage ?? ticket.stage;
  const changed: Ticket = {
    ...ticket,
    ...patch,
    stageSince: stage === ticket.stage ? ticket.stageSince : at,
    eventSeq: ticket.eventSeq + 1,
    updatedAt: at,
  };
  const event = {
    ticketId: ticket.id,
    seq: changed.eventSeq,
    type,
    cause,
    row: null,
    actor,
    at,
    status: null,
    stage: stage === ticket.stage ? null : { from: ticket.stage, to: stage },
    assignee: changed.assigneeId === ticket.assigneeId ? null : { from: ticket.assigneeId, to: changed.assigneeId },
    decision: decision ?? null,
    data: data ?? null,
  };
  return { ticket: changed, events: [event] };
}

/** One step after another; a step that has nothing to do gives the ticket back with no events. */
export function inTurn(ticket: Ticket, ...steps: readonly ((ticket: Ticket) => Step)[]): Step {
  return steps.reduce<Step>(
    (done, step) => {
      const next = step(done.ticket);
      return { ticket: next.ticket, events: [...done.events, ...next.events] };
    },
    { ticket, events: [] },
  );
}

export const nothing = (ticket: Ticket): Step => ({ ticket, events: [] });
