import { FilesDown } from '../../ports/files';
import { Leaving, type TellRows } from '../../ports/report-maker';
import { type Errand, LeaseLost } from '../../ports/store';
import type { Desk } from '../desk';
import type { Hold } from '../sending/send-message';
import { makeFile } from './make-file';
import { begin, Ended, fail, progress, ready } from './progress';
import type { Begun } from './source';

/** After so many tries that broke it is given up. */
const TRIES = 4;

/** Makes a report. Whoever did so before and died left nothing but a file that nobody reads: it is made from its beginning. */
export async function makeReport(desk: Desk, errand: Errand, hold: Hold): Promise<void> {
  const making = { errand, hold };
  try {
    const report = await begin(desk, making);
    if (!report) return await forget(desk, errand);
    const manifest = await fileOf(desk, report, (rows) => progress(desk, making, rows));
    await desk.reportFiles.keep(report.id, manifest.bytes);
    if (!(await ready(desk, making, manifest))) await forget(desk, errand);
  } catch (error) {
    if (error instanceof Ended) return await forget(desk, errand);
    if (error instanceof LeaseLost) throw error;
    if (error instanceof Leaving) throw new LeaseLost(hold.name);
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

const fileOf = (desk: Desk, report: Begun, tell: TellRows) =>
  desk.reportMaker ? desk.reportMaker.make(report, tell) : makeFile(desk, report, tell);
