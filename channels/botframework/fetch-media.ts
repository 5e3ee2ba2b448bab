import {
  type ChannelConfig,
  type FetchedMedia,
  type HeardSource,
  MediaFailure,
  type Opened,
  type Outside,
  SendFailure,
} from '../../src/ports/channel';
import { wordFor } from '../common/connection';
import { called, isService } from './hosts';
import { tokenOf } from './login';

/** Opens a file by the link that came with it. The app's token goes along only to hosts of the service; no redirect is followed. */
export async function fetchMedia(config: ChannelConfig, { url }: HeardSource, outside: Outside): Promise<FetchedMedia> {
  if (url === null) throw new MediaFailure('never', 'gone', 'The network gave no link');
  const answer = isService(url, outside) ? await fromService(config, url, outside) : await open(url, {}, outside);
  if (answer.status === 200) return answer;
  answer.body.destroy();
  throw failureOf(answer.status);
}

async function fromService(config: ChannelConfig, url: string, outside: Outside): Promise<Opened> {
  const token = await tokenOf(config, outside).catch((error: unknown) => {
    if (!(error instanceof SendFailure)) throw error;
    throw new MediaFailure('later', error.problem.code === 'auth' ? 'auth' : 'unreachable', error.problem.detail);
  });
  return open(called(url, outside), { authorization: `Bearer ${token}` }, outside);
}

async function open(url: string, headers: Readonly<Record<string, string>>, outside: Outside): Promise<Opened> {
  try {
    return await outside.open(url, { headers: { 'user-agent': 'Relaydesk', ...headers }, home: outside.botFrameworkUrl });
  } catch (error) {
    // The error's own words may quote the link.
    throw new MediaFailure('later', 'unreachable', `The connection failed (${wordFor(error)})`);
  }
}

const GONE: ReadonlySet<number> = new Set([403, 404, 410]);

function failureOf(status: number): MediaFailure {
  if (GONE.has(status)) return new MediaFailure('never', 'gone', `HTTP ${status}: the link is dead`);
  if (status === 401) return new MediaFailure('later', 'auth', 'HTTP 401: the app’s token is not taken');
  if (status >= 300 && status < 400) return new MediaFailure('never', 'refused', `HTTP ${status}: the link leads elsewhere`);
  if (status === 429 || status >= 500) return new MediaFailure('later', 'unreachable', `HTTP ${status}`);
  return new MediaFailure('never', 'refused', `HTTP ${status}`);
}
