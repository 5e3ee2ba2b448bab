import type { Desk } from '../actions/desk';
import { sweepFigures } from '../actions/figures/catch-up';
import { checkDrift } from '../actions/figures/check-drift';
import { packDays } from '../actions/figures/pack-days';
import { sweepHealth } from '../actions/health/sweep-health';
import { sweepReports } from '../actions/reports/sweep-reports';
import { routeQueue } from '../actions/routing/route-queue';
import { sweepTemplates } from '../actions/templates/sweep-templates';
import { sweepLate } from '../actions/time/sweep-late';
import { sweepPresence } from '../actions/time/sweep-presence';
import { sweepTickets } from '../actions/time/sweep-tickets';
import { tidy } from '../actions/time/tidy';

const LEASE = 30_000;

export interface Sweep {
  readonly name: string;
  /** A cron expression, or null for the one of SWEEP_CRON. */
  readonly every: string | null;
  /** `goOn` renews the lease before each batch, and is false when it was lost. */
  run(desk: Desk, goOn: () => Promise<boolean>): Promise<unknown>;
}

/** Everything that the clock does. One row per sweep; one action per row. */
// biome-ignore format: a table is read in columns
export const SWEEPS: readonly Sweep[] = [
  { name: 'tickets',  every: null,            run: sweepTickets },
  { name: 'queue',    every: null,            run: routeQueue },
  { name: 'presence', every: '*/5 * * * * *', run: sweepPresence },
  { name: 'health',   every: '40 * * * * *',  run: sweepHealth },
  { name: 'templates', every: '52 */5 * * * *', run: sweepTemplates },
  { name: 'late',     every: '*/15 * * * * *', run: sweepLate },
  { name: 'figures',  every: '*/5 * * * * *', run: sweepFigures },
  { name: 'packing',  every: '23 * * * * *',  run: packDays },
  { name: 'reports', every: '*/20 * * * * *', run: sweepReports },
  { name: 'drift',    every: '37 41 * * * *', run: checkDrift },
  { name: 'tidy',     every: '17 * * * *',    run: tidy },
];

/** Every process ticks; the one that gets the lease sweeps, and a tick that finds it taken does nothing. */
export async function sweep(desk: Desk, { name, run }: Sweep): Promise<void> {
  const lease = `sweep:${name}`;
  const token = await desk.store.leases.take(lease, LEASE);
  if (token === null) return;
  try {
    await run(desk, () => desk.store.leases.renew(lease, token, LEASE));
  } finally {
    await desk.store.leases.release(lease, token);
  }
}
