import { type FetchedMedia, MediaFailure, type Opened, type Outside, SendFailure } from '../../src/ports/channel';
import { wordFor } from './connection';

/** Meta's own hosts for files (CHANNELS §2.6): only they are given a token. */
const HOSTS = /(^|\.)(facebook\.com|fbsbx\.com|fbcdn\.net|whatsapp\.net|cdninstagram\.com)$/;

/** Whether a link leads to Meta, or to the host that stands in for it. */
export function isMetas(url: string, { graphUrl }: Pick<Outside, 'graphUrl'>): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin } = new URL(url);
  return (graphUrl !== null && origin === new URL(graphUrl).origin) || (protocol === 'https:' && HOSTS.test(hostname));
}

/** Opens a link to a file. A token goes along only to Meta; no redirect is followed. */
export async function openLink(outside: Outside, url: string, token: string | null): Promise<FetchedMedia> {
  const headers: Readonly<Record<string, string>> = token !== null && isMetas(url, outside) ? { authorization: `Bearer ${token}` } : {};
  const answer = await reach(outside, url, headers);
  if (answer.status === 200) return answer;
  answer.body.destroy();
  throw failureOf(answer);
}

async function reach(outside: Outside, url: string, headers: Readonly<Record<string, string>>): Promise<Opened> {
  try {
    return await outside.open(url, { headers: { 'user-agent': 'Relaydesk', ...headers }, home: outside.graphUrl });
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

/** Graph's no to where a file is, as one to the file. */
export function mediaFailure(error: unknown): unknown {
  if (!(error instanceof SendFailure)) return error;
  const { code, detail } = error.problem;
  if (code === 'auth' || code === 'account_restricted') return new MediaFailure('later', 'auth', detail);
  if (error.verdict === 'never') return new MediaFailure('never', 'gone', detail);
  return new MediaFailure('later', 'unreachable', detail);
}
