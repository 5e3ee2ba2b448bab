import { verify } from 'node:crypto';
import type { ChannelConfig, DoorCall, Outside } from '../../src/ports/channel';
import { isObject, type Json, jsonIn, listOf, numberOf, objectOf, wordOf } from '../common/json';
import { keyNamed } from './keys';

const ISSUER = 'https://api.botframework.com';
const MOST_SIGNS = 8192;
/** Clocks differ; the service's own library allows as much. */
const LEEWAY = 5 * 60;

interface Token {
  readonly head: Json;
  readonly claims: Json;
  /** What was signed, and the signature. */
  readonly signed: Buffer;
  readonly signature: Buffer;
}

/** The app for which a call says that it is, not believed yet; null when it bears no token of the service. Never throws. */
export function appOf(call: DoorCall): string | null {
  const claims = tokenOf(call)?.claims;
  return claims?.iss === ISSUER ? (wordOf(claims.aud)?.toLowerCase() ?? null) : null;
}

/**
 * Whether the service made this call for the channel's app: the rules of its own library for tokens of channels, and no others
 * (docs/adr/0025). Throws when the service's keys can't be read now.
 */
export async function admits({ appId }: ChannelConfig, call: DoorCall, outside: Outside): Promise<boolean> {
  const token = tokenOf(call);
  if (!appId || !token || !claimsHold(token.claims, appId, outside.now()) || !isAbout(token.claims, call.body)) return false;
  const kid = wordOf(token.head.kid);
  const key = token.head.alg === 'RS256' && kid !== null ? await keyNamed(kid, outside) : null;
  if (!key || !verify('RSA-SHA256', token.signed, key.key, token.signature)) return false;
  return key.endorsements.length === 0 || key.endorsements.includes(String(objectOf(call.body).channelId));
}

function claimsHold({ iss, aud, exp, nbf }: Json, appId: string, now: number): boolean {
  const seconds = now / 1000;
  const [ends, begins] = [numberOf(exp), nbf === undefined ? 0 : numberOf(nbf)];
  if (ends === null || begins === null) return false;
  return iss === ISSUER && wordOf(aud)?.toLowerCase() === appId.toLowerCase() && seconds < ends + LEEWAY && seconds > begins - LEEWAY;
}

/** Where answers go is part of what is proved: else whoever has one token could have them sent to himself. */
const isAbout = ({ serviceurl }: Json, body: unknown): boolean => wordOf(serviceurl) !== null && serviceurl === objectOf(body).serviceUrl;

function tokenOf({ headers }: DoorCall): Token | null {
  const { authorization = '' } = headers;
  if (authorization.length > MOST_SIGNS) return null;
  const [, head = '', claims = '', signature = ''] = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(authorization) ?? [];
  const [read, said] = [objectIn(head), objectIn(claims)];
  if (!read || !said || listOf(read.crit).length > 0) return null;
  return { head: read, claims: said, signed: Buffer.from(`${head}.${claims}`), signature: Buffer.from(signature, 'base64url') };
}

function objectIn(part: string): Json | null {
  const value = jsonIn(Buffer.from(part, 'base64url'));
  return isObject(value) ? value : null;
}
