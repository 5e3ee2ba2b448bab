import { Refusal } from '../../domain/errors';
import type { Media } from '../../ports/store';
import type { Desk } from '../desk';
import { mediaKey } from '../ledger/files';
import { transact } from '../transact';
import { holdMedia, settleMedia } from './settle-media';

/** Tries once more to get a file that did not come; one that is here or on its way stays as it is. */
export function fetchAgain(desk: Desk, wanted: Pick<Media, 'id' | 'chatId'>): Promise<Media> {
  return transact(desk, async (tx, ledger) => {
    const media = await holdMedia(tx, ledger, wanted);
    if (!media || media.state === 'gone') throw new Refusal('gone', 'This file went with its message.');
    if (media.state !== 'failed') return media;
    const waiting: Media = { ...media, state: 'waiting', problem: null, settledAt: null };
    await settleMedia(tx, ledger, waiting);
    ledger.addErrand({ key: mediaKey(media.id), kind: 'media', payload: { mediaId: media.id } });
    return waiting;
  });
}
