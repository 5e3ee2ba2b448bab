import type { Content } from './content';
import type { Advice } from './problems';
import type { Instant } from './ticket';

export type MessageAuthor = {
  readonly kind: 'customer' | 'agent' | 'bot' | 'system' | 'channel_app';
  readonly id: string | null;
  readonly name: string | null;
};

/** The desk itself: greetings, reminders and the like. */
export const DESK: MessageAuthor = { kind: 'system', id: null, name: null };

export interface Reaction {
  readonly by: 'customer' | 'business';
  /** Empty once taken back: kept so that an older reaction that comes late does not return. */
  readonly emoji: string;
  readonly at: Instant;
}

/** An agent as they were called then. */
export interface Mentioned {
  readonly id: string;
  readonly name: string;
}

/** What a message said until then. */
export interface FormerContent {
  readonly content: Content;
  readonly until: Instant;
}

export interface Message {
  readonly id: string;
  readonly chatId: string;
  readonly channelId: string;
  readonly ticketId: string | null;
  readonly seq: number;
  readonly rev: number;
  readonly direction: 'in' | 'out' | 'note';
  readonly author: MessageAuthor;
  readonly content: Content;
  /** Id of the message that this one answers, when we have it. */
  readonly replyTo: string | null;
  /** The provider's id of it, kept also when we don't have it. */
  readonly replyToProvider: string | null;
  readonly reactions: readonly Reaction[];
  /** The earlier of the provider's time and `heardAt`: for display and for the answer window. */
  readonly sentAt: Instant;
  readonly heardAt: Instant;
  readonly editedAt: Instant | null;
  readonly deletedAt: Instant | null;
  readonly delivery: Delivery | null;
  readonly providerMessageId: string | null;
  /** Referral, forwarding, product: what the provider said beside the content. */
  readonly context: Readonly<Record<string, unknown>> | null;
  /** The agents whom a note names, as they were called then; null for everything else. */
  readonly mentions: readonly Mentioned[] | null;
  /** What it said before it was edited or taken back, oldest first. */
  readonly former: readonly FormerContent[] | null;
  /** When it was imported from the phone's history; null for what was news to the desk. */
  readonly importedAt: Instant | null;
}

export const DELIVERY_ORDER = ['queued', 'sending', 'uncertain', 'sent', 'delivered', 'read'] as const;
export type DeliveryStatus = (typeof DELIVERY_ORDER)[number] | 'failed';

export interface Delivery {
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly error: DeliveryError | null;
  /** When the newest attempt began. */
  readonly attemptedAt: Instant | null;
  /** When the provider took it. */
  readonly acceptedAt: Instant | null;
  /** While it is queued: not before then, as far as is known. */
  readonly waitsUntil?: Instant | null;
  /** How often a person had it sent again, and who did last. */
  readonly round?: number;
  readonly askedBy?: Mentioned;
  /** The attempts that did not simply succeed, oldest first; of very many the newest. */
  readonly history?: readonly Attempt[];
}

/** `postponed`: it surely did not go, and is tried again · `decided`: a person saw that it arrived. */
export type AttemptOutcome = 'postponed' | 'failed' | 'uncertain' | 'sent' | 'decided';

/** One try to send a message. */
export interface Attempt {
  /** Counted from 1. */
  readonly attempt: number;
  readonly round: number;
  readonly at: Instant;
  readonly endedAt: Instant;
  readonly outcome: AttemptOutcome;
  readonly error: DeliveryError | null;
  /** Who asked for it, or decided; null = the desk by itself. */
  readonly by: Mentioned | null;
}

export interface DeliveryError {
  readonly code: string;
  readonly providerCode: string | null;
  readonly detail: string;
  /** The same message, sent again by a person, may go. */
  readonly retryable: boolean;
  /** What helps. */
  readonly advice?: Advice;
  /** Which case of the code it is, where there are better words for it. */
  readonly reason?: string;
  /** Before then the same would be refused again. */
  readonly notBefore?: Instant;
}
