import { createHmac, timingSafeEqual } from 'node:crypto';

type Headers = Readonly<Record<string, string | undefined>>;

/** Seconds by which a call may be early or late, by the desk's clock. */
const TOLERANCE = 5 * 60;
const PREFIX = 'whsec_';

/** Whether there is a signature to look at, whoever made it. */
export const isSigned = (headers: Headers): boolean => wordIn(headers, 'webhook-signature') !== null;

/**
 * Whether one of the secrets signed exactly these bytes, not longer ago than five minutes. One right signature among several is
 * enough, so that a sender can change its secret; versions other than v1 are passed over. Anything malformed is a no.
 *
 * @see CHANNELS §8 (Standard Webhooks)
 */
export function signed(raw: Buffer, headers: Headers, secrets: readonly string[], now: number): boolean {
  const [id, time, given] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => wordIn(headers, name));
  if (!id || !time || !given || !isTimely(time, now)) return false;
  const signatures = signaturesIn(given);
  return secrets.some((secret) => {
    const key = keyOf(secret);
    if (key === null || signatures.length === 0) return false;
    // Once for all of them: as many fit into a header as would hold the desk up for seconds.
    const mac = macOf(key, id, time, raw);
    return signatures.some((signature) => timingSafeEqual(mac, signature));
  });
}

/** The headers of a call that the desk makes. `now` in milliseconds. */
export function sign(secret: string, id: string, raw: string, now: number): Record<string, string> {
  const time = String(Math.floor(now / 1000));
  const mac = macOf(keyOf(secret) ?? Buffer.alloc(0), id, time, raw).toString('base64');
  return { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': `v1,${mac}` };
}

/** By what a sender names a call that it repeats. */
export const nameOf = (headers: Headers): string | null => wordIn(headers, 'webhook-id');

const macOf = (key: Buffer, id: string, time: string, raw: Buffer | string): Buffer =>
  createHmac('sha256', key).update(`${id}.${time}.`).update(raw).digest();

/** `whsec_` and base64 are the bytes that these stand for, as the standard has it; any other word is its own bytes. Empty: null, for anybody could sign. */
function keyOf(secret: string): Buffer | null {
  const key = secret.startsWith(PREFIX) ? Buffer.from(secret.slice(PREFIX.length), 'base64') : Buffer.from(secret, 'utf8');
  return key.length > 0 ? key : null;
}

function isTimely(time: string, now: number): boolean {
  return /^\d{1,12}$/.test(time) && Math.abs(Math.floor(now / 1000) - Number(time)) <= TOLERANCE;
}

const BYTES = 32;

function signaturesIn(header: string): Buffer[] {
  return header
    .split(' ')
    .filter((part) => part.startsWith('v1,'))
    .map((part) => Buffer.from(part.slice('v1,'.length), 'base64'))
    .filter(({ length }) => length === BYTES);
}

function wordIn(headers: Headers, name: string): string | null {
  const value: unknown = headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
