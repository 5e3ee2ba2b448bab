import type { House, Tx } from '../ports/store';
import { recordActs } from './audit/record-acts';
import type { Desk } from './desk';
import { keepFormer } from './figures/keep-former';
import { noteHandOffs } from './handing-off/note-hand-offs';
import { hearEarly } from './hearing/hear-early';
import { type Ledger, openLedger } from './ledger';
import { routeChanged } from './routing/route-tickets';
import { windowRuleOf } from './sending/window';
import { sayTexts } from './time/say-texts';

/** The key under which the queue of tickets is looked through again. */
export const ROUTING = 'routing';

/**
 * One transaction: `work` decides, routing gives away what became pending, the ledger is written in bulk;
 * after the commit the bell is rung. `work` may run several times and must keep nothing from a former run;
 * it opens at most `opens` tickets.
 */
export async function transact<T>(desk: Desk, work: (tx: Tx, ledger: Ledger) => Promise<T>, { opens = 0 } = {}): Promise<T> {
  const numbers = await desk.numbers.take(opens);
  const { result, ledgers, recorded } = await desk.store.atomically(async (tx) => {
    const fresh = await openLedgerIn(desk, tx, numbers);
    const done = await work(tx, fresh);
    await routeChanged(tx, fresh);
    await sayTexts(desk, tx, fresh);
    noteHandOffs(desk, fresh);
    await tx.write(fresh.changes());
    const late = await hearEarly(desk, tx, fresh);
    await keepFormer(desk, tx, fresh);
    const recorded = await recordActs(desk, tx, fresh, done);
    await desk.alongside?.(tx, done);
    return { result: done, ledgers: [fresh, ...late], recorded };
  });
  if (recorded && desk.acting) desk.acting.recorded = true;
  for (const ledger of ledgers) settled(desk, ledger);
  return result;
}

/** A ledger under the configuration that holds inside this transaction. */
export const openLedgerIn = async (desk: Desk, tx: Tx, numbers: readonly number[]): Promise<Ledger> =>
  openLedgerUnder(desk, await currentHouse(desk, tx), numbers);

/** A ledger under a configuration that the transaction has yet to ask for (`stillSo`). */
export const openLedgerUnder = (desk: Desk, house: House, numbers: readonly number[]): Ledger =>
  openLedger({
    house,
    at: desk.clock.now(),
    numbers,
    windowRule: (channelId) => windowRuleOf(desk, house, channelId),
    newId: desk.newId,
  });

async function currentHouse(desk: Desk, tx: Tx) {
  if ((await tx.houseVersion()) === desk.house.current().version) return desk.house.current();
  const house = await tx.house();
  desk.house.keep(house);
  return house;
}

/** After the commit: tells who listens what happened, and gives back what was not needed. */
export function settled(desk: Desk, ledger: Ledger): void {
  desk.numbers.giveBack(ledger.spareNumbers());
  const announcements = ledger.announcements();
  if (announcements.length > 0) desk.bus.announce(announcements);
  const keys = [...ledger.wakes(), ...(ledger.roomMade() ? [ROUTING] : [])];
  if (keys.length > 0) desk.queue.wake(keys);
}
