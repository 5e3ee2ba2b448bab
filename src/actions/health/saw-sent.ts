import { SIGNS } from '../../domain/signs';
import type { Instant } from '../../domain/ticket';
import type { Desk } from '../desk';

const WRITE_EVERY = 60_000;

const written = new WeakMap<Desk['store'], Map<string, Instant>>();

/** Remembers that a network took a message, once a minute: a channel of many messages a second costs a row in a minute. */
export async function sawSent(desk: Pick<Desk, 'store' | 'clock' | 'log'>, channelId: string): Promise<void> {
  const at = desk.clock.now();
  const last = written.get(desk.store) ?? new Map<string, Instant>();
  written.set(desk.store, last);
  if (at - (last.get(channelId) ?? Number.NEGATIVE_INFINITY) < WRITE_EVERY) return;
  last.set(channelId, at);
  const sign = { channelId, name: SIGNS.sent, times: 1, firstAt: at, lastAt: at };
  await desk.store
    .atomically((tx) => tx.keepSigns([sign]))
    .catch((cause: unknown) => {
      last.delete(channelId);
      desk.log.warn('that a message was sent could not be kept', { channelId, cause: String(cause) });
    });
}
