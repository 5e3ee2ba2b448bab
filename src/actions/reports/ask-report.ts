import { invalid, Refusal } from '../../domain/errors';
import type { Actor } from '../../domain/events';
import type { Report, ReportRequest } from '../../domain/figures/report';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import { transact } from '../transact';
import { spanOf } from './position';

/** All reports wait under one key: they are made one after the other, by whichever process comes first. */
const REPORTING = 'reports';

/** `zone` is the workspace's where it is not said. */
export type Wanted = Omit<ReportRequest, 'zone' | 'channelKinds' | 'bom'> & Partial<Pick<ReportRequest, 'zone' | 'channelKinds' | 'bom'>>;

export const requestOf = (desk: Desk, { zone, channelKinds, bom, ...wanted }: Wanted): ReportRequest => ({
  ...wanted,
  zone: zone ?? desk.house.current().settings.locale.timeZone,
  channelKinds: channelKinds ? [...new Set(channelKinds)].sort() : null,
  bom: bom ?? false,
});

export function mustBeKinds(desk: Desk, channelKinds: readonly string[] | null | undefined): void {
  const unknown = channelKinds?.findIndex((kind) => !desk.kinds.has(kind)) ?? -1;
  if (unknown >= 0) throw invalid(`channelKinds.${unknown}`, 'no such kind of channel');
}

/** A report that waits to be made. */
export function askReport(desk: Desk, wanted: Wanted, by: Actor): Promise<Report> {
  mustBeKinds(desk, wanted.channelKinds);
  const request = requestOf(desk, wanted);
  spanOf(desk.house.current(), { request });
  return transact(desk, async (tx, ledger) => {
    const report = newReport(desk.newId(), { request, by, at: ledger.at });
    await tx.addReport(report);
    queue(ledger, report.id);
    return report;
  });
}

/** The same request at the same position: the same file, byte by byte, whatever has happened since. */
export function askAgain(desk: Desk, id: string, by: Actor): Promise<Report> {
  return transact(desk, async (tx, ledger) => {
    const former = await tx.report(id);
    if (!former) throw noReport();
    const { request, batch, at, position, state } = former;
    if (batch === null && (state === 'queued' || state === 'running')) throw notReady(former);
    const report = { ...newReport(desk.newId(), { request, by, at: ledger.at }), batch, at, position };
    await tx.addReport(report);
    queue(ledger, report.id);
    return report;
  });
}

export const queue = (ledger: Ledger, reportId: string): void => {
  ledger.addErrand({ key: REPORTING, kind: 'report', payload: { reportId } });
  ledger.announce({ name: 'report.changed', id: reportId });
};

export const noReport = (): Refusal => new Refusal('not_found', 'There is no such report.');

export const notReady = ({ state, rows, expected }: Report): Refusal =>
  new Refusal('report_not_ready', state === 'queued' ? 'The report waits to be made.' : 'The report is being made.', {
    state,
    rows,
    expected,
  });

interface Asked {
  readonly request: ReportRequest;
  readonly by: Actor;
  readonly at: number;
  readonly scheduleId?: string;
}

export const newReport = (id: string, { request, by, at, scheduleId = '' }: Asked): Report => ({
  id,
  request,
  by,
  scheduleId: scheduleId || null,
  state: 'queued',
  batch: null,
  at: null,
  position: null,
  rows: 0,
  expected: null,
  manifest: null,
  problem: null,
  createdAt: at,
  startedAt: null,
  finishedAt: null,
  expiresAt: null,
  version: 1,
});
