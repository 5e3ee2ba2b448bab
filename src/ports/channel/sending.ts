import type { Readable } from 'node:stream';
import type { Address } from '../../domain/contact';
import type { Content, MediaType } from '../../domain/content';
import type { Advice, ProblemCode } from '../../domain/problems';
import type { Route, Who } from './heard';

export { type Advice, PROBLEM_CODES, type ProblemCode } from '../../domain/problems';

/** Why a message did not go or did not arrive, in our words and the provider's. */
export interface SendProblem {
  /** The screen has a sentence for each. */
  readonly code: ProblemCode;
  readonly providerCode: string | null;
  readonly detail: string;
  /** Which case of the code it is, where a screen has better words for it: `marketing_cap`, `opted_out`. */
  readonly reason?: string;
  /** What helps, where it is something else than with the code in general. */
  readonly advice?: Advice;
  /** Milliseconds before which the same would be refused again. */
  readonly notWithin?: number;
}

/** How much of what is sent a refusal is about: one person, one connected account, or the app that several accounts share. */
export type Scope = 'recipient' | 'number' | 'app';

/** The same as a network tells it long after it took the message, with what follows for others. */
export interface LateProblem extends SendProblem {
  /** All within it waits so long, in milliseconds. */
  readonly limit?: { readonly scope: Scope; readonly wait: number };
  /** Nothing can be sent until an admin acts. */
  readonly pauses?: boolean;
}

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
      /** What else must wait as long; absent: nothing else. */
      readonly scope?: Scope;
      /** The network counts the wait itself: asked for again, it grows no longer. */
      readonly exact?: true;
      /** After so many attempts it is refused for good, however long they took; absent: after a day. */
      readonly tries?: number;
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
  readonly to: Address;
  readonly content: Content;
  /** Of a media content. */
  readonly file?: OutboundFile;
  readonly replyTo: string | null;
  /** How the network last said that this person is reached (`Who.route`). */
  readonly route?: Route | null;
  /** How often it was tried before, for networks with a timetable of their own; absent: never. */
  readonly attempts?: number;
  /** Who speaks: only people may use what networks reserve for people. */
  readonly author: 'agent' | 'bot' | 'system';
  /** Whether the answer window is closed for free text but open for a person's answer (Instagram HUMAN_AGENT). */
  readonly humanAgent: boolean;
}

export interface Sent {
  readonly providerMessageId: string;
  /** The person as the network named them in its answer: another spelling becomes one more identity. */
  readonly who?: Who | null;
  /** What the network calls the file that went along, so that the next time only its name is sent. */
  readonly file?: Uploaded;
}

/** A reaction of the business, to set or to take back (null). Doing it twice does no harm. */
export interface OutboundReaction {
  readonly to: Outbound['to'];
  readonly route?: Route | null;
  /** Provider's id of the message that it is put to. */
  readonly target: string;
  readonly emoji: string | null;
  /** When the desk set it: what the network says of its failure later is news of just after that. */
  readonly at: number;
}

/** That a person is asked for in a conversation, has taken it, or is done with it. */
export interface HandOffNews {
  readonly to: Outbound['to'];
  readonly route: Route | null;
  readonly state: 'asked' | 'accepted' | 'completed' | 'failed';
  /** Which hand-off it is about, as the network named it (`HeardHandOff.id`); null = one that we ask for. */
  readonly id: string | null;
  readonly says: string | null;
  /** What was said before, oldest first. Only when a person is asked for. */
  readonly transcript: readonly { readonly by: 'customer' | 'business'; readonly at: number; readonly text: string }[];
}

/** The person whose newest message somebody reads, or answers just now. */
export interface Attention {
  readonly to: Outbound['to'];
  readonly route?: Route | null;
  /** Provider's id of that message. */
  readonly providerMessageId: string;
}
