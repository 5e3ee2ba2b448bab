import type { Report } from '../../domain/figures/report';
import { nothingCounted, reportBytes } from './make';
import type { Begun, Maker } from './source';

export interface FileToVerify {
  /** Of the whole file, in hex. */
  readonly sha256: string;
  /** Its bytes, read anew. */
  readonly read: AsyncIterable<Uint8Array>;
}

export type Verified =
  /** No report of this desk has such a file: it was changed, or its report was removed. */
  | { readonly end: 'unknown' }
  /** Made again from the desk's events it is the same, byte by byte. */
  | { readonly end: 'same'; readonly report: Report }
  /** It is the file that was made then, yet the desk makes another one now; `at`: the first byte that differs. */
  | { readonly end: 'different'; readonly report: Report; readonly at: number };

/** Makes the report that a file is said to be again, and compares them byte by byte. Only reads. */
export async function verifyReport(desk: Maker, { sha256, read }: FileToVerify): Promise<Verified> {
  const report = await desk.store.reads.reportOfFile(sha256);
  if (!report) return { end: 'unknown' };
  const at = await firstDifference(reportBytes(desk, report as Begun, nothingCounted()), read);
  return at === null ? { end: 'same', report } : { end: 'different', report, at };
}

/** Where two runs of bytes part; null when they are the same to their ends. */
async function firstDifference(one: AsyncIterable<Uint8Array>, other: AsyncIterable<Uint8Array>): Promise<number | null> {
  const [a, b] = [reader(one), reader(other)];
  for (let at = 0; ; ) {
    const [left, right] = [await a.held(), await b.held()];
    const length = Math.min(left.length, right.length);
    if (length === 0) return left.length === right.length ? null : at;
    for (let place = 0; place < length; place++) if (left[place] !== right[place]) return at + place;
    at += length;
    a.passed(length);
    b.passed(length);
  }
}

function reader(bytes: AsyncIterable<Uint8Array>) {
  const walk = bytes[Symbol.asyncIterator]();
  let hand = new Uint8Array();
  return {
    /** What lies at hand; empty at the end. */
    async held(): Promise<Uint8Array> {
      while (hand.length === 0) {
        const { done = false, value } = await walk.next();
        if (done) break;
        hand = value;
      }
      return hand;
    },
    passed(length: number): void {
      hand = hand.subarray(length);
    },
  };
}
