import { type ChannelConfig, type FetchedMedia, type HeardSource, MediaFailure, type Outside } from '../../../src/ports/channel';
import { openLink } from '../media';

/** Opens a file by the link that came with it: it needs no token, and there is no other (CHANNELS §3.2, §4). */
export async function fetchMedia(_config: ChannelConfig, { url }: HeardSource, outside: Outside): Promise<FetchedMedia> {
  if (url === null) throw new MediaFailure('never', 'gone', 'The network gave no link');
  return openLink(outside, url, null);
}
