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
import { objectOf, wordOf } from '../common/json';
import { callBot, urlOf } from './api';

const TOO_LARGE = 'Telegram lets bots fetch files of at most 20 MB';

/** Opens a file by its id. Where it lies is asked anew each time, because that address holds the token: it is told to nobody. */
export async function fetchMedia(config: ChannelConfig, { id }: HeardSource, outside: Outside): Promise<FetchedMedia> {
  if (id === null) throw new MediaFailure('never', 'gone', 'The network gave no id');
  const path = await pathOf(config, id, outside);
  const opened = await open(urlOf(config, `file/bot%/${path}`, outside), outside);
  if (opened.status !== 200) {
    opened.body.destroy();
    throw failureOf(opened);
  }
  // All files are called so there; what the message said of it is better.
  return opened.mime === 'application/octet-stream' ? { ...opened, mime: null } : opened;
}

async function pathOf(config: ChannelConfig, file_id: string, outside: Outside): Promise<string> {
  try {
    const path = wordOf(objectOf(await callBot(config, { method: 'getFile', body: { file_id } }, outside)).file_path);
    if (path === null || path.split('/').includes('..'))
      throw new MediaFailure('never', 'gone', 'Telegram does not say where the file lies');
    return path.split('/').map(encodeURIComponent).join('/');
  } catch (error) {
    throw error instanceof SendFailure ? refusal(error) : error;
  }
}

function refusal({ verdict, problem: { code, detail } }: SendFailure): MediaFailure {
  if (code === 'auth') return new MediaFailure('later', 'auth', detail);
  if (/too big/i.test(detail)) return new MediaFailure('never', 'too_large', TOO_LARGE);
  return verdict === 'never' ? new MediaFailure('never', 'gone', detail) : new MediaFailure('later', 'unreachable', detail);
}

async function open(url: string, outside: Outside): Promise<Opened> {
  try {
    return await outside.open(url, { headers: { 'user-agent': 'Relaydesk' }, home: outside.telegramUrl });
  } catch (error) {
    // The error's own words may quote the address.
    throw new MediaFailure('later', 'unreachable', `The connection failed (${wordFor(error)})`);
  }
}

function failureOf({ status }: Opened): MediaFailure {
  if (status === 401) return new MediaFailure('later', 'auth', 'HTTP 401: the token is not taken');
  if (status >= 300 && status < 400) return new MediaFailure('never', 'refused', `HTTP ${status}: the file lies elsewhere`);
  // Where it lies is known for an hour only, and asked anew then.
  if (status === 404 || status === 403 || status === 410) return new MediaFailure('never', 'gone', `HTTP ${status}: the file is gone`);
  return new MediaFailure(
    status === 429 || status >= 500 ? 'later' : 'never',
    status === 429 || status >= 500 ? 'unreachable' : 'refused',
    `HTTP ${status}`,
  );
}
