import type { Instant } from '../ticket';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME = 9;

/** An id is made later than the moment that its trace is of, by the same clock; so long a transaction may be under way. */
const LONGEST = 10 * 60_000;
/** So far a clock may step back. */
const STEP = 60_000;

/** The nine characters of time that an id made at a moment begins with. */
export function timeOfId(at: Instant): string {
  let text = '';
  for (let rest = Math.max(0, at); text.length < TIME; rest = Math.floor(rest / ALPHABET.length))
    text = ALPHABET.charAt(rest % ALPHABET.length) + text;
  return text;
}

/** No trace of this moment or later has a lower id. */
export const idFrom = (at: Instant): string => timeOfId(at - STEP);

/** No trace of this moment or earlier has a greater id. */
export const idUntil = (at: Instant): string => timeOfId(at + LONGEST);
