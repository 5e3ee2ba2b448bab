import { isOnline } from '../../domain/agent';
import { capacityOf } from '../../domain/eligible';
import type { Ticket } from '../../domain/ticket';
import type { Tx } from '../../ports/store';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import { policyFor } from '../rules';
import { transact } from '../transact';
import { isManual, routeWithin, waits } from './route-tickets';

const BATCH = 50;

interface Looked {
  readonly tickets: number;
  readonly given: number;
  /** Somebody could take more, only none of these. */
  readonly room: boolean;
}

/** Looks through the queue and gives away what it can, until nothing moves. Exact under any number of instances: agents are locked. */
export async function routeQueue(desk: Desk, goOn: () => Promise<boolean> = async () => true): Promise<number> {
  let total = 0;
  let skip = 0;
  for (;;) {
    const { tickets, given, room } = await transact(desk, (tx, ledger) => routeBatch(tx, ledger, skip));
    total += given;
    skip = given > 0 ? 0 : skip + tickets;
    if (tickets === 0 || !(given > 0 || room) || !(await goOn())) return total;
  }
}

async function routeBatch(tx: Tx, ledger: Ledger, skip: number): Promise<Looked> {
  const manual = ledger.house.channels.filter(({ id }) => isManual(ledger, id)).map(({ id }) => id);
  const queued = await tx.queue(BATCH, manual, skip);
  if (queued.length === 0) return { tickets: 0, given: 0, room: false };
  ledger.take(await tx.hold(queued.map(({ chatId }) => chatId)));
  const waiting = queued.map(({ chatId }) => ledger.openIn(chatId)).filter((ticket) => ticket !== null && waits(ticket)) as Ticket[];
  const around = await tx.agentsAround();
  const given = routeWithin(ledger, waiting, around);
  const policy = policyFor(ledger.house, '');
  const room = ledger.loads(around).some(({ agent, load }) => isOnline(agent) && load < capacityOf(agent, policy));
  return { tickets: queued.length, given, room };
}
