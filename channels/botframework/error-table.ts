import type { Advice, ProblemCode, Scope, SendFailure } from '../../src/ports/channel';

/** What a refusal of the connector means for a message, and for others (CHANNELS §7, §10). */
export interface ErrorRow {
  /** `error.code` in small letters; with none here, the HTTP status decides. */
  readonly codes?: string;
  readonly status?: number;
  readonly problem: ProblemCode;
  readonly verdict: SendFailure['verdict'];
  readonly pauses?: true;
  readonly scope?: Scope;
  readonly reason?: string;
  readonly advice?: Advice;
}

/** The first that fits: a code is more exact than a status. A 5xx leaves open whether the message went, whatever its code. */
// biome-ignore format: a table is read in columns
export const ERRORS: readonly ErrorRow[] = [
  { codes: 'botnotinconversationroster forbiddenoperationexception conversationblockedbyuser messagewritesblocked botdisabledbyadmin botdisallowed usernotfound',
    problem: 'recipient_unavailable', verdict: 'never', advice: 'other_channel' },
  { codes: 'conversationnotfound conversationdeleted threadnotfound',
    problem: 'recipient_unavailable', verdict: 'never', advice: 'await_customer', reason: 'conversation_gone' },
  { codes: 'messagesizetoobig requestentitytoolarge',                            problem: 'content_invalid', verdict: 'never' },
  { codes: 'badsyntax badargument missingproperty invalidactivity servicenotsupported unsupportedcardtype', problem: 'content_invalid', verdict: 'never' },
  { codes: 'activitynotfoundinconversation',                                     problem: 'content_invalid', verdict: 'never' },
  { codes: 'throttled toomanyrequests',                                          problem: 'rate_limited',    verdict: 'later', scope: 'recipient' },
  { codes: 'botnotfound botnotregistered unauthorized authorizationfailed invalidauthenticationtoken',      problem: 'auth', verdict: 'later', pauses: true },
  { status: 401, problem: 'auth',                  verdict: 'later', pauses: true },
  { status: 403, problem: 'auth',                  verdict: 'later', pauses: true },
  { status: 404, problem: 'recipient_unavailable', verdict: 'never', advice: 'await_customer', reason: 'conversation_gone' },
  { status: 413, problem: 'content_invalid',       verdict: 'never' },
  { status: 429, problem: 'rate_limited',          verdict: 'later', scope: 'recipient' },
];

/** The row of an answer; undefined for one that nobody knows. */
export function rowFor(code: string | null, status: number): ErrorRow | undefined {
  const named = code?.toLowerCase();
  const byCode = named && ERRORS.find(({ codes }) => codes?.split(' ').includes(named));
  // A forbidden thing with a name of its own is about this conversation, not about who we are.
  return byCode || (status === 403 && named ? undefined : ERRORS.find((row) => row.status === status));
}
