import { type FetchedMedia, MediaFailure, type Outside, SendFailure } from '../../src/ports/channel';
import { openLink as openAt } from '../common/open-link';

/** Meta's own hosts for files (CHANNELS §2.6): only they are given a token. */
const HOSTS = /(^|\.)(facebook\.com|fbsbx\.com|fbcdn\.net|whatsapp\.net|cdninstagram\.com)$/;

/** Whether a link leads to Meta, or to the host that stands in for it. */
export function isMetas(url: string, { graphUrl }: Pick<Outside, 'graphUrl'>): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin } = new URL(url);
  return (graphUrl !== null && origin === new URL(graphUrl).origin) || (protocol === 'https:' && HOSTS.test(hostname));
}

/** Opens a link to a file. A token goes along only to Meta; no redirect is followed. */
export const openLink = (outside: Outside, url: string, token: string | null): Promise<FetchedMedia> =>
  openAt(outside, url, {
    headers: token !== null && isMetas(url, outside) ? { authorization: `Bearer ${token}` } : {},
    home: outside.graphUrl,
  });

/** Graph's no to where a file is, as one to the file. */
export function mediaFailure(error: unknown): unknown {
  if (!(error instanceof SendFailure)) return error;
  const { code, detail } = error.problem;
  if (code === 'auth' || code === 'account_restricted') return new MediaFailure('later', 'auth', detail);
  if (error.verdict === 'never') return new MediaFailure('never', 'gone', detail);
  return new MediaFailure('later', 'unreachable', detail);
}
