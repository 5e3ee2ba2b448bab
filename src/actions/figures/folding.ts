import { LeaseLost, type Store, type Tx } from '../../ports/store';
import type { Desk } from '../desk';
import { giveWay } from '../give-way';
import type { Hold } from '../sending/send-message';

/** Who folds, across processes. */
const NAME = 'figures';
const LEASE = 8_000;
const RENEWAL = 2_000;
const LOOK_AGAIN = 25;

/** The right to change what is kept of the figures. */
export interface Folding {
  readonly hold: Hold;
  /** Lets others in, and renews the right when it is time; throws LeaseLost when somebody else has it. */
  goOn(): Promise<void>;
}

/** One at a time in this process: a lease that is ours could be taken twice. */
const busy = new WeakSet<Store>();

/** Runs `work` alone, in all processes; null when somebody else has the right for longer than `patience` ms, or took it over. */
export async function whileFolding<T>(desk: Desk, patience: number, work: (folding: Folding) => Promise<T>): Promise<T | null> {
  const { store } = desk;
  const mine = await takeIn(patience, async () => (busy.has(store) ? null : busy.add(store)));
  if (mine === null) return null;
  try {
    return await underLease(desk, patience, work);
  } finally {
    busy.delete(store);
  }
}

async function underLease<T>(
  { store: { leases }, clock }: Desk,
  patience: number,
  work: (folding: Folding) => Promise<T>,
): Promise<T | null> {
  const token = await takeIn(patience, () => leases.take(NAME, LEASE));
  if (token === null) return null;
  let renewed = clock.now();
  try {
    return await work({
      hold: { name: NAME, token },
      async goOn() {
        await giveWay();
        if (clock.now() - renewed < RENEWAL) return;
        renewed = clock.now();
        if (!(await leases.renew(NAME, token, LEASE))) throw new LeaseLost(NAME);
      },
    });
  } catch (error) {
    if (error instanceof LeaseLost) return null;
    throw error;
  } finally {
    await leases.release(NAME, token);
  }
}

async function takeIn<T>(patience: number, take: () => Promise<T | null>): Promise<T | null> {
  for (let waited = 0; ; waited += LOOK_AGAIN) {
    const taken = await take();
    if (taken !== null || waited >= patience) return taken;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
  }
}

/** Inside a transaction: throws LeaseLost unless this is still who folds. */
export const stillMine = ({ store }: Desk, tx: Tx, { hold }: Folding): Promise<void> => store.leases.confirm(tx, hold.name, hold.token);

/** A transaction of who still has the right to fold. */
export function inFold(desk: Desk, folding: Folding, work: (tx: Tx) => Promise<unknown>): Promise<void> {
  return desk.store.atomically(async (tx) => {
    await stillMine(desk, tx, folding);
    await work(tx);
  });
}
