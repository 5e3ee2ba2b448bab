import type { IncomingMessage } from 'node:http';
import { senderOf, type Trusts } from '../../src/http/sender';

const from = (remoteAddress: string | undefined, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;
const nobody: Trusts = () => false;
const proxies =
  (count: number): Trusts =>
  (_, hops) =>
    hops < count;

describe('who sent a request', () => {
  // biome-ignore format: a table is read in columns
  it.each([
    ['the caller, when no proxy is trusted',          from('203.0.113.9', '198.51.100.1'),               nobody,     '203.0.113.9'],
    ['who the trusted proxy names',                   from('10.0.0.1', '198.51.100.1'),                  proxies(1), '198.51.100.1'],
    ['the last that a proxy did not make up',         from('10.0.0.1', '192.0.2.66, 198.51.100.1'),      proxies(1), '198.51.100.1'],
    ['the one before two trusted proxies',            from('10.0.0.1', '192.0.2.66 , 198.51.100.1,10.0.0.2'), proxies(2), '198.51.100.1'],
    ['the farthest, when all are trusted',            from('10.0.0.1', '198.51.100.1'),                  proxies(9), '198.51.100.1'],
    ['the proxy itself, when it names nobody',        from('10.0.0.1'),                                  proxies(1), '10.0.0.1'],
    ['nobody, once the connection is gone',           from(undefined),                                   nobody,     null],
  ])('is %s', (_, request, trusts, expected) => {
    expect(senderOf(request, trusts)).toBe(expected);
  });
});
