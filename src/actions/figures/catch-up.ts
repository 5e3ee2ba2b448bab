import type { Desk } from '../desk';
import { foldSome } from './fold';
import { type Folding, whileFolding } from './folding';
import { makeHistory } from './make-history';
import { isSnapshotDue, takeSnapshot } from './take-snapshot';

/** How long a reading waits for another process that folds. */
const PATIENCE = 5_000;

/** Counts everything that is committed by now; a reading of the past, or of a period, asks it first. */
export async function catchUp(desk: Desk): Promise<void> {
  if (await isToDo(desk)) await whileFolding(desk, PATIENCE, (folding) => foldAll(desk, folding));
}

/** What the clock does: the same, unless another process is at it. */
export async function sweepFigures(desk: Desk): Promise<void> {
  if (await isToDo(desk)) await whileFolding(desk, 0, (folding) => foldAll(desk, folding));
}

const isToDo = async ({ store: { reads } }: Desk): Promise<boolean> =>
  (await reads.hasUncounted()) || (await reads.folded()).historyAfter !== null;

async function foldAll(desk: Desk, folding: Folding): Promise<void> {
  await desk.house.refresh();
  await makeHistory(desk, folding);
  while ((await foldSome(desk, folding)) !== 'all') {
    await folding.goOn();
    if (await isSnapshotDue(desk)) await takeSnapshot(desk, folding);
  }
  if (await isSnapshotDue(desk)) await takeSnapshot(desk, folding);
}
