import type { Tx } from '../ports/store';
import type { Desk } from './desk';
import { type Ledger, openLedger } from './ledger';
import { routeChanged } from './route-tickets';

/** The key under which the queue of tickets is looked through again. */
export const ROUTING = 'routing';

/**
 * One transaction: `work` decides, routing gives away what became pending, the ledger is written in bulk;
 * after the commit the bell is rung. `work` may run several times and must keep nothing from a former run.
 */
export async function transact<T>(desk: Desk, work: (tx: Tx, ledger: Ledger) => Promise<T>): Promise<T> {
  const { result, ledger } = await desk.store.atomically(async (tx) => {
    const fresh = await openLedgerIn(desk, tx);
    const done = await work(tx, fresh);
    await routeChanged(tx, fresh);
    await tx.write(fresh.changes());
    await desk.alongside?.(tx, done);
    return { result: done, ledger: fresh };
  });
  ring(desk, ledger);
  return result;
}

/** A ledger under the configuration that holds inside this transaction. */
export async function openLedgerIn(desk: Desk, tx: Tx): Promise<Ledger> {
  return openLedger(await currentHouse(desk, tx), desk.clock.now(), desk.newId);
}

async function currentHouse(desk: Desk, tx: Tx) {
  if ((await tx.houseVersion()) === desk.house.current().version) return desk.house.current();
  const house = await tx.house();
  desk.house.keep(house);
  return house;
}

/** Tells who listens what was committed. */
export function ring(desk: Desk, ledger: Ledger): void {
  const announcements = ledger.announcements();
  if (announcements.length > 0) desk.bus.announce(announcements);
  const keys = [...ledger.wakes(), ...(ledger.roomMade() ? [ROUTING] : [])];
  if (keys.length > 0) desk.queue.wake(keys);
}
