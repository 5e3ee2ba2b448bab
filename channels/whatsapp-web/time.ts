import type { LineGiven } from '../../src/ports/channel';

/** It has taken longer than it may, and may still end. */
export class TooLong extends Error {}

/** What comes of it within so many milliseconds of the desk's clock; else rejects with `TooLong`. */
export function within<T>({ after }: Pick<LineGiven, 'after'>, ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const callOff = after(ms, () => reject(new TooLong('it takes too long')));
    work.then(resolve, reject).finally(callOff);
  });
}

export const pause = ({ after }: Pick<LineGiven, 'after'>, ms: number): Promise<void> =>
  new Promise((resolve) => void (ms <= 0 ? resolve() : after(ms, resolve)));
