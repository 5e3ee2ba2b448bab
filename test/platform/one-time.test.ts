import { totp } from '../../src/platform/one-time';

/** The secret of RFC 6238's own examples, in base32. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('codes of an authenticator app', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [2000000000, '279037'],
  ])('are those of RFC 6238 at %s seconds', (seconds, code) => {
    expect(totp.stepOf(SECRET, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
  });

  it('hold a step before and after their own, and say which one they are of', () => {
    const at = 1111111109_000;
    const step = Math.floor(1111111109 / 30);
    expect([-30_000, 30_000].map((off) => totp.stepOf(SECRET, '081804', at + off))).toEqual([step, step]);
    expect([-60_000, 60_000].map((off) => totp.stepOf(SECRET, '081804', at + off))).toEqual([null, null]);
  });

  it('come from a secret of 160 bits that is never the same', () => {
    const [one, two] = [totp.newSecret(), totp.newSecret()];
    expect(one).toMatch(/^[A-Z2-7]{32}$/);
    expect(one).not.toBe(two);
  });

  it('are set up by an address that names the desk and the account', () => {
    const uri = new URL(totp.uri(SECRET, 'ana@example.com'));
    expect([uri.protocol, uri.host, decodeURIComponent(uri.pathname)]).toEqual(['otpauth:', 'totp', '/Relaydesk:ana@example.com']);
    expect(uri.searchParams.get('secret')).toBe(SECRET);
  });
});
