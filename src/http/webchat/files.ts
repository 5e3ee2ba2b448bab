import { Transform } from 'node:stream';
import type { z } from 'zod';
import type { Desk } from '../../actions/desk';
import { takeUpload } from '../../actions/media/take-upload';
import { isTheirs, threadsOf } from '../../actions/webchat/following';
import { uploaderOf } from '../../actions/webchat/hand-in';
import { invalid, Refusal } from '../../domain/errors';
import { bareMime } from '../../domain/media-limits';
import { TooLarge } from '../../ports/files';
import type { Media } from '../../ports/store';
import type { giveFile } from '../give-file';
import type { PageUpload } from '../schemas/webchat';
import { takeFile } from '../take-file';
import type { PageCall } from './call';

const MB = 1024 * 1024;
const LARGEST = 20 * MB;

/** Bytes of one file that a visitor may hand over. */
export const largestFor = ({ files }: Pick<Desk, 'files'>): number => Math.min(LARGEST, files.most);

export async function upload(call: PageCall<undefined, z.output<typeof PageUpload>>) {
  const { desk, visitor, page, request, query } = call;
  const most = largestFor(desk);
  const media = await takeFile(request, { most, fileName: query.name ?? null }, (file) =>
    takeUpload(desk, { by: { id: uploaderOf(visitor) }, ...file, body: file.body.pipe(noMoreThan(most)) }),
  );
  const { mimes = [] } = page.kind.capabilities.media.document ?? {};
  if (!mimes.includes(bareMime(media.mime)))
    throw invalid('file', `Files of this kind (${bareMime(media.mime) || 'unknown'}) are not taken here.`);
  const { id, mime, bytes, fileName, width, height } = media;
  return { body: { mediaId: id, mime, bytes, fileName, width, height } };
}

function noMoreThan(most: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > most) done(new TooLarge(most));
      else done(null, chunk);
    },
  });
}

/** A file of a message that they may see, or an upload of their own. */
export async function give(call: PageCall, how: typeof giveFile): Promise<null> {
  const { desk, request, response, params } = call;
  const media = await desk.store.reads.media(params.mediaId ?? '');
  if (!media || !(await isOwn(call, media))) throw new Refusal('not_found', 'There is no such file.');
  await how({ files: desk.files, request, response }, media);
  return null;
}

async function isOwn({ desk, page, visitor }: PageCall, { chatId, messageId, uploadedBy }: Media): Promise<boolean> {
  if (chatId === null || messageId === null) return uploadedBy === uploaderOf(visitor);
  const [threads, message] = [await threadsOf(desk, page, visitor), await desk.store.reads.message(messageId)];
  return message !== null && isTheirs(message) && threads.some((thread) => thread.chatId === chatId);
}
