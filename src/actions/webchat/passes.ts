import { timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../domain/ticket';
import type { Desk } from '../desk';

type Signing = Pick<Desk, 'vault' | 'clock'>;

/** What a visitor's token says, signed by the desk: nothing of it can be made up, or be used for another channel. */
export interface Pass {
  readonly visitorId: string;
  /** Must be the visitor's own: signing in or out moves it, and ends every token of before. */
  readonly generation: number;
  readonly issuedAt: Instant;
}

const DAY = 24 * 60 * 60_000;
/** So long somebody may stay away and still be who they were. */
const LASTS = 180 * DAY;
const RENEWED_AFTER = DAY;

const VERSION = 'w1';

export function signPass({ vault, clock }: Signing, channelId: string, { visitorId, generation }: Omit<Pass, 'issuedAt'>): string {
  const says = [VERSION, visitorId, generation.toString(36), clock.now().toString(36)].join('.');
  return `${says}.${sealOf({ vault }, channelId, says)}`;
}

/** What a token says; null when it is made up, of another channel, or too old. Whether its generation still holds is in the database. */
export function readPass({ vault, clock }: Signing, channelId: string, token: string): Pass | null {
  const [, says, visitorId, generation, issued, seal] =
    /^((?:w1)\.([\w-]{1,32})\.([0-9a-z]{1,8})\.([0-9a-z]{1,10}))\.([0-9a-f]{64})$/.exec(token) ?? [];
  if (!says || !visitorId || !generation || !issued || !seal) return null;
  if (!isSame(seal, sealOf({ vault }, channelId, says))) return null;
  const issuedAt = Number.parseInt(issued, 36);
  if (clock.now() > issuedAt + LASTS) return null;
  return { visitorId, generation: Number.parseInt(generation, 36), issuedAt };
}

/** Old enough to be given anew, so that who comes back stays known. */
export const isToRenew = ({ issuedAt }: Pass, now: Instant): boolean => now > issuedAt + RENEWED_AFTER;

const sealOf = ({ vault }: Pick<Desk, 'vault'>, channelId: string, says: string): string => vault.mark(`webchat pass ${channelId} ${says}`);

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
