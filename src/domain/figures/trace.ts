import type { ActorKind } from '../events';
import type { AuthorKind, Instant, Priority, Ticket } from '../ticket';

/** Where a ticket stands, as far as figures go by it. */
export type Stand = Pick<Ticket, 'status' | 'stage' | 'assigneeId' | 'teamId' | 'statusSince' | 'stageSince'>;

/** What else of a ticket figures go by. */
export interface Facts {
  readonly number: number;
  readonly contactId: string;
  readonly createdAt: Instant;
  /** Since when the customer waits for an answer; null while nobody does. */
  readonly waitingFrom: Instant | null;
  readonly firstResponseAt: Instant | null;
  readonly closeCause: string | null;
  readonly priority: Priority;
  readonly tags: readonly string[];
}

/** Messages of one kind that were stored: what, by whom, how many. `type` is that of their content. */
export interface Said {
  readonly direction: 'in' | 'out';
  readonly author: AuthorKind;
  readonly authorId: string | null;
  readonly type: string;
  readonly times: number;
}

/** A change of the status, as its ticket event tells it; `from` is null for a new ticket. */
export interface Moved {
  readonly from: Ticket['status'] | null;
  readonly to: Ticket['status'];
  readonly cause: string;
  readonly actor: ActorKind;
  readonly actorId: string | null;
  /** The rule of the event's decision, if it has one. */
  readonly rule: string | null;
}

export interface Did {
  /** In their order; they share the trace's moment. */
  readonly moved?: readonly Moved[];
  /** New messages, notes left out. */
  readonly said?: readonly Said[];
  /** Older messages that belonged to no ticket and were taken along. */
  readonly joined?: { readonly in: number; readonly out: number };
  /** The newest answer of a person has failed. */
  readonly failed?: true;
  /** Those that changed; all of them in a ticket's first trace. */
  readonly facts?: Partial<Facts>;
}

/**
 * What one transaction did to one ticket, or to a chat without one, in the terms of figures. Written in that transaction
 * and never changed but for `batch`; the fold reads traces in the order in which they were committed and keeps the figures.
 */
export interface Trace {
  readonly id: string;
  /** Which fold has counted it; null = none yet. Later folds have greater numbers. */
  readonly batch: number | null;
  readonly at: Instant;
  readonly channelId: string;
  readonly chatId: string;
  /** null = said in a chat without a ticket. */
  readonly ticketId: string | null;
  /** The ticket's version: grows with every trace of a ticket. 0 = said into a ticket that stayed as it was. Below 0 = made from what was kept before there were traces. */
  readonly seq: number;
  /** Both null when the ticket stands where it stood; `was` alone is null when it is new. */
  readonly was: Stand | null;
  readonly now: Stand | null;
  readonly did: Did;
}

/** A trace with the number of the fold that counts it. */
export type Counted = Trace & { readonly batch: number };

export const standOf = ({ status, stage, assigneeId, teamId, statusSince, stageSince }: Stand): Stand => ({
  status,
  stage,
  assigneeId,
  teamId,
  statusSince,
  stageSince,
});

export const factsOf = (ticket: Ticket): Facts => ({
  number: ticket.number,
  contactId: ticket.contactId,
  createdAt: ticket.createdAt,
  waitingFrom: ticket.status !== 'closed' && ticket.waiting ? (ticket.unansweredSince ?? ticket.lastCustomerMessageAt) : null,
  firstResponseAt: ticket.firstResponseAt,
  closeCause: ticket.closeCause,
  priority: ticket.priority,
  tags: ticket.tags,
});
