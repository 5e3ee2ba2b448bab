import { waitBefore } from './backoff';
import { isPassing } from './net';
import type { Parts } from './parts';

const LONGEST_WAIT = 60_000;

/** Sits down at the desk with the token that is kept, however long the desk takes to answer. */
export async function join(parts: Parts, attempt = 0): Promise<void> {
  try {
    await parts.seat.renew();
    parts.set({ offline: false });
    parts.outbox.wake();
  } catch (error) {
    if (!isPassing(error)) return;
    parts.set({ offline: true });
    setTimeout(() => parts.seat.visitor() ?? void join(parts, attempt + 1), waitBefore(attempt, LONGEST_WAIT, Math.random));
  }
}
