import { Secret, TOTP } from 'otpauth';
import type { OneTime } from '../ports/one-time';

const ISSUER = 'Relaydesk';
const BYTES = 20;
/** Clocks of phones go a little wrong. */
const STEPS_BESIDE = 1;

export const totp: OneTime = {
  newSecret: () => new Secret({ size: BYTES }).base32,
  uri: (secret, account) => over(secret, account).toString(),
  stepOf(secret, code, now) {
    const one = over(secret);
    const beside = one.validate({ token: code, timestamp: now, window: STEPS_BESIDE });
    return beside === null ? null : one.counter({ timestamp: now }) + beside;
  },
};

const over = (secret: string, label = ''): TOTP => new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(secret) });
