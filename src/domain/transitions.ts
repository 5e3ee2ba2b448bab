import { Refusal } from './errors';
import type { Actor, ActorKind, Decision, TicketEvent } from './events';
import type { Instant, Status, Ticket } from './ticket';

/** Everything that can move a ticket from one status to another. */
export const CAUSES = [
  'assigned',
  'set_in_progress',
  'customer_silent',
  'closed_by_person',
  'assignee_unavailable',
  'released',
  'transferred',
  'in_progress_expired',
  'woken',
  'customer_replied',
  'idle_expired',
  'reopened',
  'customer_returned',
  'auto_closed',
  'unassignable',
  'confirmed',
  'confirmation_expired',
] as const;
export type Cause = (typeof CAUSES)[number];

export interface Transition {
  readonly row: string;
  readonly from: readonly Status[];
  readonly to: Status;
  readonly causes: readonly Cause[];
  readonly by: readonly ActorKind[];
  /** Only when this is so of the ticket's last assignee. */
  readonly when?: 'last_assignee_online' | 'last_assignee_not_online';
  /** What becomes of the assignee: kept, let go and remembered, or set to the one named by the move. */
  readonly assignee: 'keeps' | 'leaves' | 'set';
  readonly stage?: 'open' | 'closed' | 'auto_closed';
  /** S = the six-status journey, B = the stage rules, R = our own (LIFECYCLE §3). */
  readonly source: 'S' | 'B' | 'R' | 'S, R';
  readonly because: string;
}

const PEOPLE = ['agent', 'admin'] as const;
const OPEN = ['pending', 'active', 'proactive', 'in_progress', 'idle'] as const;

/**
 * The whole journey of a ticket. What is not a row here cannot happen.
 * To add a transition, add a row: the engine, the API's refusals, docs/lifecycle.md and the tests follow the table.
 */
// biome-ignore format: a table is read in columns
export const TRANSITIONS: readonly Transition[] = [
  { row: 'T1',  from: ['pending'],     to: 'active',      causes: ['assigned'],                                            by: ['system', ...PEOPLE],             assignee: 'set',                           source: 'S',    because: 'the ticket was given to an agent' },
  { row: 'T2',  from: ['active'],      to: 'in_progress', causes: ['set_in_progress'],                                     by: PEOPLE,                            assignee: 'leaves',                        source: 'S',    because: 'it was set aside' },
  { row: 'T3',  from: ['active'],      to: 'idle',        causes: ['customer_silent'],                                     by: ['system'],                        assignee: 'keeps',                         source: 'S',    because: 'the customer has not answered the agent' },
  { row: 'T4',  from: ['active'],      to: 'closed',      causes: ['closed_by_person'],                                    by: PEOPLE,                            assignee: 'leaves', stage: 'closed',       source: 'S, R', because: 'a person closed it' },
  { row: 'T5',  from: ['active'],      to: 'pending',     causes: ['assignee_unavailable'],                                by: ['system', ...PEOPLE],             assignee: 'leaves',                        source: 'S',    because: 'its agent is not available any more' },
  { row: 'T5',  from: ['active'],      to: 'pending',     causes: ['released', 'transferred'],                             by: PEOPLE,                            assignee: 'leaves',                        source: 'S, R', because: 'it was given back' },
  { row: 'T6',  from: ['in_progress'], to: 'active',      causes: ['assigned'],                                            by: PEOPLE,                            assignee: 'set',                           source: 'S, R', because: 'it was taken up again' },
  { row: 'T7',  from: ['in_progress'], to: 'pending',     causes: ['in_progress_expired'],                                 by: ['system'],                        assignee: 'leaves',                        source: 'S',    because: 'its time aside is over' },
  { row: 'T7',  from: ['in_progress'], to: 'pending',     causes: ['woken'],                                               by: ['system', 'customer', ...PEOPLE], assignee: 'leaves',                        source: 'S',    because: 'its snooze is over' },
  { row: 'T8',  from: ['idle'],        to: 'in_progress', causes: ['set_in_progress'],                                     by: PEOPLE,                            assignee: 'leaves',                        source: 'S',    because: 'it was set aside' },
  { row: 'T9',  from: ['idle'],        to: 'active',      causes: ['customer_replied'],                                    by: ['customer'],                      assignee: 'keeps',                         source: 'S',    because: 'the customer answered' },
  { row: 'T10', from: ['idle'],        to: 'closed',      causes: ['closed_by_person'],                                    by: PEOPLE,                            assignee: 'leaves', stage: 'closed',       source: 'S',    because: 'a person closed it' },
  { row: 'T10', from: ['idle'],        to: 'closed',      causes: ['idle_expired'],                                        by: ['system'],                        assignee: 'leaves', stage: 'auto_closed',  source: 'S, R', because: 'the customer stayed silent' },
  { row: 'T11', from: ['proactive'],   to: 'active',      causes: ['customer_replied'],                                    by: ['customer'],                      assignee: 'keeps',                         source: 'S',    because: 'the customer answered' },
  { row: 'T12', from: ['closed'],      to: 'pending',     causes: ['reopened'],          by: PEOPLE,       when: 'last_assignee_not_online',     assignee: 'leaves', stage: 'open',         source: 'S',    because: 'it was reopened and its last agent is not online' },
  { row: 'T12', from: ['closed'],      to: 'pending',     causes: ['customer_returned'], by: ['customer'], when: 'last_assignee_not_online',     assignee: 'leaves', stage: 'open',         source: 'R',    because: 'the customer came back and its last agent is not online' },
  { row: 'T13', from: ['closed'],      to: 'active',      causes: ['reopened'],          by: PEOPLE,       when: 'last_assignee_online',         assignee: 'set',    stage: 'open',         source: 'S',    because: 'it was reopened and its last agent is online' },
  { row: 'T13', from: ['closed'],      to: 'active',      causes: ['customer_returned'], by: ['customer'], when: 'last_assignee_online',         assignee: 'set',    stage: 'open',         source: 'R',    because: 'the customer came back and its last agent is online' },
  { row: 'B1',  from: OPEN,            to: 'closed',      causes: ['auto_closed', 'unassignable'],                         by: ['system'],                        assignee: 'leaves', stage: 'auto_closed',  source: 'B',    because: 'nobody wrote or nobody came for too long' },
  { row: 'B2',  from: ['pending', 'proactive', 'in_progress'], to: 'closed', causes: ['closed_by_person'],                  by: PEOPLE,                            assignee: 'leaves', stage: 'closed',       source: 'B',    because: 'a person chose the stage Closed' },
  { row: 'B3',  from: ['active'],      to: 'closed',      causes: ['confirmed'],                                           by: ['customer'],                      assignee: 'leaves', stage: 'closed',       source: 'R',    because: 'the customer said that it may be closed' },
  { row: 'B3',  from: ['active', 'idle'], to: 'closed',   causes: ['confirmation_expired'],                                by: ['system'],                        assignee: 'leaves', stage: 'auto_closed',  source: 'R',    because: 'the customer did not answer whether it may be closed' },
];

