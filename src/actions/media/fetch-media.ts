import type { Errand } from '../../ports/store';
import type { Desk } from '../desk';
import { transact } from '../transact';

const LATER = 60_000;

/** Fetches a file that somebody sent. */
export async function fetchMedia(desk: Desk, errand: Errand): Promise<void> {
  await transact(desk, async (_tx, ledger) => ledger.postpone({ ...errand, dueAt: ledger.at + LATER }));
}
