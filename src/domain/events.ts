import type { Instant, Status, Ticket } from './ticket';

export type ActorKind = 'customer' | 'agent' | 'admin' | 'system' | 'bot' | 'channel_app';

export interface Actor {
  readonly kind: ActorKind;
  readonly id: string | null;
  readonly name: string | null;
}

export const SYSTEM: Actor = { kind: 'system', id: null, name: null };
export const CUSTOMER: Actor = { kind: 'customer', id: null, name: null };

export const EVENT_TYPES = [
  'created',
  'status_changed',
  'assigned',
  'stage_changed',
  'snoozed',
  'woken',
  'updated',
  'noted',
  'decided',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export interface Change<T> {
  readonly from: T;
  readonly to: T;
}

/**
 * Why an automatic act was taken: the rule, the facts it saw, who was passed over and why (LIFECYCLE §9).
 * `facts` holds identifiers and times, never the words of a message.
 */
export interface Decision {
  readonly rule: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly passedOver?: readonly { readonly agentId: string; readonly name: string; readonly why: string }[];
}

/** Append-only record of one change of a ticket; replaying them gives status, stage and assignee. */
export interface TicketEvent {
  readonly ticketId: string;
  readonly seq: number;
  readonly type: EventType;
  readonly cause: string;
  /** The row of the transition table, when a status changed. */
  readonly row: string | null;
  readonly actor: Actor;
  readonly at: Instant;
  readonly status: Change<Status | null> | null;
  readonly stage: Change<string | null> | null;
  readonly assignee: Change<string | null> | null;
  readonly decision: Decision | null;
  /** Further facts: the changed tags, the text's length, `writtenBeforeClose`. */
  readonly data: Readonly<Record<string, unknown>> | null;
}

/** What the desk announces to web apps and, later, to outgoing webhooks (CONTRACT "Announced"). */
export const ANNOUNCED = [
  'ticket.created',
  'ticket.updated',
  'ticket.status_changed',
  'ticket.stage_changed',
  'ticket.assigned',
  'ticket.due_soon',
  'ticket.overdue',
  'queue.alarm',
  'ticket.window_closing',
  'delivery.late',
  'message.created',
  'message.updated',
  'agent.presence_changed',
  'channel.state_changed',
  'channel.health_changed',
  'report.changed',
  'report.ready',
] as const;
export type AnnouncedName = (typeof ANNOUNCED)[number];

/** What is told to one agent alone. */
export type PersonalName = 'mention.created' | 'mention.seen' | 'draft.changed';

/**
 * What is over in seconds, and told to nobody else: to the pages of a customer that somebody writes to them (`id` is their
 * address there), and to who looks at a ticket that its customer writes (`id` is the ticket's).
 */
const PASSING = ['customer.typed_to', 'customer.typed'] as const;
type PassingName = (typeof PASSING)[number];

/** Where a ticket stands: what lists are filtered by, and who may see it. */
export type Standing = Pick<Ticket, 'status' | 'stage' | 'assigneeId' | 'teamId' | 'channelId'>;

export interface Announcement {
  readonly name: AnnouncedName | PersonalName | PassingName;
  readonly id: string;
  readonly ticketId?: string;
  readonly chatId?: string;
  /** With `ticket.updated`: where the ticket stood before; null for a new one. */
  readonly was?: Standing | null;
  /** With `customer.typed_to`. */
  readonly channelId?: string;
  /** With a `PersonalName`: id of the agent. */
  readonly to?: string;
  /** This socket of theirs knows it already. */
  readonly socket?: string;
}

export type Personal = Announcement & { readonly name: PersonalName; readonly to: string };
export type Public = Announcement & { readonly name: AnnouncedName };

export const isPersonal = (one: Announcement): one is Personal => one.to !== undefined;
export const isPublic = (one: Announcement): one is Public => one.to === undefined && !PASSING.some((name) => name === one.name);

export const standingOf = ({ status, stage, assigneeId, teamId, channelId }: Standing): Standing => ({
  status,
  stage,
  assigneeId,
  teamId,
  channelId,
});

interface Replayed {
  readonly status: Status | null;
  readonly stage: string | null;
  readonly assigneeId: string | null;
}

/** Status, stage and assignee as the events tell them. */
export function replay(events: readonly Pick<TicketEvent, 'status' | 'stage' | 'assignee'>[]): Replayed {
  return events.reduce<Replayed>(
    (seen, { status, stage, assignee }) => ({
      status: status ? status.to : seen.status,
      stage: stage ? stage.to : seen.stage,
      assigneeId: assignee ? assignee.to : seen.assigneeId,
    }),
    { status: null, stage: null, assigneeId: null },
  );
}
