import { linesOf, type Packed, stretchOf, unpacked } from '../../domain/figures/packing';
import type { Columns } from '../../domain/figures/side-by-side';
import type { Desk } from '../desk';
import { type Folding, inFold } from './folding';
import { inSlices } from './in-slices';
import { reading } from './pack-days';

const HOUR = 60 * 60_000;

/** Holds one packed day, each hour another, against its rows; drops it when they do not tell the same. To be called by who folds. Answers how many were wrong. */
export async function checkPacked(desk: Desk, folding: Folding): Promise<number> {
  const { reads } = desk.store;
  const all = (await reads.packing()).flatMap(({ of, days }) => [...days.keys()].map((day) => ({ of, day })));
  const one = all[Math.floor(desk.clock.now() / HOUR) % Math.max(1, all.length)];
  if (!one || (await isRight(desk, folding, one))) return 0;
  await inFold(desk, folding, (tx) => tx.dropPacked([one]));
  return 1;
}

async function isRight(desk: Desk, folding: Folding, { of, day }: { readonly of: Packed; readonly day: number }): Promise<boolean> {
  const { reads } = desk.store;
  const { batch } = await reads.folded();
  const rows: Columns[] = [];
  for await (const part of inSlices(stretchOf(day), reading(desk, of, batch), HOUR)) {
    rows.push(part);
    await folding.goOn();
  }
  const laid = (await reads.packedDays(of, { from: day, to: day + 1 })).map(unpacked);
  // Somebody erased meanwhile what is in it.
  if ((await reads.folded()).batch !== batch) return true;
  if (laid.some((part) => part === null)) return false;
  const [are, should] = [linesOf(laid as Columns[]), linesOf(rows)];
  return are.length === should.length && are.every((line, at) => line === should[at]);
}
