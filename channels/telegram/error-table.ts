import type { Advice, ProblemCode, SendFailure } from '../../src/ports/channel';

/** What one of the Bot API's refusals means for a message, and for others (CHANNELS §5, §10). It has no codes of its own but HTTP's. */
export interface ErrorRow {
  readonly status: number;
  /** In what it says; absent: whatever it says. */
  readonly says?: RegExp;
  readonly problem: ProblemCode;
  readonly verdict: SendFailure['verdict'];
  /** Nothing is sent through the channel until an admin acts. */
  readonly pauses?: true;
  /** Which case of the problem it is. */
  readonly reason?: string;
  /** What helps, where it is something else than with the problem in general. */
  readonly advice?: Advice;
}

/** The first row that fits. */
// biome-ignore format: a table is read in columns
export const ERRORS: readonly ErrorRow[] = [
  { status: 401,                                                        problem: 'auth',                  verdict: 'later', pauses: true },
  { status: 404, says: /^not found$/i,                                  problem: 'auth',                  verdict: 'later', pauses: true },
  { status: 403, says: /bot was blocked by the user/i,                  problem: 'recipient_unavailable', verdict: 'never', reason: 'blocked_bot' },
  { status: 403, says: /user is deactivated/i,                          problem: 'recipient_unavailable', verdict: 'never' },
  { status: 403, says: /initiate conversation/i,                        problem: 'recipient_unavailable', verdict: 'never', reason: 'not_begun', advice: 'await_customer' },
  { status: 403,                                                        problem: 'recipient_unavailable', verdict: 'never' },
  { status: 400, says: /chat not found|user not found|peer_id_invalid|user_id_invalid|chat_id is empty|upgraded to a supergroup|deactivated/i, problem: 'recipient_invalid', verdict: 'never' },
  { status: 400, says: /voice_messages_forbidden|video_messages_forbidden/i, problem: 'content_invalid', verdict: 'never' },
  { status: 400, says: /file|photo|image|video|sticker|animation|thumbnail|media|http url content|wrong type/i, problem: 'media_problem', verdict: 'never' },
  { status: 400,                                                        problem: 'content_invalid',       verdict: 'never' },
  { status: 404,                                                        problem: 'unknown',               verdict: 'never' },
  { status: 409,                                                        problem: 'transient',             verdict: 'later' },
  { status: 413,                                                        problem: 'media_problem',         verdict: 'never' },
  { status: 429,                                                        problem: 'rate_limited',          verdict: 'later' },
];

export const rowFor = (status: number, words: string): ErrorRow | undefined =>
  ERRORS.find((row) => row.status === status && (row.says === undefined || row.says.test(words)));
