import { freshFrom } from '../../domain/attendance';
import type { Desk } from '../desk';
import { removalOf } from '../ledger/files';
import { addressesOf } from '../media/remove-files';
import { REPLAY_KEPT } from '../replay/ask-replay';
import { tidyReports } from '../reports/end-report';
import { FORGOTTEN_AFTER } from '../sending/pauses';
import { transact } from '../transact';

const DAY = 24 * 60 * 60_000;

/** So long it still shows that an invitation is over. */
const LINKS_SHOWN = 30;

/** What waits for its message: so long, and so many, for other apps of an account send messages too, which the desk never hears of. */
const EARLY = { days: 30, most: 100_000 } as const;

/** Whose browser has not come for so long: its token ended long before. */
const VISITORS_KNOWN = 365;

/** Uploads that never became part of a message: so many at a time. */
const LOOSE = 500;

/** Forgets what has served its time: sessions that ended, answers kept for repeated requests, what waited in vain for its message, instances that died, files that nobody sent. */
export async function tidy(desk: Desk): Promise<void> {
  await transact(desk, async (tx, ledger) => {
    const { at } = ledger;
    await tx.removeSessions({ expiredAt: at });
    await tx.endBeats({ before: freshFrom(at) });
    await tx.removeAccountLinks({ endedBefore: at - LINKS_SHOWN * DAY });
    await tx.removeIdempotency({ before: at - DAY });
    await tx.removePauses({ endedBy: at - FORGOTTEN_AFTER });
    await tx.removeEarly({ before: at - EARLY.days * DAY, most: EARLY.most });
    await tx.removeReplays(at - REPLAY_KEPT);
    await tx.removeVisitors(at - VISITORS_KNOWN * DAY);
    const loose = await tx.removeLoose(at - DAY, LOOSE);
    for (const addresses of loose.map(addressesOf)) ledger.addErrand(removalOf({ addresses }));
  });
  // Files that can't be reached keep no report beyond its time.
  await Promise.all([desk.files.tidy(), tidyReports(desk)]);
}
