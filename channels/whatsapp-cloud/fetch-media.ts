import { type ChannelConfig, type FetchedMedia, type HeardSource, MediaFailure, type Outside } from '../../src/ports/channel';
import { wordOf } from '../common/json';
import { askGraph } from '../meta/ask';
import { isMetas, mediaFailure, openLink } from '../meta/media';
import { HOST } from './send';

/**
 * Opens a file by the link that came with it, and when that is dead by a new one: links live for five minutes, ids for
 * seven days (CHANNELS §2.3, §2.6).
 */
export async function fetchMedia(config: ChannelConfig, { id, url }: HeardSource, outside: Outside): Promise<FetchedMedia> {
  const token = config.accessToken ?? '';
  if (url !== null && (id === null || isMetas(url, outside))) {
    try {
      return await openLink(outside, url, token);
    } catch (error) {
      if (id === null) throw error;
    }
  }
  return openLink(outside, await linkTo(config, id ?? '', outside), token).catch((error) => {
    throw error instanceof MediaFailure && error.code === 'gone' ? new MediaFailure('later', 'gone', error.message) : error;
  });
}

async function linkTo({ accessToken = '', phoneNumberId = '' }: ChannelConfig, id: string, outside: Outside): Promise<string> {
  const query = { phone_number_id: phoneNumberId };
  const answer = await askGraph(outside, { host: HOST, path: [id], query, token: accessToken }).catch((error: unknown) => {
    throw mediaFailure(error);
  });
  const url = wordOf(answer.url);
  if (url === null) throw new MediaFailure('later', 'unreachable', 'Graph gave no link to the file');
  return url;
}
