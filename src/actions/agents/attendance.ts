import { freshFrom } from '../../domain/attendance';
import type { Desk } from '../desk';

interface Here {
  /** The instance of the desk that has, or had, their live connections. */
  readonly instance: string;
  readonly agentIds: readonly string[];
}

/** They have live connections here, as of now; for those who are online their absence counts from then on (LIFECYCLE §8). */
export function attend({ store, clock }: Desk, { instance, agentIds }: Here): Promise<void> {
  return store.atomically(async (tx) => {
    const at = clock.now();
    await tx.beat(agentIds.map((agentId) => ({ agentId, instance, beatAt: at })));
    await tx.markLive(agentIds, at);
  });
}

/** Their last live connection here is gone: the grace runs for who has none elsewhere. */
export function unattend({ store, clock }: Desk, { instance, agentIds }: Here): Promise<void> {
  return store.atomically(async (tx) => {
    const at = clock.now();
    await tx.endBeats({ instance, agentIds });
    const elsewhere = await tx.liveAmong(agentIds, freshFrom(at));
    const gone = agentIds.filter((id) => !elsewhere.has(id));
    await tx.markGone(gone, at, false);
  });
}
