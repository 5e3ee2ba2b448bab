import { type Outside, SendFailure } from '../../src/ports/channel';
import { neverLeft, wordFor } from '../common/connection';
import type { Form } from '../common/form';
import { isObject, type Json } from '../common/json';
import { speakable } from '../common/speakable';
import { failureOf, failureOfStatus } from './errors';

export interface GraphPost {
  /** The provider's own host, unless the configuration names another. */
  readonly host: string;
  readonly path: readonly string[];
  readonly token: string;
  readonly body: Json | Form;
  /** What must never come back in an error's detail, besides the token. */
  readonly hidden: readonly string[];
  /** Whether `is_transient` says surely that nothing went. */
  readonly believed?: true;
}

/** Posts to Graph; resolves with the answer's object when Graph took it, throws a `SendFailure` otherwise. */
export async function postToGraph(outside: Outside, post: GraphPost): Promise<Json> {
  const response = await reach(outside, post);
  const answer = await read(response);
  const hidden = [post.token, ...post.hidden];
  if (isObject(answer) && isObject(answer.error))
    throw failureOf(answer.error, response.status, response.headers, hidden, {
      byLink: hasLink(post.body),
      believed: post.believed === true,
    });
  if (!response.ok) {
    throw failureOfStatus(response.status, response.headers, {
      providerCode: null,
      detail: `HTTP ${response.status} without Graph's own words`,
      transient: false,
    });
  }
  if (!isObject(answer)) throw unconfirmed('The answer was not readable');
  return answer;
}

/** Whether Graph is to fetch a file by itself. */
const hasLink = (body: GraphPost['body']): boolean => !isForm(body) && /"(?:link|url)":"https?:/.test(JSON.stringify(body));

/** The network said yes, but not to what: it may have gone. */
export function unconfirmed(detail: string): SendFailure {
  return new SendFailure('unknown', { code: 'ambiguous', providerCode: null, detail });
}

async function reach(outside: Outside, { host, path, token, body }: GraphPost): Promise<Response> {
  const base = (outside.graphUrl ?? host).replace(/\/+$/, '');
  const url = [base, outside.graphVersion, ...path.map(encodeURIComponent)].join('/');
  // fetch would quote a token that no header can hold in its error.
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new SendFailure(
      'later',
      { code: 'auth', providerCode: null, detail: 'The access token has characters that no token has' },
      { pauses: true },
    );
  try {
    return await outside.fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, ...headersOf(body) },
      ...(isForm(body)
        ? { body: body.bytes() as unknown as RequestInit['body'], duplex: 'half' as const }
        : { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(outside.timeout + patienceFor(body)),
    });
  } catch (error) {
    // The error itself is not passed on: its words may quote the request.
    const detail = speakable(`The connection failed (${wordFor(error)})`, []);
    throw neverLeft(error) ? new SendFailure('later', { code: 'transient', providerCode: null, detail }) : unconfirmed(detail);
  }
}

const isForm = (body: Json | Form): body is Form => typeof body.bytes === 'function';

const headersOf = (body: Json | Form): Record<string, string> =>
  isForm(body) ? { 'content-type': body.contentType, 'content-length': String(body.length) } : { 'content-type': 'application/json' };

/** A slow line still carries 100 bytes in a millisecond. */
const patienceFor = (body: Json | Form): number => (isForm(body) ? Math.ceil(body.length / SLOWEST) : 0);
const SLOWEST = 100;

/** The answer as JSON; undefined when it is none, or broke off. */
async function read(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
