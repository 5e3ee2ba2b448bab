import type { ChoiceLimits } from '../domain/choices';
import type { Content } from '../domain/content';
import type { TextLimit } from '../domain/split';

export type { Content } from '../domain/content';
export { cleanDeep } from '../domain/text';

/** What happened at a network, in our words. Pure data: `hear` makes it, `actions/receive` decides what it does. */
export type Heard =
  | HeardMessage
  | HeardEcho
  | HeardReceipt
  | HeardReaction
  | HeardEdit
  | HeardDeletion
  | HeardIdentity
  | HeardAccount
  | HeardNotice
  | HeardUnreadable;

/** Where a network packs several contents into one message, each becomes a message: the first has its id, the others have a number behind it. */
export const partId = (id: string, index: number): string => (index === 0 ? id : `${id}#${index}`);

/** The id of the message that a part belongs to; any other id as it is. */
export const wholeOf = (id: string): string => id.replace(/#\d+$/, '');

/** Words and ten attachments. */
export const MOST_PARTS = 11;

interface HeardBase {
  /** The account at the provider that this concerns: it routes an event of a shared URL to its channel; null = the channel of the URL. */
  readonly account: string | null;
  /** The provider's words, as they came (the one event, not the whole POST). */
  readonly raw: unknown;
}

/** A person as the network names them. */
export interface Who {
  /** Canonical keys, the most stable first; every one of them leads to the same person. At least one. */
  readonly keys: readonly string[];
  readonly address: { readonly phone?: string; readonly id?: string; readonly display: string };
  readonly name?: string | null;
  readonly username?: string | null;
}

/** A customer wrote, and it counts as a customer's message (LIFECYCLE §4). */
export interface HeardMessage extends HeardBase {
  readonly type: 'message';
  readonly id: string;
  readonly from: Who;
  /** Provider's time in milliseconds; null when missing or unreadable. */
  readonly at: number | null;
  readonly content: Content;
  /** Provider's id of the message that this one answers. */
  readonly replyTo?: string | null;
  /** Referral, forwarding, product, quick-reply payload. */
  readonly context?: Readonly<Record<string, unknown>> | null;
}

/** The business answered from its own phone or app, or our own sending came back. */
export interface HeardEcho extends HeardBase {
  readonly type: 'echo';
  readonly id: string;
  readonly to: Who;
  readonly at: number | null;
  readonly content: Content;
  readonly replyTo?: string | null;
}

/** What became of a message that we sent. Names it by provider id, by our own reference, or by everything up to a message. */
export interface HeardReceipt extends HeardBase {
  readonly type: 'receipt';
  readonly id: string | null;
  /** Our own message id that travelled with the send, when the network gives it back. */
  readonly reference?: string | null;
  /** Everything sent to this person up to and including `id` has this status (Instagram's `read`). */
  readonly upTo?: boolean;
  readonly who?: Who | null;
  readonly status: 'sent' | 'delivered' | 'read' | 'failed';
  readonly at: number | null;
  readonly error?: SendProblem | null;
}

export interface HeardReaction extends HeardBase {
  readonly type: 'reaction';
  readonly target: string;
  readonly by: 'customer' | 'business';
  readonly who: Who;
  /** null takes the reaction back. */
  readonly emoji: string | null;
  readonly at: number | null;
}

export interface HeardEdit extends HeardBase {
  readonly type: 'edit';
  readonly target: string;
  readonly by: 'customer' | 'business';
  readonly who: Who;
  readonly content: Content;
  readonly at: number | null;
}

export interface HeardDeletion extends HeardBase {
  readonly type: 'deletion';
  readonly target: string;
  /** All parts of the target go with it (`partId`). */
  readonly whole?: boolean;
  readonly by: 'customer' | 'business';
  readonly who: Who;
  readonly at: number | null;
}

/** A person's keys changed: a new number, a new scoped id. `who` is the person as known before, `now` adds keys. */
export interface HeardIdentity extends HeardBase {
  readonly type: 'identity';
  readonly who: Who;
  readonly now: Who;
  readonly at: number | null;
}

/** Something about the account itself. `alarm` goes to the operator; `paused` also stops sending until an admin acts. */
export interface HeardAccount extends HeardBase {
  readonly type: 'account';
  readonly event: string;
  readonly severity: 'info' | 'alarm' | 'paused';
  readonly detail: string;
}

/** Recorded, and nothing else: groups, comments, calls, standby, opt-ins, referrals alone, history, unknown kinds. */
export interface HeardNotice extends HeardBase {
  readonly type: 'notice';
  /** Why it changes nothing, as a word: `group`, `standby`, `referral`, `history`, `unknown_field:…`. */
  readonly kind: string;
}

/** A part that could not be understood; kept as `failed` so that it can be replayed. */
export interface HeardUnreadable extends HeardBase {
  readonly type: 'unreadable';
  readonly reason: string;
}

/** Why a message did not go or did not arrive, in our words and the provider's. */
export interface SendProblem {
  /** One of the classes below; the screen has a sentence for each. */
  readonly code: ProblemCode;
  readonly providerCode: string | null;
  readonly detail: string;
}

export const PROBLEM_CODES = [
  'auth',
  'account_restricted',
  'rate_limited',
  'window_closed',
  'recipient_unavailable',
  'recipient_invalid',
  'content_invalid',
  'template_problem',
  'media_problem',
  'thread_not_owned',
  'transient',
  'ambiguous',
  'gave_up',
  'unknown',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/**
 * Why a send did not end well, told apart by what to do next.
 * - `later`: it surely did not go; try again (after `retryAfter` ms when known).
 * - `never`: it surely did not go and never will; tell the agent.
 * - `unknown`: it may have gone; wait for a receipt or a person, never repeat it blindly.
 */
export class SendFailure extends Error {
  constructor(
    readonly verdict: 'later' | 'never' | 'unknown',
    readonly problem: SendProblem,
    readonly options: {
      readonly retryAfter?: number;
      /** What else must wait: only this person, or the whole channel. */
      readonly scope?: 'recipient' | 'channel';
      /** Nothing can be sent until an admin acts (expired token, blocked account). */
      readonly pauses?: boolean;
      readonly cause?: unknown;
    } = {},
  ) {
    super(problem.detail, { cause: options.cause });
    this.name = 'SendFailure';
  }
}

/** A message to send. `reference` is our message id: networks that can carry it give it back in receipts. */
export interface Outbound {
  readonly reference: string;
  readonly to: { readonly phone?: string; readonly id?: string; readonly display: string };
  readonly content: Content;
  readonly replyTo: string | null;
  /** Who speaks: only people may use what networks reserve for people. */
  readonly author: 'agent' | 'bot' | 'system';
  /** Whether the answer window is closed for free text but open for a person's answer (Instagram HUMAN_AGENT). */
  readonly humanAgent: boolean;
}

export interface Sent {
  readonly providerMessageId: string;
  /** The person as the network named them in its answer: another spelling becomes one more identity. */
  readonly who?: Who | null;
}

/** A reaction of the business, to set or to take back (null). Doing it twice does no harm. */
export interface OutboundReaction {
  readonly to: Outbound['to'];
  /** Provider's id of the message that it is put to. */
  readonly target: string;
  readonly emoji: string | null;
  /** When the desk set it: what the network says of its failure later is news of just after that. */
  readonly at: number;
}

/** The person whose newest message somebody reads, or answers just now. */
export interface Attention {
  readonly to: Outbound['to'];
  /** Provider's id of that message. */
  readonly providerMessageId: string;
}

/** The outside world of a channel: an HTTP client that a test can stand in for, and the base addresses from config. */
export interface Outside {
  readonly fetch: typeof fetch;
  /** GRAPH_API_URL, or null for the provider's own host. */
  readonly graphUrl: string | null;
  /** GRAPH_API_VERSION, such as v25.0. */
  readonly graphVersion: string;
  /** Longest wait for an answer, in milliseconds; what takes longer may have gone. */
  readonly timeout: number;
}

/** How long after the customer's last message what may be sent (CHANNELS §2.6, §3.3). null = never closes. */
export interface WindowRule {
  readonly freeText: number | null;
  /** Up to here a person may still answer. */
  readonly humanAgent: number | null;
  /** Templates may be sent outside the window. */
  readonly templates: boolean;
}

/** What a channel can send, as data: refused before it is stored, with the limit that was hit. */
export interface Capabilities {
  /** Longer words go out as several messages. */
  readonly text: TextLimit;
  /** With `buttons` and `list` when choices can be sent in any form. */
  readonly contents: readonly Content['type'][];
  readonly choices: ChoiceLimits;
  /** Which emoji the business can put to a message. */
  readonly reactions: 'any' | readonly string[];
  /** A chat can be begun with a person who never wrote, by naming an address. */
  readonly startsChats: boolean;
}

/** Meta's GET handshake: what the provider asked, and the tokens that are right here. */
export interface Handshake {
  readonly status: number;
  readonly body: string;
}

/** A webhook that a provider calls. Pure: bytes in, facts out. */
export interface Webhook {
  /** What an admin subscribes to at the provider. */
  readonly fields: readonly string[];
  handshake(query: Readonly<Record<string, string>>, tokens: readonly string[]): Handshake;
  /** Whether any of the secrets signed exactly these bytes. Never throws. */
  signed(raw: Buffer, headers: Readonly<Record<string, string | undefined>>, secrets: readonly string[]): boolean;
  /** Everything that a parsed POST says. Never throws for one bad event: it yields `unreadable` with the raw part. */
  hear(body: unknown): Heard[];
}

/** One form field of a channel's configuration: form, validation, masking and docs follow it. */
export interface ConfigField {
  readonly name: string;
  readonly required: boolean;
  readonly secret: boolean;
  readonly choices?: readonly string[];
  /** A regular expression that the value must match, and the words for when it does not. */
  readonly pattern?: { readonly source: string; readonly says: string };
  readonly says: string;
}

export type ChannelConfig = Readonly<Record<string, string>>;

/** One kind of channel. What only some can do is an optional member. */
export interface ChannelKind {
  readonly kind: string;
  readonly title: string;
  readonly config: readonly ConfigField[];
  /** The accounts at the provider for which a channel with this configuration hears and speaks. */
  accounts(config: ChannelConfig): string[];
  readonly capabilities: Capabilities;
  readonly window: WindowRule;
  readonly webhook?: Webhook;
  /** The person that an admin or agent names by phone or id; throws `TypeError` with words when it is none. */
  address(to: string): Who;
  /** Resolves when the network has taken the message; throws a `SendFailure` when it has not. */
  send(config: ChannelConfig, message: Outbound, outside: Outside): Promise<Sent>;
  /** Puts an emoji to a message, or takes it back; throws as `send` does. */
  react?(config: ChannelConfig, reaction: OutboundReaction, outside: Outside): Promise<void>;
  /** Shows the person that everything up to this message was read. */
  seen?(config: ChannelConfig, attention: Attention, outside: Outside): Promise<void>;
  /** Shows the person for some seconds that an answer is being written; may also show that the message was read. */
  typing?(config: ChannelConfig, attention: Attention, outside: Outside): Promise<void>;
}
