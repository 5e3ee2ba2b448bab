import { record } from '../../domain/record';
import type { Ticket } from '../../domain/ticket';
import type { Tx } from '../../ports/store';
import type { Desk, Person } from '../desk';
import type { Ledger } from '../ledger';
import { actorOf } from '../tickets/in-hand';
import { transact } from '../transact';
import { ownStage } from './update-stage';

/** Small: who writes meanwhile waits for one of them. */
const BATCH = 100;

/**
 * Deletes an intermediate stage: from this transaction on its tickets read, filter and count as `open`;
 * an errand writes rows and events in batches (LIFECYCLE §6). Answers how many tickets are in it.
 */
export async function removeStage(desk: Desk, { key, by }: { readonly key: string; readonly by: Person }): Promise<{ tickets: number }> {
  const tickets = await transact(desk, async (tx, ledger) => {
    const stage = ownStage(await tx.house(), key);
    await tx.saveStage({ ...stage, deletedAt: ledger.at });
    ledger.addErrand({ key: `stage:${key}`, kind: 'stage_deletion', payload: { key, by: { ...actorOf(by) } } });
    return tx.countInStage(key);
  });
  await desk.house.refresh();
  return { tickets };
}

/**
 * Moves one batch of a deleted stage's tickets to `open`; true when none is left. The stage itself is kept: its key is in the
 * tickets' stories and never given again, or what sleeps in it would wake in another one.
 */
export function emptyStage(desk: Desk, key: string, by: ReturnType<typeof actorOf>): Promise<boolean> {
  return transact(desk, async (tx, ledger) => {
    const found = await tx.ticketsInStage(key, BATCH);
    if (found.length === 0) return true;
    for (const ticket of await hold(tx, ledger, found)) {
      if (ticket.stage === key)
        ledger.apply(record(ticket, { type: 'stage_changed', cause: 'stage_deleted', actor: by, at: ledger.at, patch: { stage: 'open' } }));
    }
    return false;
  });
}

async function hold(tx: Tx, ledger: Ledger, found: readonly { id: string; chatId: string }[]): Promise<Ticket[]> {
  ledger.take(await tx.hold(found.map(({ chatId }) => chatId)));
  return found.map(({ chatId }) => ledger.openIn(chatId)).filter((ticket): ticket is Ticket => ticket !== null);
}
