import { type ChannelConfig, type Outside, type OutsideAnswer, SendFailure, type SendProblem } from '../../src/ports/channel';
import { refused, unanswered, unconfirmed } from '../common/failures';
import { isObject, type Json, jsonIn, numberOf, objectOf, textOf, wordOf } from '../common/json';
import { speakable } from '../common/speakable';
import { rowFor } from './error-table';
import { called, isService } from './hosts';
import { forgetToken, tokenOf } from './login';

export interface Post {
  readonly serviceUrl: string;
  readonly path: readonly string[];
  readonly body: Json;
  /** What must never come back in an error's detail. */
  readonly hidden: readonly string[];
}

/** So long a conversation rests when the service says no time. */
const USUAL_REST = 2000;
const SECOND = 1000;

/**
 * Posts to the connector: once, within the desk's time, where the service's own library would try four times and wait for ever.
 * Throws a `SendFailure`.
 */
export async function postToConnector(config: ChannelConfig, post: Post, outside: Outside): Promise<Json> {
  if (!isService(post.serviceUrl, outside)) throw elsewhere(post.serviceUrl);
  const first = await reach(await tokenOf(config, outside), post, outside);
  // A token that was revoked before its time is no reason to pause: nothing was taken yet.
  const answer = first.status === 401 && forgetToken(config, outside) ? await reach(await tokenOf(config, outside), post, outside) : first;
  if (answer.status === 401) forgetToken(config, outside);
  return taken(answer, [...post.hidden, config.appPassword ?? '', config.appId ?? '']);
}

async function reach(token: string, { serviceUrl, path, body }: Post, outside: Outside): Promise<OutsideAnswer> {
  const url = called(`${serviceUrl.replace(/\/+$/, '')}/${path.map(encodeURIComponent).join('/')}`, outside);
  try {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' };
    return await outside.call(url, { method: 'POST', headers, body: JSON.stringify(body), home: outside.botFrameworkUrl });
  } catch (error) {
    throw unanswered(error);
  }
}

const elsewhere = (serviceUrl: string): SendFailure =>
  refused(
    'recipient_invalid',
    `The conversation is said to be at ${URL.canParse(serviceUrl) ? new URL(serviceUrl).host : 'no address'}, which is no host of the Bot Framework`,
  );

/** What the connector answers to what it took; a body that can't be read is an empty one. */
function taken({ status, headers, body }: OutsideAnswer, hidden: readonly string[]): Json {
  const said = jsonIn(body);
  if (status >= 200 && status < 300) {
    if (!isObject(said) && body.length > 0) throw unconfirmed('The answer was not readable');
    return objectOf(said);
  }
  const error = objectOf(objectOf(said).error);
  const code = wordOf(error.code) ?? wordOf(objectOf(said).code);
  const words = textOf(error.message) ?? textOf(objectOf(said).message) ?? '';
  throw failureOf(
    { status, code, detail: speakable(words || `HTTP ${status} from the connector`, hidden) },
    numberOf(headers['retry-after']),
  );
}

function failureOf({ status, code, detail }: { status: number; code: string | null; detail: string }, after: number | null): SendFailure {
  if (status >= 500 || status < 400 || status === 408) return unconfirmed(detail, code);
  const row = rowFor(code, status);
  const problem: SendProblem = {
    code: row?.problem ?? 'unknown',
    providerCode: code,
    detail,
    ...(row?.reason && { reason: row.reason }),
    ...(row?.advice && { advice: row.advice }),
  };
  if (row?.verdict !== 'later') return new SendFailure('never', problem);
  const rests = row.scope ? { scope: row.scope, retryAfter: after === null ? USUAL_REST : after * SECOND } : {};
  return new SendFailure('later', problem, { ...rests, ...(row.pauses && { pauses: true }) });
}
