import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Signature } from '../bytes';

const TOLERANCE = 5 * 60;

const keyOf = (secret: string): Buffer =>
  secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : Buffer.from(secret);

const macOf = (secret: string, id: string, time: string, bytes: Buffer): Buffer =>
  createHmac('sha256', keyOf(secret)).update(`${id}.${time}.`).update(bytes).digest();

/** The headers of Standard Webhooks; in the modes other than `right` they are not worth what they claim. */
export function headersOf(secret: string, id: string, bytes: Buffer, now: number, mode: Signature): Record<string, string> {
  const time = String(Math.floor(now / 1000));
  const named = { 'webhook-id': id, 'webhook-timestamp': time };
  if (mode === 'absent') return named;
  const signature = macOf(mode === 'right' ? secret : 'whsec_bm90IHF1aXRl', id, time, bytes).toString('base64');
  return { ...named, 'webhook-signature': mode === 'sha1' ? `v1a,${signature}` : `v1,${signature}` };
}

/** Why a call is not believed; null when it is. */
export function doubt(secret: string, headers: Readonly<Record<string, string | undefined>>, bytes: Buffer, now: number): string | null {
  const { 'webhook-id': id = '', 'webhook-timestamp': time = '', 'webhook-signature': given = '' } = headers;
  if (id === '' || given === '') return 'it is not signed';
  if (!/^\d+$/.test(time) || Math.abs(now / 1000 - Number(time)) > TOLERANCE) return 'it was signed too long ago, or is to come';
  const right = macOf(secret, id, time, bytes);
  const theirs = given.split(' ').flatMap((part) => (part.startsWith('v1,') ? [Buffer.from(part.slice(3), 'base64')] : []));
  return theirs.some((mac) => mac.length === right.length && timingSafeEqual(mac, right)) ? null : 'the signature is wrong';
}
