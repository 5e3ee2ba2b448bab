import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Json } from '../json';

const KID = 'twin-key-1';

interface Pair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const pairs: Pair[] = [];

/** The service's key and a stranger's, made when they are first needed: that takes a tenth of a second. */
function pair(at: 0 | 1): Pair {
  while (pairs.length <= at) pairs.push(generateKeyPairSync('rsa', { modulusLength: 2048 }));
  return pairs[at] as Pair;
}

/** The keys as the service publishes them; the key speaks for these channels alone. */
export const published = (): Json => ({
  keys: [{ ...pair(0).publicKey.export({ format: 'jwk' }), kid: KID, use: 'sig', endorsements: ['webchat', 'msteams', 'directline'] }],
});

/** How a token is not worth what it claims; `right` is. */
export const PROOFS = ['right', 'absent', 'expired', 'forged', 'audience', 'service', 'garbage'] as const;
export type Proof = (typeof PROOFS)[number];

interface For {
  readonly appId: string;
  readonly serviceUrl: string;
  /** Milliseconds. */
  readonly now: number;
}

/** The header by which the service shows a bot that it calls. */
export function proofOf({ appId, serviceUrl, now }: For, proof: Proof): Record<string, string> {
  if (proof === 'absent') return {};
  if (proof === 'garbage') return { authorization: 'Bearer not.a.token' };
  const seconds = Math.floor(now / 1000);
  const exp = proof === 'expired' ? seconds - 3600 : seconds + 3600;
  const claims = {
    iss: 'https://api.botframework.com',
    aud: proof === 'audience' ? '00000000-0000-4000-8000-000000000bad' : appId,
    serviceurl: proof === 'service' ? 'https://elsewhere.example/' : serviceUrl,
    nbf: seconds - 60,
    exp,
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ typ: 'JWT', alg: 'RS256', kid: KID })}.${part(claims)}`;
  const signature = sign('RSA-SHA256', Buffer.from(signed), pair(proof === 'forged' ? 1 : 0).privateKey);
  return { authorization: `Bearer ${signed}.${signature.toString('base64url')}` };
}
