import { type LookupAddress, lookup as resolve } from 'node:dns';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Loopback, private, link-local, metadata, multicast and what else is no address of the open network. */
const CLOSED = listOf([
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24'],
  ...['192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3'],
  // Of version 6 only 2000::/3 is open, without what carries an address of version 4 or is for documents.
  ...['::/3', '4000::/2', '8000::/1', '2001::/32', '2001:db8::/32', '2002::/16'],
]);

export interface Outgoing {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: Buffer | null;
}

/** Calls an address that somebody else named, and answers the status; what it says is not read. */
export type Reach = (url: string, outgoing: Outgoing) => Promise<number>;

/**
 * Resolves once, refuses what is not on the open network unless it is allowed, connects to the checked address, follows no redirect.
 * `allowed`: host names, addresses and CIDRs. `timeout` in milliseconds, for all of it.
 *
 * @see CONTRACT "Outside calls"
 */
export function outside({ allowed, timeout }: { readonly allowed: readonly string[]; readonly timeout: number }): Reach {
  const hosts = new Set(allowed.map((entry) => entry.toLowerCase()));
  const open = listOf(allowed.filter((entry) => isIP(entry.split('/')[0] ?? '') > 0));
  const mayReach = (host: string, address: string) => hosts.has(host) || has(open, address) || !has(CLOSED, address);
  const lookup = checking(mayReach);
  return (url, { method, headers, body = null }) =>
    new Promise((done, fail) => {
      const { protocol, hostname } = new URL(url);
      const host = hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) > 0 && !mayReach(host, host)) return fail(new Error(CLOSED_ADDRESS));
      const send = protocol === 'https:' ? overHttps : overHttp;
      const call = send(url, { method, headers, lookup, agent: false, signal: AbortSignal.timeout(timeout) }, (answer) => {
        done(answer.statusCode ?? 0);
        answer.destroy();
      });
      call.on('error', fail);
      call.end(body);
    });
}

const CLOSED_ADDRESS = 'the address is not on the open network, nor in ALLOW_PRIVATE_TARGETS';

/** A resolver that gives only addresses that may be reached. */
function checking(mayReach: (host: string, address: string) => boolean): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      const open = error ? [] : (found as LookupAddress[]).filter(({ address }) => mayReach(host.toLowerCase(), address));
      const [first] = open;
      if (!first) return done(error ?? new Error(CLOSED_ADDRESS), '');
      if (options.all) done(null, open);
      else done(null, first.address, first.family);
    });
  };
}

function listOf(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/');
    const family = familyOf(address);
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

function has(list: BlockList, address: string): boolean {
  const plain = MAPPED.exec(address)?.[1] ?? address;
  return list.check(plain, familyOf(plain));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
