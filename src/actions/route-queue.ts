import type { Ticket } from '../domain/ticket';
import type { Tx } from '../ports/store';
import type { Desk } from './desk';
import type { Ledger } from './ledger';
import { isManual, routeWithin, waits } from './route-tickets';
import { transact } from './transact';

const BATCH = 50;

/** Looks through the queue and gives away what it can, until nothing moves. Exact under any number of instances: agents are locked. */
export async function routeQueue(desk: Desk, goOn: () => Promise<boolean> = async () => true): Promise<number> {
  let total = 0;
  for (;;) {
    const given = await transact(desk, (tx, ledger) => routeBatch(tx, ledger));
    total += given;
    if (given === 0 || !(await goOn())) return total;
  }
}

async function routeBatch(tx: Tx, ledger: Ledger): Promise<number> {
  const manual = ledger.house.channels.filter(({ id }) => isManual(ledger, id)).map(({ id }) => id);
  const queued = await tx.queue(BATCH, manual);
  if (queued.length === 0) return 0;
  ledger.take(await tx.hold(queued.map(({ chatId }) => chatId)));
  const waiting = queued.map(({ chatId }) => ledger.openIn(chatId)).filter((ticket) => ticket !== null && waits(ticket)) as Ticket[];
  return routeWithin(ledger, waiting, await tx.agentsAround());
}
