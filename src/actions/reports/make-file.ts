import type { Manifest } from '../../domain/figures/report';
import type { NewReportFile } from '../../ports/report-files';
import type { TellRows } from '../../ports/report-maker';
import type { Desk } from '../desk';
import { nothingCounted, reportBytes } from './make';
import type { Begun, Counted, Maker } from './source';

type FileMaker = Maker & Pick<Desk, 'clock'>;

/** Writes the file of a report; it gets its name when all of it is on disk. */
export async function makeFile(desk: FileMaker, report: Begun, tell: TellRows): Promise<Manifest> {
  const counted = nothingCounted();
  const file = await desk.reportFiles.begin(report.id);
  try {
    await write(desk, report, counted, file, tell);
    return manifestOf(report, counted, await file.done());
  } catch (error) {
    await file.letGo();
    throw error;
  }
}

/** How far it is shows this often. */
const EVERY = 1_000;

async function write(desk: FileMaker, report: Begun, counted: Counted, file: NewReportFile, tell: TellRows): Promise<void> {
  let told = desk.clock.now();
  for await (const bytes of reportBytes(desk, report, counted)) {
    await file.write(bytes);
    if (desk.clock.now() < told + EVERY) continue;
    told = desk.clock.now();
    await tell(counted.rows);
  }
}

const manifestOf = (
  { request: { name: _, ...request }, batch, at, position: { events } }: Begun,
  { rows, escaped, tickets, chats }: Counted,
  file: { readonly bytes: number; readonly sha256: string },
): Manifest => ({ request, batch, at, events, rows, tickets, chats: chats.count(), escaped, ...file });
