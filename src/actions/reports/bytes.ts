import { csvOf } from '../../domain/figures/csv';
import type { ReportRequest } from '../../domain/figures/report';
import { SHEET_ROWS, type SheetXml, sheetName, sheetXmlOf, workbookXml } from '../../domain/figures/sheet-xml';
import type { Packed } from '../../ports/report-files';
import type { Counted, Maker, Source } from './source';

type Written = Pick<ReportRequest, 'format' | 'bom' | 'zone'>;

/** The file of a report, piece by piece: the same bytes for the same rows, however they were sliced. */
export function bytesOf<Row>(
  { reportFiles }: Pick<Maker, 'reportFiles'>,
  source: Source<Row>,
  written: Written,
  counted: Counted,
  most = SHEET_ROWS,
): AsyncIterable<Uint8Array> {
  return written.format === 'csv' ? csvBytes(source, written, counted) : reportFiles.pack(workbook(source, written, counted, most));
}

/** Disks like larger pieces. */
const GATHERED = 256 * 1024;

async function* csvBytes<Row>({ columns, slices }: Source<Row>, { zone, bom }: Written, counted: Counted): AsyncGenerator<Uint8Array> {
  const csv = csvOf(columns, zone);
  let held = csv.head(bom);
  for await (const rows of slices) {
    const { text, escaped } = csv.lines(rows);
    counted.rows += rows.length;
    counted.escaped += escaped;
    held += text;
    if (held.length < GATHERED) continue;
    yield Buffer.from(held);
    held = '';
  }
  yield Buffer.from(held);
}

/** What does not fit on a sheet goes on with the next one; what tells of the sheets comes last, when their number is known. */
async function* workbook<Row>({ columns, slices }: Source<Row>, { zone }: Written, counted: Counted, most: number): AsyncGenerator<Packed> {
  const rest = rowsOf(slices);
  let sheets = 0;
  do {
    sheets++;
    yield { name: sheetName(sheets), parts: evenly(sheet(rest, sheetXmlOf(columns, zone), counted, most)) };
  } while (await rest.more());
  for (const { name, text } of workbookXml(sheets)) yield { name, parts: evenly([text]) };
}

async function* sheet<Row>(rest: Rest<Row>, xml: SheetXml<Row>, counted: Counted, most: number): AsyncGenerator<string> {
  yield xml.begin();
  let room = most;
  while (room > 0 && (await rest.more())) {
    const rows = rest.take(room);
    const { text, escaped } = xml.rows(rows);
    room -= rows.length;
    counted.rows += rows.length;
    counted.escaped += escaped;
    yield text;
  }
  yield xml.end;
}

interface Rest<Row> {
  /** Whether there are rows left. */
  more(): Promise<boolean>;
  /** Of the slice at hand, so many at most. */
  take(most: number): readonly Row[];
}

function rowsOf<Row>(slices: AsyncIterable<readonly Row[]>): Rest<Row> {
  const walk = slices[Symbol.asyncIterator]();
  let [hand, ended]: [readonly Row[], boolean] = [[], false];
  return {
    async more() {
      while (hand.length === 0 && !ended) {
        const { done = false, value } = await walk.next();
        if (done) ended = true;
        else hand = value;
      }
      return hand.length > 0;
    },
    take(most) {
      const taken = hand.slice(0, most);
      hand = hand.slice(most);
      return taken;
    },
  };
}

const PIECE = 64 * 1024;

/** Pieces of one length, so that what packs them sees the same wherever the slices ended. */
async function* evenly(parts: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Uint8Array> {
  let held = Buffer.alloc(0);
  for await (const part of parts) {
    held = Buffer.concat([held, Buffer.from(part)]);
    let at = 0;
    for (; held.length - at >= PIECE; at += PIECE) yield held.subarray(at, at + PIECE);
    held = held.subarray(at);
  }
  if (held.length > 0) yield held;
}
