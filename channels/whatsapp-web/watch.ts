import type { LineGiven } from '../../src/ports/channel';
import { type Attempt, plan } from './attempt';
import { ENDS, type End } from './states';
import { TooLong, within } from './time';

const SECOND = 1000;
export const LOOKED_AFTER = 30 * SECOND;
const ANSWERS_WITHIN = 15 * SECOND;
/** So many looks in a row without a connection, and it begins anew. */
const UNCONNECTED_LOOKS = 6;
/** A page that is busy with a large account may miss one. */
const UNANSWERED_LOOKS = 2;

interface Seen {
  connected(attempt: Attempt): void;
  unconnected(attempt: Attempt): void;
  lost(attempt: Attempt, end: End): void;
}

/** Of a page that has crashed nothing tells: it is asked, and has to answer. */
export function watch(given: LineGiven, attempt: Attempt, seen: Seen): void {
  const saw = (state: unknown): void => {
    if (attempt.over) return;
    attempt.unanswered = 0;
    attempt.unconnected = state === 'CONNECTED' ? 0 : attempt.unconnected + 1;
    if (attempt.unconnected >= UNCONNECTED_LOOKS) {
      seen.lost(attempt, ENDS.lost);
      return;
    }
    if (attempt.unconnected === 0) seen.connected(attempt);
    else seen.unconnected(attempt);
    watch(given, attempt, seen);
  };
  const unanswered = (cause: unknown): void => {
    if (attempt.over) return;
    attempt.unanswered += 1;
    if (cause instanceof TooLong && attempt.unanswered < UNANSWERED_LOOKS) watch(given, attempt, seen);
    else seen.lost(attempt, ENDS.crashed);
  };
  plan(given, attempt, LOOKED_AFTER, () => {
    within(given, ANSWERS_WITHIN, attempt.client.getState()).then(saw, unanswered);
  });
}
