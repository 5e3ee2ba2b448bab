import type { Action } from '../api/types';

/** Which way a row goes when it is let go: towards the end of a line it snoozes, towards its start it closes. */
export type Swiped = 'snooze' | 'close';

/** Below this a finger is not swiping yet. */
const BEGINS = 12;
/** From here on letting go acts. */
const ACTS = 96;

export const begins = (dx: number, dy: number): boolean => Math.abs(dx) > BEGINS && Math.abs(dx) > 1.5 * Math.abs(dy);
export const acts = (dx: number): boolean => Math.abs(dx) >= ACTS;

/** null: the ticket does not let that happen now, and the row stays. */
export function swiped(dx: number, rtl: boolean, allowed: readonly Action[]): Swiped | null {
  const verb: Swiped = dx > 0 !== rtl ? 'snooze' : 'close';
  return allowed.includes(verb) ? verb : null;
}
