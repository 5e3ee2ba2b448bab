import type { Readable } from 'node:stream';
import { invalid } from '../../domain/errors';
import { fileNameFrom } from '../../domain/files';
import type { Media } from '../../ports/store';
import type { Desk, Person } from '../desk';
import { transact } from '../transact';
import { keepFile } from './keep-file';

interface Upload {
  readonly by: Pick<Person, 'id'>;
  readonly body: Readable;
  readonly mime: string | null;
  readonly fileName: string | null;
}

/** Takes a file of an agent as it comes; it is theirs alone until it is part of a message. Throws `TooLarge`. */
export async function takeUpload(desk: Desk, { by, body, mime, fileName }: Upload): Promise<Media> {
  const taken = await desk.files.takeIn(body);
  try {
    if (taken.bytes === 0) throw invalid('file', 'The file is empty: it has 0 bytes.');
    const name = fileNameFrom(fileName);
    return await keepFile(desk, taken, { mime, fileName: name }, async (facts) => {
      const now = desk.clock.now();
      const media: Media = {
        id: desk.newId(),
        channelId: null,
        chatId: null,
        messageId: null,
        uploadedBy: by.id,
        state: 'ready',
        source: null,
        fileName: name,
        ...facts,
        createdAt: now,
        settledAt: now,
      };
      return transact(desk, async (tx) => {
        await tx.addMedia([media]);
        return media;
      });
    });
  } finally {
    await taken.letGo();
  }
}
