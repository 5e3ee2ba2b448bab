import type { Instant } from '../../domain/ticket';

export type Outcome = 'applied' | 'ignored' | 'failed' | 'unrouted';

/** One event that a provider told us, with what became of it. */
export interface WebhookEvent {
  readonly id: string;
  /** The channel that it went to; for `unrouted` the one whose URL it came to. */
  readonly channelId: string;
  readonly account: string | null;
  readonly kind: string;
  readonly outcome: Outcome;
  /** Why it was ignored, failed or not routed. */
  readonly reason: string | null;
  /** The ticket that it was about when it was heard; null when it came into a closed chat or is about none. */
  readonly ticketId: string | null;
  readonly raw: unknown;
  readonly heardAt: Instant;
  readonly replayedAt: Instant | null;
}

/** An event in the log, with the number of its ticket. */
export interface LoggedEvent extends WebhookEvent {
  readonly ticketNumber: number | null;
}

/**
 * That a channel's webhook lives: `handshake`, `handshake_failed`, `field:<name>` of what has delivered an event, and
 * `former_secret:<until>` for events signed by a secret that was replaced.
 */
export interface Sign {
  readonly channelId: string;
  readonly name: string;
  readonly times: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

/** What the log of a channel's webhook amounts to. */
export interface WebhookFigures {
  readonly first: WebhookEvent | null;
  readonly last: WebhookEvent | null;
  /** By outcome, counted up to a limit. */
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Events of each minute that has any, counted from `since`. */
  readonly perMinute: ReadonlyMap<number, number>;
}

/** What was heard about a message that the desk does not know yet: it waits here for the message. */
export interface Early {
  /** Made of what was heard, so that the same told again is the same row. */
  readonly id: string;
  readonly channelId: string;
  /** The provider's id of the message that it waits for. */
  readonly target: string;
  /** What was heard, without its raw words; or which of our messages answers the target. */
  readonly about: Readonly<Record<string, unknown>>;
  /** The webhook event that said it: its outcome is told there once the message has come. */
  readonly eventId: string | null;
  readonly heardAt: Instant;
}

/** What became of something that waited; `stays`: it may have more to do when more comes. */
export interface EarlyEnd {
  readonly early: Early;
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly stays: boolean;
}

/** A provider's id of a message on one channel. */
export interface ProviderKey {
  readonly channelId: string;
  readonly id: string;
}

/** Something to do outside, written in the transaction that decided it. Errands of one key run in order of id. */
export interface Errand {
  readonly id: string;
  readonly key: string;
  readonly kind:
    | 'media'
    | 'media_removal'
    | 'media_end'
    | 'send'
    | 'echo'
    | 'redaction'
    | 'reaction'
    | 'hand_off'
    | 'seen'
    | 'stage_deletion'
    | 'team_deletion'
    | 'bot_turn'
    | 'reset'
    | 'mail'
    | 'health'
    | 'templates'
    | 'set_up'
    | 'acknowledgement'
    | 'replay'
    | 'report'
    | 'report_mail';
  readonly payload: Readonly<Record<string, unknown>>;
  readonly dueAt: Instant;
  readonly attempts: number;
  readonly createdAt: Instant;
  /** The channel through which a message is to go; null for everything else. */
  readonly channelId: string | null;
  /** When it was said that it waits too long. */
  readonly lateAt: Instant | null;
}

/** Errands that wait hold the later ones of these kinds of their key: messages of a chat keep their order, turns of its bot too. */
export const IN_ORDER: readonly Errand['kind'][] = ['send', 'bot_turn', 'set_up'];

/** When a sweep last ran, and until when timers that close wait after a downtime. */
export interface SweepRow {
  readonly name: string;
  readonly lastAt: Instant;
  readonly catchUpUntil: Instant | null;
  /** While catching up: tickets due before this have been looked at and wait. */
  readonly lookedUntil: Instant | null;
}

export interface Session {
  /** sha256 of the cookie's value. */
  readonly id: string;
  readonly agentId: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** What the browser calls itself, and where it came from when it logged in. */
  readonly browser: string | null;
  readonly address: string | null;
  /** When it was last used, give or take some minutes. */
  readonly seenAt: Instant | null;
}

export interface SetupToken {
  readonly hash: string;
  readonly expiresAt: Instant;
}

export interface IdempotencyRow {
  readonly caller: string;
  readonly route: string;
  readonly key: string;
  readonly bodyHash: string;
  /** null while the first call is in flight. */
  readonly answer: { readonly status: number; readonly body: unknown } | null;
  readonly createdAt: Instant;
}
