import { type ProblemCode, SendFailure } from '../../src/ports/channel';
import { TooLong } from './time';

interface Row {
  readonly pattern: RegExp;
  readonly verdict: SendFailure['verdict'];
  readonly code: ProblemCode;
  readonly detail: string;
}

/** What whatsapp-web.js throws while it sends (CHANNELS §6, §10). Whatever else it throws, the message may have gone. */
// biome-ignore format: a table is read in columns
const PROBLEMS: readonly Row[] = [
  { pattern: /No LID for user|Lid is missing/i,        verdict: 'never', code: 'recipient_invalid', detail: 'WhatsApp knows no person by this number.' },
  { pattern: /wid error: invalid wid|invalid wid/i,    verdict: 'never', code: 'recipient_invalid', detail: 'This is no number of WhatsApp.' },
  { pattern: /media.*(?:too large|size)|file.*too large/i, verdict: 'never', code: 'media_problem', detail: 'WhatsApp does not take this file.' },
  { pattern: /Could not get the quoted message/i,      verdict: 'never', code: 'content_invalid',   detail: 'The message that it answers is not there.' },
  { pattern: /429|rate-overlimit/i,                    verdict: 'later', code: 'rate_limited',      detail: 'WhatsApp asks for patience.' },
];

export const failure = (verdict: SendFailure['verdict'], code: ProblemCode, detail: string): SendFailure =>
  new SendFailure(verdict, { code, providerCode: null, detail });

export const NO_LINE = (): SendFailure => failure('later', 'transient', 'The line to WhatsApp is not ready.');

/** What became of a send whose call threw. The library's own words may name the person, and are not kept. */
export function problemOf(cause: unknown): SendFailure {
  if (cause instanceof SendFailure) return cause;
  const said = cause instanceof Error ? cause.message : String(cause);
  const row = cause instanceof TooLong ? undefined : PROBLEMS.find(({ pattern }) => pattern.test(said));
  const [verdict, code, detail] = row ? [row.verdict, row.code, row.detail] : UNSURE;
  const wait = row?.code === 'rate_limited' ? { retryAfter: 60_000, scope: 'number' as const } : {};
  return new SendFailure(verdict, { code, providerCode: null, detail }, wait);
}

const UNSURE = ['unknown', 'ambiguous', 'The browser did not say what became of this message.'] as const;
