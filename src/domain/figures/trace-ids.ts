import type { Instant } from '../ticket';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME = 9;

/** How far the clocks of two instances may be apart, and a transaction be under way. */
const MARGIN = 10 * 60_000;

/** The nine characters of time that an id made at a moment begins with. */
export function timeOfId(at: Instant): string {
  let text = '';
  for (let rest = Math.max(0, at); text.length < TIME; rest = Math.floor(rest / ALPHABET.length))
    text = ALPHABET.charAt(rest % ALPHABET.length) + text;
  return text;
}

/** No trace of this moment or later has a lower id. */
export const idFrom = (at: Instant): string => timeOfId(at - MARGIN);

/** No trace of this moment or earlier has a greater id. */
export const idUntil = (at: Instant): string => timeOfId(at + MARGIN);
