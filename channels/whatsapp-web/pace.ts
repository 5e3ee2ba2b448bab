import type { LineGiven } from '../../src/ports/channel';
import { SendFailure } from '../../src/ports/channel';
import { pause } from './time';

const SECOND = 1000;
/** Between any two messages, and between two to one person: as a hand that types would. Up to as much again is added. */
const BETWEEN = 1 * SECOND;
const TO_ONE_PERSON = 2 * SECOND;
/** Who would have to wait longer comes back then, and holds nobody up. */
const LONGEST_WAIT = 8 * SECOND;
/** No turn lies further ahead than this, unless the clock was put back. */
const FURTHEST = LONGEST_WAIT + 2 * TO_ONE_PERSON;
const REMEMBERED = 1000;

/** Numbers that send like machines are banned: each send waits for its turn. */
export function pace(given: Pick<LineGiven, 'now' | 'after' | 'random'>): (chat: string) => Promise<void> {
  let free = 0;
  const freeFor = new Map<string, number>();
  return async (chat) => {
    const now = given.now();
    const wanted = Math.max(now, free, freeFor.get(chat) ?? 0);
    const turn = wanted - now > FURTHEST ? now : wanted;
    if (turn - now > LONGEST_WAIT) throw tooSoon(turn - now);
    const spread = 1 + given.random();
    free = turn + BETWEEN * spread;
    freeFor.delete(chat);
    freeFor.set(chat, turn + TO_ONE_PERSON * spread);
    for (const first of freeFor.keys()) if (freeFor.size > REMEMBERED) freeFor.delete(first);
    await pause(given, turn - now);
  };
}

const tooSoon = (wait: number): SendFailure =>
  new SendFailure(
    'later',
    { code: 'rate_limited', providerCode: null, detail: 'Sent slowly, as a person would: WhatsApp bans numbers that send like machines.' },
    { retryAfter: wait },
  );
