import type { Manifest, Report } from '../../domain/figures/report';
import type { Errand, Tx } from '../../ports/store';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import type { Hold } from '../sending/send-message';
import { transact } from '../transact';
import { mailWhenReady } from './mail-report';
import { expectedRows, positionNow } from './position';
import type { Begun } from './source';

const DAY = 24 * 60 * 60_000;
/** So long a file is kept. */
export const KEPT_DAYS = 30;

/** Somebody cancelled or removed the report while it was made. */
export class Ended extends Error {}

export interface Making {
  readonly errand: Errand;
  readonly hold: Hold;
}

/** Takes the report on; its position is fixed the first time. null when it is not to be made any more. */
export async function begin(desk: Desk, making: Making): Promise<Begun | null> {
  const asked = await desk.store.reads.report(String(making.errand.payload.reportId));
  if (!asked || !isToMake(asked)) return ended(desk, making);
  const position = asked.batch === null ? await positionNow(desk, asked) : asked;
  const { batch, at, position: fixed } = position;
  const expected = await expectedRows(desk, asked, at ?? 0);
  const begun = await changing(desk, making, (report, ledger) => ({
    ...report,
    batch,
    at,
    position: fixed,
    state: 'running',
    rows: 0,
    expected,
    startedAt: report.startedAt ?? ledger.at,
  })).catch(unlessEnded);
  return begun ? (begun as Begun) : ended(desk, making);
}

const isToMake = ({ state }: Report): boolean => state === 'queued' || state === 'running';

function unlessEnded(error: unknown): null {
  if (error instanceof Ended) return null;
  throw error;
}

async function ended(desk: Desk, { errand }: Making): Promise<null> {
  await transact(desk, async (_tx, ledger) => ledger.done(errand.id));
  return null;
}

/** Says how far it is; throws `Ended` when it is not to be made any more. */
export const progress = async (desk: Desk, making: Making, rows: number): Promise<void> =>
  void (await changing(desk, making, (report) => ({ ...report, rows })).catch(async (error: unknown) => {
    if (error instanceof Ended) await ended(desk, making);
    throw error;
  }));

/** False when it was cancelled or removed at the last moment: its file must go. */
export async function ready(desk: Desk, making: Making, manifest: Manifest): Promise<boolean> {
  const done = await changing(desk, making, async (report, ledger, tx) => {
    await mailWhenReady(tx, ledger, report);
    ledger.done(making.errand.id);
    ledger.announce({ name: 'report.ready', id: report.id });
    const { at } = ledger;
    return { ...report, state: 'ready', manifest, rows: manifest.rows, problem: null, finishedAt: at, expiresAt: at + KEPT_DAYS * DAY };
  }).catch(unlessEnded);
  if (!done) await ended(desk, making);
  return done !== null;
}

export async function fail(desk: Desk, making: Making, problem: string): Promise<void> {
  const failed = await changing(desk, making, (report, ledger) => {
    ledger.done(making.errand.id);
    return { ...report, state: 'failed', problem, finishedAt: ledger.at };
  }).catch(unlessEnded);
  if (!failed) await ended(desk, making);
}

/** Changes the report while the lease on it holds, so that no two processes make it. */
function changing(
  desk: Desk,
  { errand, hold }: Making,
  change: (report: Report, ledger: Ledger, tx: Tx) => Report | Promise<Report>,
): Promise<Report> {
  return transact(desk, async (tx, ledger) => {
    await desk.store.leases.confirm(tx, hold.name, hold.token);
    const report = await tx.report(String(errand.payload.reportId));
    if (!report || !isToMake(report)) throw new Ended();
    const changed = { ...(await change(report, ledger, tx)), version: report.version + 1 };
    await tx.saveReport(changed);
    ledger.announce({ name: 'report.changed', id: report.id });
    return changed;
  });
}
