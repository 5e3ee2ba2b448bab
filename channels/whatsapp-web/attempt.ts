import type { LineGiven } from '../../src/ports/channel';
import type { WebClient } from './client';

/** One start of the library, from its first sign to its end. */
export interface Attempt {
  readonly client: WebClient;
  /** What is told of it from now on is nobody's. */
  over: boolean;
  readyAt: number | null;
  isPairing: boolean;
  /** Looks in a row that found no connection. */
  unconnected: number;
  /** Looks in a row that were not answered in time. */
  unanswered: number;
  /** What will happen to it if nothing else does. */
  callOff: () => void;
}

export const attemptWith = (client: WebClient): Attempt => ({
  client,
  over: false,
  readyAt: null,
  isPairing: false,
  unconnected: 0,
  unanswered: 0,
  callOff: () => undefined,
});

/** The one thing that happens to it after so long, unless something else is planned before. */
export function plan(given: Pick<LineGiven, 'after'>, attempt: Attempt, ms: number, work: () => void): void {
  attempt.callOff();
  attempt.callOff = given.after(ms, () => {
    if (!attempt.over) work();
  });
}
