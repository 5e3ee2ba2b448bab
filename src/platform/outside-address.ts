import { type LookupAddress, lookup as resolve } from 'node:dns';
import { type ClientRequest, type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { Duplex } from 'node:stream';

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
  const mayReach = reachable(allowed);
  const lookup = checking(mayReach);
  return (url, { method, headers, body = null }) =>
    new Promise((done, fail) => {
      const { protocol, hostname } = new URL(url);
      const host = hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) > 0 && !mayReach(host, host)) return fail(new ClosedAddress());
      const send = protocol === 'https:' ? overHttps : overHttp;
      const call = send(url, { method, headers, lookup, agent: false, signal: AbortSignal.timeout(timeout) }, (answer) => {
        done(answer.statusCode ?? 0);
        answer.destroy();
      });
      call.on('error', fail);
      call.on('upgrade', hangUp(fail));
      call.end(body);
    });
}

export interface Calling {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** An address that the environment names: it is reached wherever it is. */
  readonly home?: string | null;
}

export interface Called {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

const LARGEST_ANSWER = 1024 * 1024;

/** Calls an address under the same rules and reads what it answers. `timeout` in milliseconds, for all of it. */
export function calling({ allowed, timeout }: { readonly allowed: readonly string[]; readonly timeout: number }) {
  const mayReach = reachable(allowed);
  return (url: string, { method, headers, body, home = null }: Calling): Promise<Called> =>
    new Promise((done, fail) => {
      if (!isLink(url)) return fail(new Error('no link'));
      const { protocol, hostname, origin } = new URL(url);
      const isHome = home !== null && origin === new URL(home).origin;
      const host = hostname.replace(/^\[|\]$/g, '');
      if (!isHome && isIP(host) > 0 && !mayReach(host, host)) return fail(new ClosedAddress());
      const lookup = isHome ? {} : { lookup: checking(mayReach) };
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const send = protocol === 'https:' ? overHttps : overHttp;
      const options = { method, headers: { ...headers, ...length }, agent: false, signal: AbortSignal.timeout(timeout), ...lookup };
      const call = send(url, options, (answer) => {
        readAll(answer).then((read) => done({ status: answer.statusCode ?? 0, headers: plain(answer.headers), body: read }), fail);
      });
      call.on('error', fail);
      call.on('upgrade', hangUp(fail));
      call.end(body);
    });
}

const plain = (headers: IncomingMessage['headers']): Called['headers'] =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]));

async function readAll(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LARGEST_ANSWER) {
      answer.destroy();
      throw new Error('the answer is too long');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const isLink = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

export interface Opening {
  readonly headers: Readonly<Record<string, string>>;
  /** An address that the environment names: it is reached wherever it is. */
  readonly home: string | null;
}

export interface Open {
  readonly status: number;
  readonly mime: string | null;
  readonly bytes: number | null;
  readonly body: IncomingMessage;
}

/**
 * Opens a link under the same rules, for who reads it as it comes. `timeout` in milliseconds: for its first bytes, and
 * then for each pause between two; 1 KiB a second is the least. `until` ends whatever is being read.
 */
export function opening({
  allowed,
  timeout,
  until,
}: {
  readonly allowed: readonly string[];
  readonly timeout: number;
  readonly until?: AbortSignal;
}) {
  const mayReach = reachable(allowed);
  return (url: string, { headers, home }: Opening): Promise<Open> =>
    new Promise((done, fail) => {
      if (!isLink(url)) return fail(new Error('no link'));
      const { protocol, hostname, origin } = new URL(url);
      const isHome = home !== null && origin === new URL(home).origin;
      const host = hostname.replace(/^\[|\]$/g, '');
      if (!isHome && isIP(host) > 0 && !mayReach(host, host)) return fail(new ClosedAddress());
      const get = protocol === 'https:' ? overHttps : overHttp;
      const options = { headers, agent: false, timeout, ...(isHome ? {} : { lookup: checking(mayReach) }) };
      const call = get(url, options, (answer) => {
        const length = Number(answer.headers['content-length']);
        const bytes = answer.headers['content-length'] !== undefined && Number.isSafeInteger(length) ? length : null;
        done({ status: answer.statusCode ?? 0, mime: answer.headers['content-type'] ?? null, bytes, body: answer });
      });
      endInTime(call, until);
      mustMove(call, WINDOWS * timeout);
      call.on('timeout', () => call.destroy(new Error('nothing came for too long')));
      call.on('error', fail);
      call.on('upgrade', hangUp(fail));
      call.end();
    });
}

/** Nothing is read for longer, however steadily it comes. */
const LONGEST_READ = 15 * 60_000;

/** Bytes a second, over so many pauses as are allowed: whoever drips them would hold a place in the queue for as long as it may be read. */
const SLOWEST = 1024;
const WINDOWS = 3;

function mustMove(call: ClientRequest, window: number): void {
  let [before, complete] = [0, () => false];
  call.once('response', (answer) => {
    complete = () => answer.complete;
  });
  const look = setInterval(() => {
    const read = call.socket?.bytesRead ?? 0;
    if (!complete() && read - before < (SLOWEST * window) / 1000) call.destroy(new Error('it comes too slowly'));
    before = read;
  }, window);
  call.once('close', () => clearInterval(look));
}

function endInTime(call: ClientRequest, until?: AbortSignal): void {
  const end = () => call.destroy(new Error('it took too long, or the desk is closing'));
  const late = setTimeout(end, LONGEST_READ);
  until?.addEventListener('abort', end);
  call.once('close', () => {
    clearTimeout(late);
    until?.removeEventListener('abort', end);
  });
}

/** A line that is to become another protocol's: of it neither an answer nor an error is told, and who waits would wait for ever. */
const hangUp = (fail: (error: Error) => void) => (_answer: IncomingMessage, line: Duplex) => {
  line.destroy();
  fail(new Error('it would speak another protocol'));
};

/** Nobody was called. */
class ClosedAddress extends Error {
  readonly code = 'ECLOSEDADDRESS';
  constructor() {
    super('the address is not on the open network, nor in ALLOW_PRIVATE_TARGETS');
  }
}

function reachable(allowed: readonly string[]): (host: string, address: string) => boolean {
  const hosts = new Set(allowed.map((entry) => entry.toLowerCase()));
  const open = listOf(allowed.filter((entry) => isIP(entry.split('/')[0] ?? '') > 0));
  return (host, address) => hosts.has(host) || has(open, address) || !has(CLOSED, address);
}

/** A resolver that gives only addresses that may be reached. */
function checking(mayReach: (host: string, address: string) => boolean): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      const open = error ? [] : (found as LookupAddress[]).filter(({ address }) => mayReach(host.toLowerCase(), address));
      const [first] = open;
      if (!first) return done(error ?? new ClosedAddress(), '');
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
