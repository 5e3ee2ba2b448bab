import type { FieldValues } from './fields';

/** Milliseconds since 1970 UTC, by the desk's clock. */
export type Instant = number;

export const STATUSES = ['pending', 'active', 'proactive', 'in_progress', 'idle', 'closed'] as const;
export type Status = (typeof STATUSES)[number];
export const OPEN_STATUSES = ['pending', 'active', 'proactive', 'in_progress', 'idle'] as const satisfies readonly Status[];

/** Lowest first: the index is the weight that routing sorts by. */
export const PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

export type AuthorKind = 'customer' | 'agent' | 'bot' | 'system' | 'channel_app';
export type Direction = 'in' | 'out' | 'note';

/** What a row of a ticket list shows of the newest message. `text` is a preview of at most 160 characters. */
export interface LastMessage {
  readonly id: string;
  readonly direction: Direction;
  readonly author: AuthorKind;
  readonly type: string;
  readonly text: string;
  readonly at: Instant;
}

/** One episode of help in a chat (LIFECYCLE §1). Only `domain/` makes a changed one; nobody else writes its fields. */
export interface Ticket {
  readonly id: string;
  /** For people; grows roughly, with gaps. */
  readonly number: number;
  readonly chatId: string;
  readonly channelId: string;
  readonly contactId: string;
  readonly previousTicketId: string | null;
  readonly subject: string | null;
  readonly status: Status;
  readonly statusSince: Instant;
  /** Key of a stage; `closed` or `auto_closed` if and only if the status is `closed`. */
  readonly stage: string;
  readonly stageSince: Instant;
  /** The intermediate stage that waking gives back. */
  readonly stageBeforeSnooze: string | null;
  readonly priority: Priority;
  readonly tags: readonly string[];
  readonly assigneeId: string | null;
  readonly lastAssigneeId: string | null;
  readonly teamId: string | null;
  /** Who had it when it was given back: routing passes them over until somebody has it again. */
  readonly releasedFrom: string | null;
  /** Customer messages that nobody has read yet. */
  readonly unread: number;
  /** The customer has written and nobody has answered. */
  readonly waiting: boolean;
  /** Set while snoozed: the moment of waking, or null when snoozed until the customer replies. */
  readonly snoozedUntil: Instant | null;
  readonly snoozeUntilReply: boolean;
  readonly excludeFromClosing: boolean;
  /** Values of the admin's own fields; null = none are set. */
  readonly fields: FieldValues | null;
  readonly closeCause: string | null;
  readonly lastMessage: LastMessage | null;
  /** By `heardAt`, for timers. */
  readonly lastCustomerMessageAt: Instant | null;
  readonly lastAgentMessageAt: Instant | null;
  /** When the first customer message that nobody has answered was heard; null while none waits. */
  readonly unansweredSince: Instant | null;
  /** What `unansweredSince` was before the newest answer: the customer waits since then again when that answer fails. */
  readonly askedSince: Instant | null;
  readonly firstResponseAt: Instant | null;
  /** When the message that an agent spoke last was accepted by the provider; null while the customer spoke last. */
  readonly idleFrom: Instant | null;
  /** The reminder of this idle spell has been sent. */
  readonly reminded: boolean;
  /** When the customer was asked whether it may be closed; null while no question stands (row B3). */
  readonly confirmAskedAt: Instant | null;
  /** When the provider took that question: its timer counts from then. */
  readonly confirmSentAt: Instant | null;
  /** What is said or raised once and was: texts of the desk, alarms of the queue and of targets; null = nothing yet. */
  readonly told: readonly string[] | null;
  /** max(created, reopened, woken): where auto-close counts from. */
  readonly aliveSince: Instant;
  /** Number of the newest event; the next one is `eventSeq + 1`. */
  readonly eventSeq: number;
  readonly createdAt: Instant;
  /** Created, or last opened again; null = created, by an older version. */
  readonly openedAt: Instant | null;
  readonly updatedAt: Instant;
  readonly closedAt: Instant | null;
  /** The earliest moment at which time could change this ticket, under `policyVersion`; null when closed or never. */
  readonly lookAt: Instant | null;
  readonly policyVersion: number | null;
  /** Until when people may answer now: the end of the answer window, or of a person's longer one; null when it is over or there is none. */
  readonly windowClosesAt: Instant | null;
  /** When the next of its targets is due; null when none runs. */
  readonly dueAt: Instant | null;
  readonly version: number;
}

export const isOpen = (ticket: Pick<Ticket, 'status'>): boolean => ticket.status !== 'closed';
export const isSnoozed = (ticket: Pick<Ticket, 'stage'>): boolean => ticket.stage === 'snoozed';

/** Since when somebody waits: the customer for an answer, else the ticket in the queue; null when nobody does. */
export function waitingSince({
  status,
  statusSince,
  waiting,
  unansweredSince,
}: Pick<Ticket, 'status' | 'statusSince' | 'waiting' | 'unansweredSince'>): Instant | null {
  if (status === 'closed') return null;
  if (waiting) return unansweredSince ?? statusSince;
  return status === 'pending' ? statusSince : null;
}
