import type { Instant } from '../ticket';
import type { Facts, Stand } from './trace';

/** Whole seconds, by the wall clock and within the working hours of the ticket's team (`worked`). */
export interface Spans {
  /** From opening to closing. */
  readonly total: number;
  /** While an agent had it as active. */
  readonly handle: number;
  /** While the customer waited for an answer. */
  readonly waiting: number;
  readonly idle: number;
}

/** Milliseconds gathered so far; they become whole seconds when a spell is counted. */
export interface Gathered {
  readonly plain: Spans;
  readonly worked: Spans;
}

/** Of the spell that is open; `lull`: between the answer that is the newest and the customer's next words, which was waiting if that answer fails. */
export interface Gathering extends Gathered {
  readonly lull?: { readonly plain: number; readonly worked: number };
}

/** What is kept of a ticket, so that no report goes through its events. Changed by the fold alone. */
export interface TicketFigures extends Stand, Omit<Facts, 'waitingFrom'> {
  readonly ticketId: string;
  readonly chatId: string;
  readonly channelId: string;
  /** How it opened first: the cause of its creation, and the rule that decided so. */
  readonly openCause: string;
  readonly openRule: string | null;
  /** An agent wrote first. */
  readonly proactive: boolean;
  /** Created, or opened again. */
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly reopens: number;
  /** Who has it, or had it last. */
  readonly agentId: string | null;
  /** Seconds from creation to the first answer; null = none yet, or an agent wrote first. And within working hours. */
  readonly response: number | null;
  readonly responseWorked: number | null;
  readonly respondedBy: string | null;
  /** Since when the customer waits; `waitedUntil`: up to when their waiting is counted. */
  readonly waitingFrom: Instant | null;
  readonly waitedUntil: Instant | null;
  /** Of the episode that is open: milliseconds up to the newest trace. */
  readonly gathered: Gathering;
  /** Of the episodes that are closed: whole seconds. */
  readonly spent: Gathered;
  /** Milliseconds in each stage and in each status, up to the newest trace; keys as they were. */
  readonly stages: Readonly<Record<string, number>>;
  readonly statuses: Readonly<Record<string, number>>;
  readonly messagesIn: number;
  readonly messagesOut: number;
  /** The newest trace that is counted. */
  readonly seq: number;
  readonly at: Instant;
  readonly batch: number;
}

/** How far the figures are kept: the one row that every fold locks and moves. */
export interface Folded {
  readonly id: 'desk';
  /** The newest fold. */
  readonly batch: number;
  /** The latest moment of a trace that is counted. */
  readonly at: Instant;
  /** How many traces of tickets are counted, and how many of them since the newest snapshot. */
  readonly traces: number;
  readonly sinceSnapshot: number;
  /** Up to which ticket the time before there were traces is worked out; null = all of it. */
  readonly historyAfter: string | null;
  /** When the figures were last held against the tickets, how much had to be put right then, and when that was so last. */
  readonly checkedAt: Instant | null;
  readonly drifted: number;
  readonly driftedAt: Instant | null;
}

export const FACT_KINDS = ['new', 'answered', 'closed', 'reopened'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/**
 * One thing that happened to one ticket, and counts. `at`: when; of `answered` when the ticket was created, so that the first
 * responses of a period are those of the tickets that are new in it.
 */
export interface FigureFact {
  readonly traceId: string;
  readonly kind: FactKind;
  readonly at: Instant;
  readonly batch: number;
  readonly ticketId: string;
  readonly channelId: string;
  readonly teamId: string | null;
  /** Who answered first; who had it when it closed. */
  readonly agentId: string | null;
  readonly cause: string;
  /** Seconds. Of `answered`: to the first answer. Of `closed`: from opening to closing. null for the others. */
  readonly total: number | null;
  readonly handle: number | null;
  readonly waiting: number | null;
  readonly idle: number | null;
  /** The same within working hours. */
  readonly totalWorked: number | null;
  readonly handleWorked: number | null;
  readonly waitingWorked: number | null;
  readonly idleWorked: number | null;
}

/** How many tickets stand alike now. Seconds are of the clock: `floor(ms / 1000)`, so that their sums stay whole. */
export interface FigureCount {
  /** `channelId teamId assigneeId status stage`, empty where there is none. */
  readonly id: string;
  readonly channelId: string;
  readonly teamId: string | null;
  readonly assigneeId: string | null;
  readonly status: Stand['status'];
  readonly stage: string;
  readonly tickets: number;
  /** Sums of `statusSince` and `stageSince`, in seconds. */
  readonly statusSince: number;
  readonly stageSince: number;
}

/** Messages that were stored in a quarter of an hour (UTC), by what they are. */
export interface MessageCount {
  readonly quarter: Instant;
  readonly channelId: string;
  readonly direction: 'in' | 'out';
  readonly author: string;
  /** Empty where there is none, and for customers. */
  readonly authorId: string;
  readonly type: string;
  readonly times: number;
}

/** A conversation with the bot alone: from its first answer until a ticket opens, or until 24 hours pass without another. */
export interface BotTalk {
  readonly id: string;
  readonly chatId: string;
  readonly channelId: string;
  readonly startedAt: Instant;
  readonly lastAt: Instant;
  readonly answers: number;
  /** The ticket that it became, when and why; null = the bot alone. */
  readonly ticketId: string | null;
  readonly endedAt: Instant | null;
  readonly cause: string | null;
}

/** Every open ticket, and how many stood alike, when all traces up to a moment are counted: what a past moment is worked out from. */
export interface Snapshot {
  readonly at: Instant;
  readonly batch: number;
  readonly counts: readonly FigureCount[];
}

/** Up to 500 of its open tickets. `agentId`: who has it, or had it last as far as that is known then. */
export interface SnapshotPart {
  readonly at: Instant;
  readonly part: number;
  readonly tickets: readonly (Stand & { readonly ticketId: string; readonly channelId: string; readonly agentId: string | null })[];
}

/** What a setting, a stage, a team, a channel or an agent was until it was changed, and of which type a message; without secrets. People's former names are in their row. */
export interface FormerValue {
  readonly of: 'settings' | 'stage' | 'team' | 'channel' | 'agent' | 'message';
  /** `desk` for the settings. */
  readonly id: string;
  readonly until: Instant;
  /** null = it was not there yet. */
  readonly value: unknown;
  readonly by: string | null;
}
