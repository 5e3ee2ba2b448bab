import { type ChannelConfig, type FetchedMedia, type HeardSource, MediaFailure, type Outside, SendFailure } from '../../src/ports/channel';
import { objectOf, wordOf } from '../common/json';
import { openLink } from '../common/open-link';
import { callBot, urlOf } from './api';

const TOO_LARGE = 'Telegram lets bots fetch files of at most 20 MB';

/** Opens a file by its id. Where it lies is asked anew each time, because that address holds the token: it is told to nobody. */
export async function fetchMedia(config: ChannelConfig, { id }: HeardSource, outside: Outside): Promise<FetchedMedia> {
  if (id === null) throw new MediaFailure('never', 'gone', 'The network gave no id');
  const path = await pathOf(config, id, outside);
  const opened = await openLink(outside, urlOf(config, `file/bot%/${path}`, outside), { home: outside.telegramUrl });
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
