import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Handshake } from '../../src/ports/channel';

const HEADER = /^sha256=([0-9a-f]{64})$/i;

/** Whether there is a signature to look at, whoever made it. */
export const isSigned = (headers: Readonly<Record<string, string | undefined>>): boolean => signatureIn(headers) !== undefined;

/** Whether one of the app secrets signed exactly these bytes. Anything malformed is a no. */
export function signed(raw: Buffer, headers: Readonly<Record<string, string | undefined>>, secrets: readonly string[]): boolean {
  const given = signatureIn(headers);
  if (given === undefined) return false;
  const signature = Buffer.from(given, 'hex');
  // An empty secret would let anybody sign.
  return secrets
    .filter((secret) => secret !== '')
    .some((secret) => timingSafeEqual(createHmac('sha256', secret).update(raw).digest(), signature));
}

function signatureIn(headers: Readonly<Record<string, string | undefined>>): string | undefined {
  const header: unknown = headers['x-hub-signature-256'];
  return typeof header === 'string' ? HEADER.exec(header)?.[1] : undefined;
}

/** Meta asks once per URL whether we know the token, and wants its challenge back bare. */
export function handshake(query: Readonly<Record<string, string>>, tokens: readonly string[]): Handshake {
  const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = query as Readonly<Record<string, unknown>>;
  const known = typeof token === 'string' && token !== '' && tokens.some((right) => same(right, token));
  return mode === 'subscribe' && known && typeof challenge === 'string'
    ? { status: 200, body: challenge }
    : { status: 403, body: 'Forbidden' };
}

/** In a time that tells nothing about where they differ. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
