import { SendFailure, type SendProblem } from '../../src/ports/channel';
import { unconfirmed } from '../common/failures';
import { type Json, numberOf, objectOf, textOf } from '../common/json';
import { speakable } from '../common/speakable';
import { type ErrorRow, rowFor } from './error-table';

const SECOND = 1000;

/** What a method answered. `body` is undefined when it was no JSON. */
export interface BotAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** The Bot API refused, or nobody can tell. `hidden` are texts that must not come back in the detail. */
export function failureOf({ status: http, headers, body }: BotAnswer, hidden: readonly string[]): SendFailure {
  const said = objectOf(body);
  const status = (said.ok === false ? numberOf(said.error_code) : null) ?? http;
  const words = textOf(said.description);
  const detail = speakable(words ?? `HTTP ${http} without Telegram’s own words`, hidden);
  const row = rowFor(status, (words ?? '').replace(/^[A-Za-z ]+: /, ''));
  if (row) return refusal(row, { providerCode: words === null ? null : String(status), detail }, patienceIn(said, headers));
  if (status >= 500 || status < 400) return unconfirmed(detail);
  return new SendFailure('never', { code: 'unknown', providerCode: String(status), detail });
}

function refusal(row: ErrorRow, said: Pick<SendProblem, 'providerCode' | 'detail'>, patience: number | null): SendFailure {
  const { problem: code, verdict, reason, advice, pauses } = row;
  const problem = { code, ...said, ...(reason && { reason }), ...(advice && { advice }) };
  if (code === 'rate_limited')
    return new SendFailure(verdict, problem, { scope: 'number', ...(patience === null ? {} : { retryAfter: patience, exact: true }) });
  return new SendFailure(verdict, problem, pauses ? { pauses } : {});
}

/** Milliseconds for which the whole bot is to be silent: by the method's own word, or the server's before it. */
function patienceIn({ parameters }: Json, headers: Headers): number | null {
  const seconds = numberOf(objectOf(parameters).retry_after) ?? numberOf(headers.get('retry-after'));
  return seconds === null || seconds <= 0 ? null : seconds * SECOND;
}

/** The id that a chat has now, where the refusal says it. */
export const movedTo = ({ body }: BotAnswer): number | null => {
  const { ok, parameters } = objectOf(body);
  return ok === false ? numberOf(objectOf(parameters).migrate_to_chat_id) : null;
};
