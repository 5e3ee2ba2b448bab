import type { Desk } from './desk';
import { transact } from './transact';

const DAY = 24 * 60 * 60_000;

/** Forgets what has served its time: sessions that ended, answers kept for repeated requests. */
export function tidy(desk: Desk): Promise<void> {
  return transact(desk, async (tx, { at }) => {
    await tx.removeSessions({ expiredAt: at });
    await tx.removeIdempotency({ before: at - DAY });
  });
}
