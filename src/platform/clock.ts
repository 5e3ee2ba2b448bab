import type { Clock } from '../ports/clock';

/** A step back of up to a second is the network time being adjusted: the desk's clock stands still instead. A larger one is a correction, and taken. */
const ADJUSTMENT = 1000;

/** A clock over a source of milliseconds that does not run backwards when the source is adjusted. */
export function steadyClock(read: () => number): Clock {
  let last = Number.NEGATIVE_INFINITY;
  return {
    now() {
      const found = read();
      last = found < last && last - found <= ADJUSTMENT ? last : found;
      return last;
    },
  };
}

export const systemClock: Clock = steadyClock(() => Date.now());
