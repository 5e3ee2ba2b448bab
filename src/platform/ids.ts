import type { Clock } from '../ports/clock';

/** Crockford's base 32: no I, L, O, U, and in the order of the characters' codes. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const HIGH = 2 ** 25;
const LOW = 2 ** 30;

/**
 * Makes ids of 20 characters: 9 of time in milliseconds, 11 of chance.
 * Within a process each is greater than the one before, also in the same millisecond and when the clock goes back.
 */
export function idMaker(clock: Clock, randomBytes: (count: number) => Buffer): () => string {
  let ms = -1;
  let high = 0;
  let low = 0;

  function beginAt(now: number): void {
    const bytes = randomBytes(8);
    ms = now;
    // The upper half of the range stays free for counting on.
    high = bytes.readUInt32BE(0) % (HIGH / 2);
    low = bytes.readUInt32BE(4) % LOW;
  }

  function countOn(): void {
    low = (low + 1) % LOW;
    if (low === 0) high += 1;
  }

  return () => {
    const now = clock.now();
    if (now > ms) beginAt(now);
    else countOn();
    return encode(ms, 9) + encode(high, 5) + encode(low, 6);
  };
}

function encode(value: number, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) text = ALPHABET.charAt(rest % 32) + text;
  return text;
}
