import { milliseconds } from '../../domain/duration';
import { type Late, sayLate } from '../../domain/lateness';
import type { Message } from '../../domain/message';
import type { Errand, Tx } from '../../ports/store';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import { policyFor } from '../rules';
import { transact } from '../transact';

const BATCH = 200;

/**
 * Says once of each message that it waits too long to be sent: an event of its ticket, which people hear of. What else waits of
 * the same ticket is said with it.
 */
export async function sweepLate(desk: Desk, goOn: () => Promise<boolean> = async () => true): Promise<void> {
  const house = await desk.house.refresh();
  for (const { id, deletedAt } of house.channels) {
    const after = deletedAt === null ? policyFor(house, id).settings.delivery.queuedAlarmAfter : null;
    if (after === null) continue;
    for (;;) {
      const late = await desk.store.reads.lateSends(id, desk.clock.now() - milliseconds(after), BATCH);
      if (late.length === 0) break;
      if (!(await goOn())) return;
      await transact(desk, (tx, ledger) => tell(tx, ledger, late, after));
      if (late.length < BATCH) break;
    }
  }
}

async function tell(tx: Tx, ledger: Ledger, errands: readonly Errand[], queuedAlarmAfter: string): Promise<void> {
  const ids = errands.map(({ payload }) => String(payload.messageId));
  ledger.take(await tx.hold(await tx.chatsOfMessages(ids)));
  const there = await tx.markLate(
    errands.map(({ id }) => id),
    ledger.at,
  );
  const queued = new Map(errands.filter(({ id }) => there.has(id)).map(({ payload, createdAt }) => [String(payload.messageId), createdAt]));
  const found = new Map((await tx.messages([...queued.keys()])).map((message) => [message.id, message]));
  // In the order in which they go.
  const messages = [...queued.keys()].flatMap((id) => found.get(id) ?? []).filter(({ delivery }) => delivery?.status === 'queued');
  for (const chatId of new Set(messages.map((message) => message.chatId))) {
    const ticket = ledger.openIn(chatId);
    const its = messages.filter((message) => message.chatId === chatId && message.ticketId === ticket?.id);
    const [first] = its;
    if (ticket && first)
      ledger.apply(sayLate(ticket, { ...lateOf(its, first), queuedAt: queued.get(first.id) ?? ledger.at, queuedAlarmAfter }, ledger.at));
  }
}

const lateOf = (messages: readonly Message[], { delivery }: Message): Pick<Late, 'last' | 'messages' | 'why' | 'providerCode'> => ({
  last: messages.at(-1)?.id ?? '',
  messages: messages.length,
  why: delivery?.error?.code ?? null,
  providerCode: delivery?.error?.providerCode ?? null,
});
