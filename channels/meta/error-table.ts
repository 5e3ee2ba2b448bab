import type { Advice, ProblemCode, Scope, SendFailure } from '../../src/ports/channel';

/** What one of Graph's errors means for a message, and for others (CHANNELS §2.7, §4, §10). */
export interface ErrorRow {
  /** `code`, `code/subcode`, or `/subcode` whatever the code. */
  readonly codes: string;
  readonly problem: ProblemCode;
  readonly verdict: SendFailure['verdict'];
  /** Nothing is sent through the channel until an admin acts. */
  readonly pauses?: true;
  /** What else waits. */
  readonly scope?: Scope;
  /** So many milliseconds, unless Graph says longer. */
  readonly wait?: number;
  /** So many attempts in all, then it is refused. */
  readonly tries?: number;
  /** The same where the file was named by a link, which Graph may fetch next time. */
  readonly linkTries?: number;
  /** With HTTP 5xx it leaves open whether the message went. */
  readonly vague?: true;
  /** Which case of the problem it is. */
  readonly reason?: string;
  /** What helps, where it is something else than with the problem in general. */
  readonly advice?: Advice;
  /** Milliseconds before which the same would be refused again. */
  readonly notWithin?: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The most exact entry wins. */
// biome-ignore format: a table is read in columns
export const ERRORS: readonly ErrorRow[] = [
  { problem: 'auth',                  verdict: 'later',   pauses: true,                             codes: '0 3 10 102 104 190 200 131005 10/2534077 200/2018027 200/2018028 200/2534041' },
  { problem: 'account_restricted',    verdict: 'later',   pauses: true,                             codes: '33 368 2022 /2022 130497 131031 131037 131045 131064 133010 134011 10/1893063 100/2534029' },
  { problem: 'account_restricted',    verdict: 'later',   pauses: true, reason: 'payment',          codes: '131042 131044' },
  { problem: 'rate_limited',          verdict: 'later',   scope: 'app',       wait: MINUTE,         codes: '4 4/2018354', reason: 'busy' },
  { problem: 'rate_limited',          verdict: 'later',   scope: 'number',    wait: MINUTE,         codes: '17 32 80007', reason: 'busy' },
  { problem: 'rate_limited',          verdict: 'later',   scope: 'number',    wait: SECOND,         codes: '613 613/2018338 613/2534040 9/2018352 130429', reason: 'busy' },
  { problem: 'rate_limited',          verdict: 'later',   scope: 'number',    wait: HOUR,           codes: '133016', reason: 'busy' },
  { problem: 'rate_limited',          verdict: 'later',   scope: 'number',    wait: 30 * MINUTE, tries: 3, codes: '131048', reason: 'spam' },
  { problem: 'rate_limited',          verdict: 'later',   scope: 'recipient', wait: 6 * SECOND,     codes: '131056' },
  { problem: 'transient',             verdict: 'later',   vague: true,                              codes: '1 2 1200 131000 1/99' },
  { problem: 'transient',             verdict: 'later',   vague: true, tries: 2,                    codes: '135000' },
  { problem: 'transient',             verdict: 'later',                                             codes: '131016 132069 133004' },
  { problem: 'transient',             verdict: 'later',   scope: 'number',    wait: MINUTE,         codes: '131057', reason: 'maintenance' },
  { problem: 'transient',             verdict: 'later',   wait: 10 * MINUTE,                        codes: '134101' },
  { problem: 'ambiguous',             verdict: 'unknown',                                           codes: '1/1357046' },
  { problem: 'window_closed',         verdict: 'never',                                             codes: '470 131047' },
  { problem: 'window_closed',         verdict: 'never',   advice: 'await_customer',                 codes: '10/2018278 10/2018065 10/2534022' },
  { problem: 'recipient_unavailable', verdict: 'never',                                             codes: '131026 551 /1545041 10/2018108 100/2018001' },
  { problem: 'recipient_unavailable', verdict: 'never',   advice: 'ask_admin',    reason: 'blocked_by_us', codes: '130403' },
  { problem: 'recipient_unavailable', verdict: 'never',   advice: 'await_customer', reason: 'experiment', codes: '130472' },
  { problem: 'recipient_unavailable', verdict: 'never',   advice: 'wait',         reason: 'marketing_cap', notWithin: DAY, codes: '131049' },
  { problem: 'recipient_unavailable', verdict: 'never',   advice: 'ask_customer', reason: 'opted_out', codes: '131050' },
  { problem: 'recipient_invalid',     verdict: 'never',                                             codes: '100/2534014' },
  { problem: 'recipient_invalid',     verdict: 'never',   advice: 'nothing',      reason: 'own_number', codes: '131021' },
  { problem: 'recipient_invalid',     verdict: 'never',   advice: 'ask_admin',    reason: 'not_on_list', codes: '131030' },
  { problem: 'recipient_invalid',     verdict: 'never',   advice: 'ask_customer', reason: 'needs_phone', codes: '131062' },
  { problem: 'thread_not_owned',      verdict: 'never',                                             codes: '2018300 /2018300 /2018321 100/2534037' },
  { problem: 'media_problem',         verdict: 'never',   linkTries: 3, advice: 'try_again',        codes: '131053' },
  { problem: 'media_problem',         verdict: 'never',                                             codes: '131052 /2018008 /2018047 /2018074 /2018109 /2018294' },
  { problem: 'template_problem',      verdict: 'never',                                             codes: '132001 132007 132015 132016 132068 134100' },
  { problem: 'template_problem',      verdict: 'never',   advice: 'change_content', reason: 'parameters', codes: '132000 132005 132008 132012 132018' },
  { problem: 'content_invalid',       verdict: 'never',                                             codes: '100 131008 131009 131051 131055 131063' },
];

const BY_CODE = new Map(ERRORS.flatMap((row) => row.codes.split(' ').map((code) => [code, row] as const)));

export function rowFor(code: string | null, subcode: string | null): { row: ErrorRow | undefined; providerCode: string | null } {
  const exact = subcode === null ? undefined : (BY_CODE.get(`${code}/${subcode}`) ?? BY_CODE.get(`/${subcode}`));
  const general = code === null ? undefined : BY_CODE.get(isPermission(code) ? '200' : code);
  return { row: exact ?? general, providerCode: exact ? `${code}/${subcode}` : (code?.slice(0, 50) ?? null) };
}

/** 200 to 299 are all "permission missing or withdrawn". */
function isPermission(code: string): boolean {
  return /^2\d\d$/.test(code);
}
