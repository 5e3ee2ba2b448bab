import { attendanceOf, freshFrom, wasAsleep } from '../../domain/attendance';
import { milliseconds } from '../../domain/duration';
import type { Instant } from '../../domain/ticket';
import type { Tx } from '../../ports/store';
import type { Desk } from '../desk';
import { dropUnattended } from '../routing/set-presence';
import { transact } from '../transact';

const NAME = 'presence';

/** Sets those offline whose live connections have been gone for `offlineGrace` (LIFECYCLE §8); answers how many. */
export async function sweepPresence(desk: Desk, goOn: () => Promise<boolean> = async () => true): Promise<number> {
  let dropped = 0;
  for (const agentId of await lookAround(desk)) {
    if (!(await goOn())) break;
    dropped += Number(await drop(desk, agentId));
  }
  return dropped;
}

/** A desk that starts counts anew: while it was down nobody could come back. */
export function countAnew(desk: Desk): Promise<void> {
  return transact(desk, (tx) => lookedAt(tx, 0));
}

/** Marks who is gone and who is back; answers who has been gone for too long. */
function lookAround(desk: Desk): Promise<string[]> {
  return transact(desk, async (tx, { at, house }) => {
    const anew = wasAsleep((await tx.sweep(NAME))?.lastAt ?? null, at);
    const grace = milliseconds(house.settings.routing.offlineGrace);
    const found = (await tx.attended(freshFrom(at))).map((one) => ({ ...one, is: attendanceOf(one, { at, grace, anew }) }));
    const those = (which: string) => found.filter(({ is }) => is === which).map(({ agentId }) => agentId);
    await tx.markGone(those('lost'), at, anew);
    await tx.markLive(those('back'), at);
    await lookedAt(tx, at);
    return those('over');
  });
}

const lookedAt = (tx: Tx, lastAt: Instant): Promise<void> => tx.saveSweep({ name: NAME, lastAt, catchUpUntil: null, lookedUntil: null });

/** One who can't be set offline holds nobody else up. */
async function drop(desk: Desk, agentId: string): Promise<boolean> {
  try {
    return await dropUnattended(desk, agentId);
  } catch (error) {
    desk.log.error('an agent without connection could not be set offline', { agentId, cause: String(error) });
    return false;
  }
}
