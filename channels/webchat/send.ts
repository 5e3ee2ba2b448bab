import { isMedia } from '../../src/domain/content';
import {
  type Attention,
  type ChannelConfig,
  type FetchedMedia,
  type HeardSource,
  MediaFailure,
  type Outbound,
  type Outside,
  SendFailure,
  type Sent,
} from '../../src/ports/channel';
import { sentId } from './hear';

/** The desk is the network: what is stored is sent. It is delivered when a page has fetched it, and sent twice it is one all the same. */
export async function send(_config: ChannelConfig, { reference, content, file }: Outbound): Promise<Sent> {
  if (isMedia(content) && !file)
    throw new SendFailure('never', { code: 'media_problem', providerCode: null, detail: 'The file of this message is not there.' });
  return { providerMessageId: sentId(reference) };
}

export async function typing(_config: ChannelConfig, { to }: Attention, { pages }: Outside): Promise<void> {
  pages?.typing(to);
}

/** A file that the visitor's page has handed over to the desk before the message that shows it. */
export async function fetchMedia(_config: ChannelConfig, { id }: HeardSource, { pages }: Outside): Promise<FetchedMedia> {
  const file = id === null ? null : await pages?.uploaded(id);
  if (!file) throw new MediaFailure('never', 'gone', 'The upload is not there any more.');
  return file;
}
