import { Refusal } from '../../domain/errors';
import type { Report } from '../../domain/figures/report';
import type { Desk } from '../desk';
import { transact } from '../transact';
import { noReport } from './ask-report';

/** Stops a report that waits or is being made. One that is cancelled already stays so. */
export async function cancelReport(desk: Desk, id: string): Promise<Report> {
  return transact(desk, async (tx, ledger) => {
    const report = await tx.report(id);
    if (!report) throw noReport();
    if (report.state === 'cancelled') return report;
    if (report.state !== 'queued' && report.state !== 'running')
      throw new Refusal('report_over', 'The report is not being made any more.', { state: report.state });
    const cancelled: Report = { ...report, state: 'cancelled', finishedAt: ledger.at, version: report.version + 1 };
    await tx.saveReport(cancelled);
    ledger.announce({ name: 'report.changed', id });
    return cancelled;
  });
}

/** Forgets a report and its file, the file first: who finds no place for files to ask can ask again. Who is making it stops. */
export async function removeReport(desk: Desk, id: string): Promise<void> {
  await desk.reportFiles.remove(id);
  await transact(desk, (tx) => tx.removeReport(id));
}

/** Takes away the files that have had their time, and what lies in the folder and belongs to no report. */
export async function tidyReports(desk: Desk): Promise<void> {
  const { reads } = desk.store;
  for (const id of await reads.expiredReports(desk.clock.now())) {
    await desk.reportFiles.remove(id);
    await expire(desk, id);
  }
  await desk.reportFiles.tidy(new Set(await reads.reportsWithFiles()));
}

const expire = (desk: Desk, id: string): Promise<void> =>
  transact(desk, async (tx, ledger) => {
    const report = await tx.report(id);
    if (report?.state !== 'ready') return;
    await tx.saveReport({ ...report, state: 'expired', version: report.version + 1 });
    ledger.announce({ name: 'report.changed', id });
  });
