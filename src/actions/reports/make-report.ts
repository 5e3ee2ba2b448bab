import type { Manifest } from '../../domain/figures/report';
import { FilesDown } from '../../ports/files';
import type { NewReportFile } from '../../ports/report-files';
import { type Errand, LeaseLost } from '../../ports/store';
import type { Desk } from '../desk';
import type { Hold } from '../sending/send-message';
import { nothingCounted, reportBytes } from './make';
import { begin, Ended, fail, progress, ready } from './progress';
import type { Begun, Counted } from './source';

/** After so many tries that broke it is given up. */
const TRIES = 4;

/** Makes a report. Whoever did so before and died left nothing but a file that nobody reads: it is made from its beginning. */
export async function makeReport(desk: Desk, errand: Errand, hold: Hold): Promise<void> {
  const making = { errand, hold };
  try {
    const report = await begin(desk, making);
    if (!report) return await forget(desk, errand);
    const manifest = await make(desk, report, (counted) => progress(desk, making, counted.rows));
    await desk.reportFiles.keep(report.id, manifest.bytes);
    if (!(await ready(desk, making, manifest))) await forget(desk, errand);
  } catch (error) {
    if (error instanceof Ended) return await forget(desk, errand);
    if (error instanceof LeaseLost) throw error;
    const problem = problemOf(error, errand);
    if (problem === null) throw error;
    desk.log.error('a report was given up', { reportId: String(errand.payload.reportId), problem, cause: String(error) });
    await fail(desk, making, problem);
    await forget(desk, errand);
  }
}

/** Nobody asks for the file of a report that is over, not even for one that a former try left. What can't be reached is left behind. */
async function forget({ store, reportFiles, log }: Desk, { payload }: Errand): Promise<void> {
  const id = String(payload.reportId);
  if ((await store.reads.report(id))?.state === 'ready') return;
  await reportFiles
    .remove(id)
    .catch((error: unknown) => log.warn('the file of a report that is over was not removed', { reportId: id, cause: String(error) }));
}

function problemOf(error: unknown, { attempts }: Errand): string | null {
  if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return 'disk_full';
  if (attempts + 1 < TRIES) return null;
  return error instanceof FilesDown ? 'bucket_down' : 'broken';
}

type Tell = (counted: Counted) => Promise<void>;

/** Writes the file; it gets its name when all of it is on disk. */
async function make(desk: Desk, report: Begun, tell: Tell): Promise<Manifest> {
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

async function write(desk: Desk, report: Begun, counted: Counted, file: NewReportFile, tell: Tell): Promise<void> {
  let told = desk.clock.now();
  for await (const bytes of reportBytes(desk, report, counted)) {
    await file.write(bytes);
    if (desk.clock.now() < told + EVERY) continue;
    told = desk.clock.now();
    await tell(counted);
  }
}

const manifestOf = (
  { request: { name: _, ...request }, batch, at, position: { events } }: Begun,
  { rows, escaped, tickets, chats }: Counted,
  file: { readonly bytes: number; readonly sha256: string },
): Manifest => ({ request, batch, at, events, rows, tickets, chats: chats.count(), escaped, ...file });
