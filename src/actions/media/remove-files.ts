import type { Errand, Media } from '../../ports/store';
import type { Desk } from '../desk';
import { NOTHING_OF_IT, type Removal } from '../ledger/files';
import { transact } from '../transact';
import { aloneAt } from './alone';

/** Takes bytes away that nothing refers to any more, and forgets what was known of files that went with their messages. */
export async function removeFiles(desk: Desk, errand: Errand): Promise<void> {
  const { messageIds = [], addresses = [] } = errand.payload as Removal;
  const gone = await desk.store.atomically((tx) => tx.goneWith(messageIds));
  for (const address of new Set([...addresses, ...gone.flatMap(addressesOf)])) await removeUnused(desk, address);
  await transact(desk, async (tx, ledger) => {
    await tx.saveMedia(gone.map((one) => ({ ...one, ...FORGOTTEN, settledAt: ledger.at })));
    ledger.done(errand.id);
  });
}

/** Under which addresses the bytes of a file lie. */
export const addressesOf = ({ hash, preview }: Pick<Media, 'hash' | 'preview'>): string[] => [hash, preview].filter((one) => one !== null);

/** The same file may have been sent twice. */
const removeUnused = (desk: Desk, address: string): Promise<void> =>
  aloneAt(desk, address, async () => {
    const used = await desk.store.atomically((tx) => tx.hashesInUse([address]));
    if (!used.has(address)) await desk.files.remove(address);
  });

const FORGOTTEN = { ...NOTHING_OF_IT, source: null, fileName: null } as const satisfies Partial<Media>;
