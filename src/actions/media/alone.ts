import { BeginAgain } from '../../ports/store';
import type { Desk } from '../desk';
import { rest } from '../give-way';

const LEASE = 30_000;
const LOOK_EVERY = 20;
const LOOKS = 250;

const running = new Map<string, Promise<unknown>>();

/**
 * Nobody else lays a file under this address or takes one away meanwhile, in this process or another: between seeing that
 * nothing refers to bytes and removing them, somebody may send the same file again.
 */
export async function aloneAt<T>(desk: Desk, address: string, work: () => Promise<T>): Promise<T> {
  const before = running.get(address);
  const mine = (before ?? Promise.resolve()).catch(() => undefined).then(() => leased(desk, address, work));
  running.set(address, mine);
  try {
    return await mine;
  } finally {
    if (running.get(address) === mine) running.delete(address);
  }
}

async function leased<T>({ store: { leases } }: Desk, address: string, work: () => Promise<T>): Promise<T> {
  const name = `file:${address}`;
  for (let look = 0; look < LOOKS; look++) {
    const token = await leases.take(name, LEASE);
    if (token !== null) return work().finally(() => leases.release(name, token));
    await rest(LOOK_EVERY);
  }
  throw new BeginAgain('another instance keeps a file to itself');
}