/** What a move needs to know beside the ticket. */
export interface Move {
  readonly cause: Cause;
  readonly actor: Actor;
  readonly at: Instant;
  /** For rows that set the assignee: who. */
  readonly agentId?: string;
  /** For reopening: whether the last assignee is online. */
  readonly lastAssigneeOnline?: boolean;
  readonly decision?: Decision;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A ticket after one or more changes, with their events in order. */
export interface Step {
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
}

/** The row that lets `move` happen to a ticket in this status, or undefined. */
export function rowFor(
  status: Status,
  { cause, actor, lastAssigneeOnline }: Pick<Move, 'cause' | 'actor' | 'lastAssigneeOnline'>,
): Transition | undefined {
  return TRANSITIONS.find(
    (row) => row.from.includes(status) && row.causes.includes(cause) && row.by.includes(actor.kind) && holds(row.when, lastAssigneeOnline),
  );
}

/** The ticket after the move, with its event. Pure: the caller saves both. Throws `illegal_transition` when no row fits. */
export function move(ticket: Ticket, the: Move): Step {
  const row = rowFor(ticket.status, the);
  if (!row) throw illegal(ticket.status, the.cause);
  return settle(ticket, row, the);
}

export function illegal(from: Status, action: string): Refusal {
  return new Refusal('illegal_transition', illegalWords(from, action), { from, action });
}

export const illegalWords = (from: Status, action: string): string => `A ticket that is ${from} can't be ${action.replaceAll('_', ' ')}.`;

/** Nobody waits for an answer in a closed ticket. */
const ANSWERED = { waiting: false, unansweredSince: null, askedSince: null } as const;

function holds(when: Transition['when'], online: boolean | undefined): boolean {
  return when === undefined || (when === 'last_assignee_online') === Boolean(online);
}

/** What entering a status does to the rest of the ticket: the one place that knows. */
function settle(ticket: Ticket, row: Transition, { cause, actor, at, agentId, decision, data }: Move): Step {
  const assigneeId = assigneeAfter(ticket, row, agentId);
  const stage = row.stage ?? ticket.stage;
  const closes = row.to === 'closed';
  const reopens = ticket.status === 'closed';
  const moved: Ticket = {
    ...ticket,
    status: row.to,
    statusSince: at,
    stage,
    stageSince: stage === ticket.stage ? ticket.stageSince : at,
    ...(closes
      ? { snoozedUntil: null, snoozeUntilReply: false, stageBeforeSnooze: null, ...ANSWERED, closedAt: at, closeCause: cause }
      : {}),
    ...(reopens ? { aliveSince: at, openedAt: at, closedAt: null, closeCause: null } : {}),
    assigneeId,
    releasedFrom: cause === 'released' || cause === 'transferred' ? ticket.assigneeId : null,
    lastAssigneeId: assigneeId === null ? (ticket.assigneeId ?? ticket.lastAssigneeId) : ticket.lastAssigneeId,
    idleFrom: reopens ? null : ticket.idleFrom,
    reminded: row.to === 'idle' ? false : ticket.reminded,
    ...(row.to === 'active' || row.to === 'idle' ? {} : { confirmAskedAt: null, confirmSentAt: null }),
    eventSeq: ticket.eventSeq + 1,
    updatedAt: at,
  };
  const event: TicketEvent = {
    ticketId: ticket.id,
    seq: moved.eventSeq,
    type: 'status_changed',
    cause,
    row: row.row,
    actor,
    at,
    status: { from: ticket.status, to: moved.status },
    stage: ticket.stage === moved.stage ? null : { from: ticket.stage, to: moved.stage },
    assignee: ticket.assigneeId === moved.assigneeId ? null : { from: ticket.assigneeId, to: moved.assigneeId },
    decision: decision ?? null,
    data: data ?? null,
  };
  return { ticket: moved, events: [event] };
}

function assigneeAfter(ticket: Ticket, row: Transition, agentId: string | undefined): string | null {
  if (row.assignee === 'keeps') return ticket.assigneeId;
  if (row.assignee === 'leaves') return null;
  if (agentId === undefined) throw new Error(`row ${row.row} needs an agent`);
  return agentId;
}
