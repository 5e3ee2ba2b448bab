import { type ProblemCode, SendFailure, type SendProblem } from '../../src/ports/channel';
import { idOf, type Json, numberOf, objectOf } from './json';
import { speakable } from './speakable';

type Options = ConstructorParameters<typeof SendFailure>[2] & {
  /** With HTTP 5xx this code leaves open whether the message went. */
  readonly vague?: boolean;
};
interface Row {
  readonly codes: string;
  readonly problem: ProblemCode;
  readonly verdict: SendFailure['verdict'];
  readonly options?: Options;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** What Graph's errors mean: `code`, `code/subcode`, or `/subcode` whatever the code. The most exact entry wins. */
// biome-ignore format: a table is read in columns
const ROWS: readonly Row[] = [
  { problem: 'auth',                  verdict: 'later', options: { pauses: true },      codes: '0 3 10 102 104 190 200 131005 10/2534077 200/2018027 200/2018028 200/2534041' },
  { problem: 'account_restricted',    verdict: 'later', options: { pauses: true },      codes: '33 368 2022 /2022 130497 131031 131037 131042 131044 131045 131064 133010 134011 10/1893063 100/2534029' },
  { problem: 'rate_limited',          verdict: 'later', options: { scope: 'channel' },  codes: '4 17 32 613 80007 130429 133016 613/2018338 613/2534040 4/2018354 9/2018352' },
  { problem: 'rate_limited',          verdict: 'later', options: { scope: 'recipient', retryAfter: 6 * SECOND }, codes: '131056' },
  { problem: 'rate_limited',          verdict: 'later', options: { scope: 'channel', retryAfter: 30 * MINUTE },  codes: '131048' },
  { problem: 'transient',             verdict: 'later', options: { vague: true },       codes: '1 2 1200 131000 135000 1/99' },
  { problem: 'transient',             verdict: 'later',                                 codes: '131016 132069 133004' },
  { problem: 'transient',             verdict: 'later', options: { retryAfter: MINUTE }, codes: '131057' },
  { problem: 'transient',             verdict: 'later', options: { retryAfter: 10 * MINUTE }, codes: '134101' },
  { problem: 'ambiguous',             verdict: 'unknown',                               codes: '1/1357046' },
  { problem: 'window_closed',         verdict: 'never',                                 codes: '470 131047 10/2018278 10/2018065 10/2534022' },
  { problem: 'recipient_unavailable', verdict: 'never',                                 codes: '551 130403 130472 131026 131049 131050 /1545041 10/2018108 100/2018001' },
  { problem: 'recipient_invalid',     verdict: 'never',                                 codes: '131021 131030 131062 100/2534014' },
  { problem: 'thread_not_owned',      verdict: 'never',                                 codes: '2018300 /2018300 /2018321 100/2534037' },
  { problem: 'media_problem',         verdict: 'never',                                 codes: '131052 131053 /2018008 /2018047 /2018074 /2018109 /2018294' },
  { problem: 'template_problem',      verdict: 'never',                                 codes: '132000 132001 132005 132007 132008 132012 132015 132016 132018 132068 134100' },
  { problem: 'content_invalid',       verdict: 'never',                                 codes: '100 131008 131009 131051 131055 131063' },
];
const BY_CODE = new Map(ROWS.flatMap((row) => row.codes.split(' ').map((code) => [code, row] as const)));

/** Why a message did not arrive, as a failed status tells it. */
export function problemOf(error: unknown): SendProblem {
  const { row, providerCode } = found(objectOf(error));
  return { code: row?.problem ?? 'unknown', providerCode, detail: detailOf(objectOf(error), []) };
}

/** Graph refused a send. `hidden` are texts that must not come back in the detail. */
export function failureOf(error: Json, status: number, headers: Headers, hidden: readonly string[]): SendFailure {
  const { row, providerCode } = found(error);
  const problem = (code: ProblemCode) => ({ code, providerCode, detail: detailOf(error, hidden) });
  if (!row)
    return failureOfStatus(status, headers, { providerCode, detail: detailOf(error, hidden), transient: error.is_transient === true });
  const { vague, ...options } = row.options ?? {};
  if (vague && status >= 500) return new SendFailure('unknown', problem('ambiguous'));
  return new SendFailure(row.verdict, problem(row.problem), row.verdict === 'later' ? patient(options, headers) : {});
}

/** All that is known is the HTTP status: Graph's own words are missing, or new to us. */
export function failureOfStatus(
  status: number,
  headers: Headers,
  said: { providerCode: string | null; detail: string; transient: boolean },
): SendFailure {
  const problem = (code: ProblemCode) => ({ code, providerCode: said.providerCode, detail: said.detail });
  if (status >= 500 || status < 400 || status === 408) return new SendFailure('unknown', problem('ambiguous'));
  if (status === 429) return new SendFailure('later', problem('rate_limited'), patient({ scope: 'channel' }, headers));
  if (status === 401) return new SendFailure('later', problem('auth'), { pauses: true });
  if (said.transient) return new SendFailure('later', problem('transient'), patient({}, headers));
  return new SendFailure('never', problem('unknown'));
}

function found(error: Json): { row: Row | undefined; providerCode: string | null } {
  const code = idOf(error.code);
  const subcode = idOf(error.error_subcode);
  const exact = subcode === null ? undefined : (BY_CODE.get(`${code}/${subcode}`) ?? BY_CODE.get(`/${subcode}`));
  const general = code === null ? undefined : BY_CODE.get(isPermission(code) ? '200' : code);
  return { row: exact ?? general, providerCode: exact ? `${code}/${subcode}` : (code?.slice(0, 50) ?? null) };
}

/** 200 to 299 are all "permission missing or withdrawn". */
function isPermission(code: string): boolean {
  return /^2\d\d$/.test(code);
}

function detailOf(error: Json, hidden: readonly string[]): string {
  const details = objectOf(error.error_data).details;
  const said = [error.message ?? error.title, details].filter((part) => typeof part === 'string' && part !== '');
  return speakable(said.join(': ') || 'The network gave no reason', hidden);
}

/** Waits as long as the table, `Retry-After` or the business use-case header say, whichever is longest. */
function patient(options: Options, headers: Headers): Options {
  const seconds = numberOf(headers.get('retry-after')) ?? 0;
  const retryAfter = Math.max(options.retryAfter ?? 0, seconds * SECOND, regainedAfter(headers.get('x-business-use-case-usage')));
  return retryAfter > 0 ? { ...options, retryAfter } : options;
}

function regainedAfter(usage: string | null): number {
  const minutes = /"estimated_time_to_regain_access"\s*:\s*(\d{1,6})/g;
  return Math.max(0, ...[...(usage ?? '').matchAll(minutes)].map((match) => Number(match[1]) * MINUTE));
}
