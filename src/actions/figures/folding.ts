import { LeaseLost, type Store, type Tx } from '../../ports/store';
import type { Desk } from '../desk';
import type { Hold } from '../sending/send-message';

/** Who folds, across processes. */
const NAME = 'figures';
const LEASE = 30_000;
const LOOK_AGAIN = 25;

/** The right to change what is kept of the figures. */
export interface Folding {
  readonly hold: Hold;
  /** Renews the right, and lets others in; throws LeaseLost when somebody else has it. */
  goOn(): Promise<void>;
}

/** One at a time in this process: a lease that is ours could be taken twice. */
const turns = new WeakMap<Store, Promise<unknown>>();

/** Runs `work` alone, in all processes; null when another one has the right for longer than `patience` ms, or took it over. */
export function whileFolding<T>(desk: Desk, patience: number, work: (folding: Folding) => Promise<T>): Promise<T | null> {
  const { store } = desk;
  const turn = (turns.get(store) ?? Promise.resolve()).then(() => underLease(desk, patience, work));
  turns.set(
    store,
    turn.catch(() => undefined),
  );
  return turn;
}

async function underLease<T>({ store: { leases } }: Desk, patience: number, work: (folding: Folding) => Promise<T>): Promise<T | null> {
  const token = await takeIn(patience, () => leases.take(NAME, LEASE));
  if (token === null) return null;
  try {
    return await work({
      hold: { name: NAME, token },
      async goOn() {
        await new Promise(setImmediate);
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

async function takeIn(patience: number, take: () => Promise<string | null>): Promise<string | null> {
  for (let waited = 0; ; waited += LOOK_AGAIN) {
    const token = await take();
    if (token !== null || waited >= patience) return token;
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
