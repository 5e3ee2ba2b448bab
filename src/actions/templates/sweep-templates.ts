import type { Desk } from '../desk';
import { kindOf } from '../sending/sendable';
import { transact } from '../transact';
import { askForTemplates, templatesKey } from './read-templates';

/** Once an hour every account's templates are read again: news of them can be lost. */
export async function sweepTemplates(desk: Desk, goOn: () => Promise<boolean> = async () => true): Promise<void> {
  const { channels } = await desk.house.refresh();
  for (const { id, kind, deletedAt } of channels) {
    if (deletedAt !== null || !desk.kinds.has(kind) || !kindOf(desk, kind).templates) continue;
    if (!(await goOn())) return;
    const waiting = await desk.store.reads.errandsOf(templatesKey(id), 1);
    if (waiting.length === 0) await transact(desk, async (_tx, ledger) => askForTemplates(ledger, id));
  }
}
