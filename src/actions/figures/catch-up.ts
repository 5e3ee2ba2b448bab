import { Refusal } from '../../domain/errors';
import type { Desk } from '../desk';
import { foldSome } from './fold';
import { type Folding, inHaste, whileFolding } from './folding';
import { makeHistory } from './make-history';
import { isSnapshotDue, takeSnapshot } from './take-snapshot';

/** How long a reading waits for another process that folds: longer than the right lasts of one that was killed. */
const PATIENCE = 10_000;

/** Counts everything that is committed by now; false when somebody else is still at it. */
export async function catchUp(desk: Desk, patience = PATIENCE): Promise<boolean> {
  if (!(await isToDo(desk))) return true;
  const done = await inHaste(desk, () => whileFolding(desk, patience, (folding) => foldAll(desk, folding)));
  return done !== null || !(await isToDo(desk));
}

/** A reading of the past, or of a period, asks it first: refuses rather than to answer numbers in which something is missing. */
export async function countToNow(desk: Desk, patience = PATIENCE): Promise<void> {
  if (await catchUp(desk, patience)) return;
  throw new Refusal('unavailable', 'What happened lately is still being counted. Ask again in a moment.', { retryAfter: 5 });
}

/** What the clock does: the same, unless another process is at it. */
export async function sweepFigures(desk: Desk): Promise<void> {
  if (await isToDo(desk)) await whileFolding(desk, 0, (folding) => foldAll(desk, folding));
}

const isToDo = async ({ store: { reads } }: Desk): Promise<boolean> =>
  (await reads.hasUncounted()) || (await reads.folded()).historyAfter !== null;

async function foldAll(desk: Desk, folding: Folding): Promise<true> {
  await desk.house.refresh();
  await makeHistory(desk, folding);
  for (let done = await foldSome(desk, folding); done !== 'all'; done = await foldSome(desk, folding)) {
    await folding.goOn();
    // Chat by chat is not by time: what was broken off in the middle is no moment of the desk's.
    if (done === 'some' && (await isSnapshotDue(desk))) await takeSnapshot(desk, folding);
  }
  if (await isSnapshotDue(desk)) await takeSnapshot(desk, folding);
  return true;
}
