import { nextRun } from '../../domain/cron';
import type { ReportRequest, ReportSchedule } from '../../domain/figures/report';
import { dateOf, dayOfDate, localDay } from '../../domain/local-time';
import type { Instant } from '../../domain/ticket';
import type { Desk } from '../desk';
import { transact } from '../transact';
import { newReport, queue } from './ask-report';

/** So many reports are asked for by one sweep. */
const AT_ONCE = 500;

/** Asks for the reports whose time has come. What fell due more than once while nothing ran is asked for once; one that breaks stops no other. */
export async function sweepReports(desk: Desk): Promise<void> {
  for (const id of await desk.store.reads.dueSchedules(desk.clock.now(), AT_ONCE))
    await runSchedule(desk, id).catch((error: unknown) =>
      desk.log.error('a scheduled report was not asked for and will be tried again', { scheduleId: id, cause: String(error) }),
    );
}

const isDue = ({ paused, nextAt }: ReportSchedule, now: Instant): boolean => !paused && nextAt !== null && nextAt <= now;

function runSchedule(desk: Desk, id: string): Promise<void> {
  return transact(desk, async (tx, ledger) => {
    const { at } = ledger;
    const schedule = await tx.schedule(id);
    if (!schedule || !isDue(schedule, at)) return;
    const { by, cron, request, version } = schedule;
    const report = newReport(desk.newId(), { request: requestAt(request, schedule.nextAt ?? at), by, at, scheduleId: id });
    await tx.addReport(report);
    queue(ledger, report.id);
    await tx.saveSchedule({ ...schedule, lastAt: at, nextAt: nextRun(cron, request.zone, at), version: version + 1 });
  });
}

/** The days before the day of the run, or the calendar months before its month. */
export function requestAt({ period, ...request }: ReportSchedule['request'], at: Instant): ReportRequest {
  const today = localDay(request.zone, at);
  if ('days' in period) return { ...request, from: dateOf(today - period.days), to: dateOf(today - 1) };
  const first = dayOfDate(`${dateOf(today).slice(0, 8)}01`);
  const begin = new Date(dateOf(first));
  begin.setUTCMonth(begin.getUTCMonth() - period.months);
  return { ...request, from: begin.toISOString().slice(0, 10), to: dateOf(first - 1) };
}
