import { LeaseLost, type Store, type Tx } from '../../ports/store';
import type { Desk } from '../desk';
import { giveWay, rest } from '../give-way';
import type { Hold } from '../sending/send-message';

/** Who folds, across processes. */
const NAME = 'figures';
const LEASE = 8_000;
const RENEWAL = 2_000;
const LOOK_AGAIN = 25;
/** Whose turn took longer than this had something to do, and gets this much time more: about what a batch of the way in takes. */
const TURN = 1;
const REST = 20;

/** The right to change what is kept of the figures. */
export interface Folding {
  readonly hold: Hold;
  /** Lets others in, and renews the right when it is time; throws LeaseLost when somebody else has it. */
  goOn(): Promise<void>;
}

/** One at a time in this process: a lease that is ours could be taken twice. */
const busy = new WeakSet<Store>();
/** How many wait for what is counted: while somebody does, nobody rests. */
const awaited = new WeakMap<Store, number>();

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

/** While `work` goes on whoever folds does not rest: somebody waits for it. */
export async function inHaste<T>({ store }: Desk, work: () => Promise<T>): Promise<T> {
  const waiting = (more: number) => awaited.set(store, (awaited.get(store) ?? 0) + more);
  waiting(1);
  try {
    return await work();
  } finally {
    waiting(-1);
  }
}

/** Whoever counts in a row takes every other turn, and messages that come in meanwhile each wait for several (p99 72 and 124 ms for 2,500 and 2,000 a second). */
async function letOthers(store: Store): Promise<void> {
  const began = performance.now();
  await giveWay();
  if (performance.now() - began < TURN || (awaited.get(store) ?? 0) > 0) return;
  await rest(REST);
}

async function underLease<T>({ store, clock }: Desk, patience: number, work: (folding: Folding) => Promise<T>): Promise<T | null> {
  const { leases } = store;
  const token = await takeIn(patience, () => leases.take(NAME, LEASE));
  if (token === null) return null;
  let renewed = clock.now();
  try {
    return await work({
      hold: { name: NAME, token },
      async goOn() {
        await letOthers(store);
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
    await rest(LOOK_AGAIN);
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
