import { noReport, notReady } from '../actions/reports/ask-report';
import { noSchedule } from '../actions/reports/schedules';
import { Refusal } from '../domain/errors';
import type { Manifest, Report, ReportSchedule } from '../domain/figures/report';
import type { Call } from './route';

type Looking = Pick<Call<unknown, unknown>, 'desk' | 'params'>;

/** The report of the path. */
export async function reportInSight({ desk, params }: Looking): Promise<Report> {
  const report = await desk.store.reads.report(params.id ?? '');
  if (!report) throw noReport();
  return report;
}

export async function scheduleInSight({ desk, params }: Looking): Promise<ReportSchedule> {
  const schedule = await desk.store.reads.reportSchedule(params.id ?? '');
  if (!schedule) throw noSchedule();
  return schedule;
}

const NEVER = 'The report was not made: it was cancelled, or it failed. It can be made again.';

/** A report that was made, also when its file has gone since. */
export function madeReport(report: Report): Report & { readonly manifest: Manifest } {
  const { state, manifest } = report;
  if (manifest) return { ...report, manifest };
  if (state === 'queued' || state === 'running') throw notReady(report);
  throw new Refusal('gone', NEVER, { state });
}
