import type { Errand } from '../../ports/store';
import type { Desk } from '../desk';
import { removalOf } from '../ledger/files';
import { transact } from '../transact';
import { holdMedia, settleMedia } from './settle-media';

/** A file that was ours to keep for a while only, such as somebody's story, goes; its message stays. */
export async function endMedia(desk: Desk, errand: Errand): Promise<void> {
  const known = await desk.store.reads.media(String(errand.payload.mediaId));
  await transact(desk, async (tx, ledger) => {
    const media = known && (await holdMedia(tx, ledger, known));
    if (media && media.state !== 'gone' && media.messageId !== null) {
      await settleMedia(tx, ledger, { ...media, state: 'gone', settledAt: ledger.at });
      ledger.addErrand(removalOf({ messageIds: [media.messageId] }));
    }
    ledger.done(errand.id);
  });
}
