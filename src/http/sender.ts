import type { IncomingMessage } from 'node:http';

/** Whether this address, so many proxies away from us, may say who came before it: as express was told (`TRUST_PROXY`). */
export type Trusts = (address: string, hops: number) => boolean;

/** The address that a request came from: the first that no trusted proxy stands for. */
export function senderOf({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>, trusts: Trusts): string | null {
  const said = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const before = said.map((address) => address.trim()).filter((address) => address !== '');
  const all = [socket.remoteAddress ?? '', ...before.reverse()];
  const first = all.findIndex((address, hops) => !trusts(address, hops));
  return (all[first] ?? all.at(-1))?.slice(0, 64) || null;
}
