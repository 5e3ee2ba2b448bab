import type { Stretch } from '../../domain/figures/periods';
import { giveWay } from '../give-way';

/** About so many rows are read at once: some milliseconds, for on SQLite everybody else waits so long. */
const AT_ONCE = 8_000;
/** What is more than so many was cut too long, and is read again in parts. */
const MOST = 40_000;
const SHORTEST = 60_000;
const FIRST = 24 * 60 * 60_000;

/** Reads a stretch of time part by part, each as long as a good number of rows takes; others get their turn in between. */
export async function* inSlices<T extends { readonly rows: number }>(
  { from, to }: Stretch,
  read: (slice: Stretch) => Promise<T>,
  first = FIRST,
): AsyncGenerator<T> {
  let length = first;
  for (let at = from; at < to; ) {
    const slice = { from: at, to: Math.min(at + length, to) };
    const part = await read(slice);
    await giveWay();
    const enough = part.rows <= MOST || length <= SHORTEST;
    length = Math.max(SHORTEST, Math.round(length * Math.min(4, AT_ONCE / Math.max(part.rows, 1))));
    if (!enough) continue;
    yield part;
    at = slice.to;
  }
}
