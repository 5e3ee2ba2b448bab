import type { Instant } from '../../domain/ticket';
import type { TemplateList } from '../../ports/store';
import type { Desk } from '../desk';
import { kindOf } from '../sending/sendable';
import { transact } from '../transact';
import { askForTemplates, templatesKey } from './read-templates';

const MINUTE = 60_000;
const EVERY = 60 * MINUTE;
/** What could not be read is tried again sooner. */
const AGAIN = 10 * MINUTE;

/** Once an hour every account's templates are read again: news of them can be lost. A channel that was never read is read at once. */
export async function sweepTemplates(desk: Desk, goOn: () => Promise<boolean> = async () => true): Promise<void> {
  const { channels } = await desk.house.refresh();
  for (const { id, kind, deletedAt } of channels) {
    if (deletedAt !== null || !desk.kinds.has(kind) || !kindOf(desk, kind).templates) continue;
    if (!(await goOn())) return;
    if (isFresh(await desk.store.reads.templateList(id), desk.clock.now())) continue;
    const waiting = await desk.store.reads.errandsOf(templatesKey(id), 1);
    if (waiting.length === 0) await transact(desk, async (_tx, ledger) => askForTemplates(ledger, id));
  }
}

const isFresh = (list: TemplateList | null, now: Instant): boolean =>
  list !== null && now - list.triedAt < (list.problem === null ? EVERY : AGAIN);
