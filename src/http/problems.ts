import { type FieldError, Refusal, type RefusalCode } from '../domain/errors';
import { bytesInWords } from '../domain/media-limits';
import { FilesDown } from '../ports/files';
import { BeginAgain } from '../ports/store';

/** What the HTTP face refuses by itself, before or around the actions. */
type DoorCode =
  | 'scope_missing'
  | 'people_only'
  | 'bad_request'
  | 'origin_missing'
  | 'origin_foreign'
  | 'misdirected'
  | 'too_large'
  | 'unsupported_media_type'
  | 'in_progress'
  | 'idempotency_mismatch'
  | 'internal';

export type ProblemCode = RefusalCode | DoorCode;

// biome-ignore format: a table is read in columns
export const PROBLEMS: Record<ProblemCode, { readonly status: number; readonly title: string }> = {
  bad_request:            { status: 400, title: 'The request can\u2019t be read' },
  unauthenticated:        { status: 401, title: 'Log in first' },
  code_required:          { status: 401, title: 'The code of the second step is missing' },
  code_wrong:             { status: 401, title: 'The code of the second step is wrong' },
  forbidden:              { status: 403, title: 'Not allowed' },
  scope_missing:          { status: 403, title: 'The token lacks a scope' },
  people_only:            { status: 403, title: 'People only' },
  trial_not_allowed:      { status: 403, title: 'A trial is not allowed here' },
  origin_missing:         { status: 403, title: 'The Origin header is missing' },
  origin_foreign:         { status: 403, title: 'The request comes from another site' },
  not_found:              { status: 404, title: 'Not found' },
  illegal_transition:     { status: 409, title: 'The ticket\u2019s status does not let this happen' },
  chat_has_open_ticket:   { status: 409, title: 'The chat has an open ticket' },
  agent_not_online:       { status: 409, title: 'The agent is not online' },
  ticket_closed:          { status: 409, title: 'The ticket is closed' },
  assigned_to_other:      { status: 409, title: 'The ticket is a colleague\u2019s' },
  window_closed:          { status: 409, title: 'The customer can\u2019t be written freely now' },
  delivery_known:         { status: 409, title: 'It is known what became of the message' },
  may_have_been_sent:     { status: 409, title: 'The message may have been sent' },
  not_retryable:          { status: 409, title: 'The message would be refused again' },
  media_gone:             { status: 409, title: 'The file is gone' },
  media_not_ready:        { status: 409, title: 'The file is not here' },
  report_not_ready:       { status: 409, title: 'The report is not ready' },
  report_over:            { status: 409, title: 'The report is not being made' },
  replay_over:            { status: 409, title: 'The replay is not being worked out' },
  newer_message:          { status: 409, title: 'A colleague has written meanwhile' },
  system_stage:           { status: 409, title: 'A system stage stays as it is' },
  already_exists:         { status: 409, title: 'It exists already' },
  in_use:                 { status: 409, title: 'It is in use' },
  in_progress:            { status: 409, title: 'The first call with this Idempotency-Key is still running' },
  gone:                   { status: 410, title: 'Gone' },
  stale:                  { status: 412, title: 'It was changed meanwhile' },
  too_large:              { status: 413, title: 'The body is too large' },
  unsupported_media_type: { status: 415, title: 'The body is not JSON' },
  misdirected:            { status: 421, title: 'This host name is not served here' },
  invalid:                { status: 422, title: 'Something in the request is not as expected' },
  idempotency_mismatch:   { status: 422, title: 'This Idempotency-Key came with another body' },
  too_many_attempts:      { status: 429, title: 'Too many attempts' },
  internal:               { status: 500, title: 'Something went wrong here' },
  unavailable:            { status: 503, title: 'Not now' },
};

/** A refusal of the HTTP face itself. */
export class DoorRefusal extends Error {
  constructor(
    readonly code: ProblemCode,
    message: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'DoorRefusal';
  }
}

/** RFC 9457, with our `code` and `requestId`; what else a refusal knows stands beside them. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly requestId: string;
  readonly errors?: readonly FieldError[];
  readonly [fact: string]: unknown;
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** The answer to anything that was thrown. What is none of our refusals is a bug: its words stay in the log. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof Refusal || error instanceof DoorRefusal) return problem(error.code, error.message, requestId, error.facts);
  if (error instanceof BeginAgain)
    return problem('unavailable', 'Too much happens at once; repeat it in a moment.', requestId, { retryAfter: 1 });
  if (error instanceof FilesDown)
    return problem('unavailable', 'Files can’t be reached now; everything else works. Repeat it in a while.', requestId, {
      retryAfter: 10,
    });
  const code = codeOfParser(error);
  if (code === 'bad_request') return problem(code, 'The body is not valid JSON, or the address is not valid.', requestId);
  if (code === 'too_large') return problem(code, tooLarge(error), requestId);
  return problem('internal', 'This is our fault, not yours. The log has more under this request id.', requestId);
}

/** The parser says where its limit was. */
function tooLarge(error: unknown): string {
  const { limit } = error as { readonly limit?: unknown };
  return typeof limit === 'number' ? `A body may have at most ${bytesInWords(limit)}.` : 'The body is larger than what is taken here.';
}

/** What express and its body parser throw says `status`: those below 500 are the caller's. */
function codeOfParser(error: unknown): 'bad_request' | 'too_large' | null {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  if (status === 413) return 'too_large';
  return typeof status === 'number' && status >= 400 && status < 500 ? 'bad_request' : null;
}

export function problem(code: ProblemCode, detail: string, requestId: string, facts: Readonly<Record<string, unknown>> = {}): Problem {
  const { status, title } = PROBLEMS[code];
  const errors = status === 422 ? { errors: [] } : {};
  return { ...errors, ...facts, type: `/docs#${code}`, title, status, detail, code, requestId };
}
