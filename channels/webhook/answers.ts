import { type OutsideAnswer, type ProblemCode, SendFailure, type SendProblem } from '../../src/ports/channel';
import { isObject, jsonIn, objectOf, wordOf } from '../common/json';
import { speakable } from '../common/speakable';
import { problemOf } from './hear';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** What is sent again, and when: the receiver knows a call by its `webhook-id`, so that one more does no harm (CHANNELS §8). */
export const TIMETABLE: readonly number[] = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR];

interface Row {
  readonly verdict: 'later' | 'never';
  readonly code: ProblemCode;
  /** Nothing goes until an admin has acted. */
  readonly pauses?: true;
  /** All of the channel waits as long as is asked. */
  readonly limit?: true;
  readonly says: string;
}

/** What a status means; every other 4xx is refused for good, and everything else is tried again. */
// biome-ignore format: a table is read in columns
const STATUSES: ReadonlyMap<number, Row> = new Map<number, Row>([
  [401, { verdict: 'later', code: 'auth',               pauses: true, says: 'The receiver does not take the signature: it has another secret' }],
  [408, { verdict: 'later', code: 'transient',                        says: 'The receiver did not get all of it in time' }],
  [410, { verdict: 'later', code: 'account_restricted', pauses: true, says: 'The receiver wants no more calls at this address (410 Gone)' }],
  [413, { verdict: 'never', code: 'content_invalid',                  says: 'It is too large for the receiver' }],
  [425, { verdict: 'later', code: 'transient',                        says: 'The receiver wants it later' }],
  [429, { verdict: 'later', code: 'rate_limited',       limit: true,  says: 'The receiver asks for patience' }],
]);

const REFUSED: Row = { verdict: 'never', code: 'unknown', says: 'The receiver refuses it' };
const AGAIN: Row = { verdict: 'later', code: 'transient', says: 'The receiver could not take it' };
const REDIRECT: Row = { verdict: 'later', code: 'transient', says: 'The receiver sends the desk elsewhere, where it does not go' };

/** `attempts`: how often it was tried before. `hidden`: what must not come back in the words. */
interface Told {
  readonly attempts: number;
  readonly now: number;
  readonly hidden: readonly string[];
}

/** Why an answer other than 2xx is none, and what follows. */
export function failureOf(answer: OutsideAnswer, told: Told): SendFailure {
  const row = rowOf(answer.status);
  const problem = problemIn(answer, row, told.hidden);
  if (row.verdict === 'never') return new SendFailure('never', problem);
  const asked = patienceIn(answer, told.now);
  if (row.pauses) return new SendFailure('later', problem, { pauses: true });
  if (row.limit) return new SendFailure('later', problem, { scope: 'number', ...(asked === null ? {} : { retryAfter: asked }) });
  return again(problem, told.attempts, asked ?? 0);
}

/** Once more by the timetable, and not before `asked` milliseconds. */
export const again = (problem: SendProblem, attempts: number, asked = 0): SendFailure =>
  new SendFailure('later', problem, {
    retryAfter: Math.max(TIMETABLE[Math.min(attempts, TIMETABLE.length - 1)] ?? 0, asked),
    tries: TIMETABLE.length + 1,
  });

function rowOf(status: number): Row {
  if (status >= 300 && status < 400) return REDIRECT;
  return STATUSES.get(status) ?? (status >= 400 && status < 500 ? REFUSED : AGAIN);
}

/** The receiver's own code and words where it gives any; what it says never decides what follows. */
function problemIn({ status, body }: OutsideAnswer, row: Row, hidden: readonly string[]): SendProblem {
  const said = saidIn(body);
  const own = problemOf(said);
  const code = row.verdict === 'never' && own.code !== 'unknown' ? own.code : row.code;
  const words = said.message ? `: ${speakable(said.message, hidden)}` : '';
  return {
    code,
    providerCode: own.providerCode === null ? String(status) : `${status}/${speakable(own.providerCode, hidden)}`,
    detail: `${row.says} (HTTP ${status})${words}`,
  };
}

const LONGEST = 2000;

/** Of `{error: {code, message}}`, of `{error: "…"}`, of a problem document, or of plain words. */
function saidIn(body: Buffer): { readonly code?: string; readonly message?: string } {
  const text = body.subarray(0, LONGEST).toString('utf8').trim();
  const given = jsonIn(text);
  if (!isObject(given)) return text === '' || text.startsWith('<') || given !== undefined ? {} : { message: text };
  const error = isObject(given.error) ? given.error : given;
  const code = wordOf(error.code) ?? undefined;
  const message = wordOf(error.message) ?? wordOf(error.detail) ?? wordOf(error.title) ?? wordOf(given.error) ?? undefined;
  return { ...(code ? { code } : {}), ...(message ? { message } : {}) };
}

/** Nobody is waited for longer at once. */
const MOST_PATIENCE = 24 * HOUR;

/** `Retry-After`, in seconds or as a date, in milliseconds. */
function patienceIn({ headers }: OutsideAnswer, now: number): number | null {
  const given = headers['retry-after'];
  if (given === undefined) return null;
  const wait = /^\d{1,7}$/.test(given) ? Number(given) * SECOND : Date.parse(given) - now;
  return Number.isFinite(wait) && wait > 0 ? Math.min(wait, MOST_PATIENCE) : null;
}

/** What the receiver calls a message that it took. */
export function idIn({ body }: OutsideAnswer): string | null {
  const { id } = objectOf(jsonIn(body));
  return Number.isSafeInteger(id) ? String(id) : wordOf(id);
}
