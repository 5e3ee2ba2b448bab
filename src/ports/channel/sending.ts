import type { Readable } from 'node:stream';
import type { Content, MediaType } from '../../domain/content';
import type { Who } from './heard';

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

/** A file of ours that goes along with a message. The bytes are read only by whoever opens it. */
export interface OutboundFile {
  /** As what it is sent. */
  readonly type: MediaType;
  readonly mime: string;
  readonly bytes: number;
  readonly fileName: string | null;
  /** What the network calls it, when it has it already (`ChannelKind.upload`). */
  readonly providerId: string | null;
  /** Where the network can fetch it for some hours without signing in; null without a PUBLIC_URL. */
  readonly link: string | null;
  open(): Promise<Readable>;
}

/** A file as the network has it now. `keptFor`: milliseconds until it forgets it; null = for ever, or not known. */
export interface Uploaded {
  readonly providerId: string;
  readonly keptFor: number | null;
}

/** A message to send. `reference` is our message id: networks that can carry it give it back in receipts. */
export interface Outbound {
  readonly reference: string;
  readonly to: { readonly phone?: string; readonly id?: string; readonly display: string };
  readonly content: Content;
  /** Of a media content. */
  readonly file?: OutboundFile;
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
