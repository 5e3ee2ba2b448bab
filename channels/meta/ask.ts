import { type Outside, SendFailure } from '../../src/ports/channel';
import { wordFor } from '../common/connection';
import { unreachable } from '../common/failures';
import { isObject, type Json } from '../common/json';
import { speakable } from '../common/speakable';
import { failureOf, failureOfStatus } from './errors';

export interface GraphQuestion {
  /** The provider's own host, unless the configuration names another. */
  readonly host: string;
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly token: string;
}

/** Reads something from Graph; throws a `SendFailure` when Graph refuses, or can't be reached (`transient`). */
export async function askGraph(outside: Outside, { host, path, query = {}, token }: GraphQuestion): Promise<Json> {
  const base = (outside.graphUrl ?? host).replace(/\/+$/, '');
  const url = `${[base, outside.graphVersion, ...path.map(encodeURIComponent)].join('/')}?${new URLSearchParams(query)}`;
  const response = await reach(outside, url, token);
  const answer: unknown = await response.json().catch(() => undefined);
  if (isObject(answer) && isObject(answer.error)) throw failureOf(answer.error, response.status, response.headers, [token]);
  const detail = `HTTP ${response.status} without Graph's own words`;
  if (!response.ok) throw failureOfStatus(response.status, response.headers, { providerCode: null, detail, transient: false });
  if (!isObject(answer)) throw unreachable('The answer was not readable');
  return answer;
}

async function reach(outside: Outside, url: string, token: string): Promise<Response> {
  // fetch would quote a token that no header can hold in its error.
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new SendFailure('never', { code: 'auth', providerCode: null, detail: 'The access token has characters that no token has' });
  try {
    const headers = { authorization: `Bearer ${token}` };
    return await outside.fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(outside.timeout) });
  } catch (error) {
    // The error itself is not passed on: its words may quote the request.
    throw unreachable(speakable(`The connection failed (${wordFor(error)})`, []));
  }
}
