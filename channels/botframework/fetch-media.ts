import { type ChannelConfig, type FetchedMedia, type HeardSource, MediaFailure, type Outside, SendFailure } from '../../src/ports/channel';
import { openLink } from '../common/open-link';
import { called, isService } from './hosts';
import { tokenOf } from './login';

/** Opens a file by the link that came with it. The app's token goes along only to hosts of the service; no redirect is followed. */
export async function fetchMedia(config: ChannelConfig, { url }: HeardSource, outside: Outside): Promise<FetchedMedia> {
  if (url === null) throw new MediaFailure('never', 'gone', 'The network gave no link');
  return isService(url, outside) ? fromService(config, url, outside) : openLink(outside, url, { home: outside.botFrameworkUrl });
}

async function fromService(config: ChannelConfig, url: string, outside: Outside): Promise<FetchedMedia> {
  const token = await tokenOf(config, outside).catch((error: unknown) => {
    if (!(error instanceof SendFailure)) throw error;
    throw new MediaFailure('later', error.problem.code === 'auth' ? 'auth' : 'unreachable', error.problem.detail);
  });
  return openLink(outside, called(url, outside), { headers: { authorization: `Bearer ${token}` }, home: outside.botFrameworkUrl });
}
