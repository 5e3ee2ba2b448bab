import { createHash } from 'node:crypto';
import type { Desk } from '../actions/desk';
import type { Instant } from '../domain/ticket';
import type { IdempotencyRow } from '../ports/store';

const HOUR = 60 * 60_000;
/** As any key under which a call may be repeated. */
const KEPT = 24 * HOUR;
const SWEEPS_EVERY = HOUR;
const ROUTE = 'POST /webhooks';

/** Calls that a network names, so that it may repeat one: what was heard by a name is not heard again. */
export interface WebhookRepeats {
  /** Whether a call of this name was committed before. */
  knows(channelId: string, name: string): Promise<boolean>;
  /** Its events are committed. Never fails: the ids of the messages in it keep them from being heard twice. */
  keep(channelId: string, name: string): Promise<void>;
}

export function webhookRepeats({ store, clock, log }: Pick<Desk, 'store' | 'clock' | 'log'>): WebhookRepeats {
  let sweptAt: Instant = Number.NEGATIVE_INFINITY;
  const before = (now: Instant) => {
    if (now - sweptAt < SWEEPS_EVERY) return null;
    sweptAt = now;
    return now - KEPT;
  };
  return {
    async knows(channelId, name) {
      const { caller, route, key } = rowOf(channelId, name, 0);
      const known = await store.reads.idempotency(caller, route, key);
      return known !== null && known.createdAt > clock.now() - KEPT;
    },
    async keep(channelId, name) {
      const now = clock.now();
      const over = before(now);
      await store
        .atomically(async (tx) => {
          if (over !== null) await tx.removeIdempotency({ before: over });
          await tx.claimIdempotency(rowOf(channelId, name, now));
        })
        .catch((cause: unknown) => log.warn('the name of a webhook call could not be kept', { channelId, cause: String(cause) }));
    },
  };
}

/** Names may be of any length, and may hold what a key can't. */
const rowOf = (channelId: string, name: string, createdAt: Instant): IdempotencyRow => ({
  caller: channelId,
  route: ROUTE,
  key: createHash('sha256').update(name).digest('hex'),
  bodyHash: '',
  answer: { status: 200, body: null },
  createdAt,
});
