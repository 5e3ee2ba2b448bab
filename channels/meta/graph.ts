import { type Outside, SendFailure } from '../../src/ports/channel';
import { unanswered, unconfirmed } from '../common/failures';
import { type Form, isForm, patienceFor, requestOf } from '../common/form';
import { isObject, type Json } from '../common/json';
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
    const { headers, ...given } = requestOf(body);
    return await outside.fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...given,
      redirect: 'error',
      signal: AbortSignal.timeout(outside.timeout + patienceFor(body)),
    });
  } catch (error) {
    throw unanswered(error);
  }
}

/** The answer as JSON; undefined when it is none, or broke off. */
async function read(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
