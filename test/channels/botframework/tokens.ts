import { generateKeyPairSync, sign } from 'node:crypto';
import type { Aside, Request } from '../support/provider';
import { NOW } from '../support/provider';

export const APP = '00000000-0000-4000-8000-00000000b07f';
export const SERVICE = 'https://smba.trafficmanager.net/amer/';
const KID = 'key-1';

const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
const strangers = generateKeyPairSync('rsa', { modulusLength: 2048 });

type Claims = Readonly<Record<string, unknown>>;

export interface Signing {
  readonly head?: Claims;
  readonly claims?: Claims;
  /** Signed by a key that the service does not know. */
  readonly forged?: boolean;
}

/** A token as the service sends it with each call. */
export function tokenOf({ head = {}, claims = {}, forged = false }: Signing = {}): string {
  const seconds = NOW / 1000;
  const said = { iss: 'https://api.botframework.com', aud: APP, serviceurl: SERVICE, nbf: seconds - 60, exp: seconds + 3600, ...claims };
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ typ: 'JWT', alg: 'RS256', kid: KID, ...head })}.${part(said)}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), (forged ? strangers : ours).privateKey).toString('base64url')}`;
}

const json = (body: unknown) => ({ status: 200, body });

/** What the service answers beside the connector: where its keys are, its keys, and tokens for apps. */
export const aside: Aside = ({ url = '', headers }: Request) => {
  if (url === '/v1/.well-known/openidconfiguration')
    return json({
      issuer: 'https://api.botframework.com',
      jwks_uri: `http://${headers.host}/v1/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
    });
  if (url === '/v1/.well-known/keys')
    return json({ keys: [{ ...ours.publicKey.export({ format: 'jwk' }), kid: KID, use: 'sig', endorsements: ['msteams', 'webchat'] }] });
  return url.endsWith('/oauth2/v2.0/token')
    ? json({ token_type: 'Bearer', expires_in: 3600, access_token: 'a.token.for.the.connector' })
    : null;
};
