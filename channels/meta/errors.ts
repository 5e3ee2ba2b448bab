import { type LateProblem, type ProblemCode, type Scope, SendFailure, type SendProblem } from '../../src/ports/channel';
import { idOf, type Json, numberOf, objectOf } from '../common/json';
import { speakable } from '../common/speakable';
import { type ErrorRow, rowFor } from './error-table';

type Options = ConstructorParameters<typeof SendFailure>[2];

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** So long a scope waits when neither the table nor Graph says it. */
const USUAL = MINUTE;

/** Why a message did not arrive, as a failed status tells it, with what follows for other messages. */
export function problemOf(error: unknown): LateProblem {
  const said = objectOf(error);
  const { row, providerCode } = rowOf(said);
  const problem = problemBy(row, { providerCode, detail: detailOf(said, []) });
  if (row?.pauses) return { ...problem, pauses: true };
  return row?.scope ? { ...problem, limit: { scope: row.scope, wait: row.wait ?? USUAL } } : problem;
}

interface Manner {
  /** A file was named by its link. */
  readonly byLink?: boolean;
  /** That Graph calls its failure passing means that nothing went, also with HTTP 5xx (CHANNELS §4). */
  readonly believed?: boolean;
}

/** Graph refused a send. `hidden` are texts that must not come back in the detail. */
export function failureOf(
  error: Json,
  status: number,
  headers: Headers,
  hidden: readonly string[],
  { byLink = false, believed = false }: Manner = {},
): SendFailure {
  const { row, providerCode } = rowOf(error);
  const said = { providerCode, detail: detailOf(error, hidden) };
  if (!row) return failureOfStatus(status, headers, { ...said, transient: error.is_transient === true });
  const surelyNot = believed && error.is_transient === true;
  if (row.verdict === 'unknown' || (row.vague && status >= 500 && !surelyNot))
    return new SendFailure('unknown', { code: 'ambiguous', ...said });
  const problem = problemBy(row, said);
  if (row.verdict === 'later') return new SendFailure('later', problem, patient(row, headers));
  return byLink && row.linkTries ? new SendFailure('later', problem, { tries: row.linkTries }) : new SendFailure('never', problem);
}

/** All that is known is the HTTP status: Graph's own words are missing, or new to us. */
export function failureOfStatus(
  status: number,
  headers: Headers,
  said: { providerCode: string | null; detail: string; transient: boolean },
): SendFailure {
  const problem = (code: ProblemCode) => ({ code, providerCode: said.providerCode, detail: said.detail });
  if (status >= 500 || status < 400 || status === 408) return new SendFailure('unknown', problem('ambiguous'));
  if (status === 429) return new SendFailure('later', problem('rate_limited'), patient({ scope: 'number' }, headers));
  if (status === 401) return new SendFailure('later', problem('auth'), { pauses: true });
  if (said.transient) return new SendFailure('later', problem('transient'), patient({}, headers));
  return new SendFailure('never', problem('unknown'));
}

function problemBy(row: ErrorRow | undefined, said: Pick<SendProblem, 'providerCode' | 'detail'>): SendProblem {
  if (!row) return { code: 'unknown', ...said };
  const { problem: code, reason, advice, notWithin } = row;
  return { code, ...said, ...(reason && { reason }), ...(advice && { advice }), ...(notWithin && { notWithin }) };
}

function rowOf(error: Json): { row: ErrorRow | undefined; providerCode: string | null } {
  return rowFor(idOf(error.code), idOf(error.error_subcode));
}

function detailOf(error: Json, hidden: readonly string[]): string {
  const details = objectOf(error.error_data).details;
  const said = [error.message ?? error.title, details].filter((part) => typeof part === 'string' && part !== '');
  return speakable(said.join(': ') || 'The network gave no reason', hidden);
}

/** Waits as long as the table, `Retry-After` or the business use-case header say, whichever is longest. */
function patient({ scope, wait, pauses, tries }: Partial<ErrorRow> & { readonly scope?: Scope }, headers: Headers): Options {
  const seconds = numberOf(headers.get('retry-after')) ?? 0;
  const said = Math.max(wait ?? 0, seconds * SECOND, regainedAfter(headers.get('x-business-use-case-usage')));
  const retryAfter = said > 0 ? said : scope ? USUAL : 0;
  return { ...(scope && { scope }), ...(pauses && { pauses }), ...(tries && { tries }), ...(retryAfter > 0 && { retryAfter }) };
}

function regainedAfter(usage: string | null): number {
  const minutes = /"estimated_time_to_regain_access"\s*:\s*(\d{1,6})/g;
  return Math.max(0, ...[...(usage ?? '').matchAll(minutes)].map((match) => Number(match[1]) * MINUTE));
}
