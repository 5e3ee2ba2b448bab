import { type FetchedMedia, MediaFailure, type Opened, type Outside } from '../../src/ports/channel';
import { wordFor } from './connection';

interface Given {
  readonly headers?: Readonly<Record<string, string>>;
  /** The address that the environment names: a link there is opened wherever it is. */
  readonly home?: string | null;
}

/** Opens a link to a file that somebody sent; no redirect is followed. Throws a `MediaFailure`. */
export async function openLink(outside: Outside, url: string, { headers = {}, home = null }: Given = {}): Promise<FetchedMedia> {
  const answer = await reach(outside, url, { headers, home });
  if (answer.status === 200) return answer;
  answer.body.destroy();
  throw failureOf(answer);
}

async function reach(outside: Outside, url: string, { headers, home }: Required<Given>): Promise<Opened> {
  try {
    return await outside.open(url, { headers: { 'user-agent': 'Relaydesk', ...headers }, home });
  } catch (error) {
    // The error's own words may quote the link.
    throw new MediaFailure('later', 'unreachable', `The connection failed (${wordFor(error)})`);
  }
}

const GONE: ReadonlySet<number> = new Set([403, 404, 410]);

function failureOf({ status }: Opened): MediaFailure {
  if (GONE.has(status)) return new MediaFailure('never', 'gone', `HTTP ${status}: the link is dead`);
  if (status === 401) return new MediaFailure('later', 'auth', 'HTTP 401: the access token is not taken');
  if (status >= 300 && status < 400) return new MediaFailure('never', 'refused', `HTTP ${status}: the link leads elsewhere`);
  if (status === 429 || status >= 500) return new MediaFailure('later', 'unreachable', `HTTP ${status}`);
  return new MediaFailure('never', 'refused', `HTTP ${status}`);
}
