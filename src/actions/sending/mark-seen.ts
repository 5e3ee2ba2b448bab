import type { Ticket } from '../../domain/ticket';
import { SendFailure } from '../../ports/channel';
import type { Errand } from '../../ports/store';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import { channelIn } from '../rules';
import { transact } from '../transact';
import { attentionIn } from './attention';
import { outsideOf } from './outside-of';
import { kindOf } from './sendable';

const TRIES = 3;
const AT_ONCE = 50;
const SECOND = 1000;

/** Somebody reads what was unread: once that is committed, the network is told too. Behind a key of its own it holds up no answer. */
export function tellSeen(desk: Pick<Desk, 'kinds'>, ledger: Ledger, { channelId, chatId, unread }: Ticket): void {
  const channel = channelIn(ledger.house, channelId);
  if (unread === 0 || !channel || !kindOf(desk, channel.kind).seen) return;
  ledger.addErrand({ key: `seen:${chatId}`, kind: 'seen', payload: { chatId } });
}

/** Marks the customer's newest message as read at the network. Of several errands the newest does it for all; in the end it is let go. */
export async function markSeen(desk: Desk, errand: Errand): Promise<void> {
  const waiting = await desk.store.reads.errandsOf(errand.key, AT_ONCE);
  const again = waiting.at(-1)?.id === errand.id && (await isToTryAgain(desk, String(errand.payload.chatId)));
  const attempts = errand.attempts + 1;
  await transact(desk, async (_tx, ledger) => {
    if (again && attempts < TRIES) ledger.postpone({ ...errand, attempts, dueAt: ledger.at + SECOND * 2 ** attempts });
    else ledger.done(errand.id);
  });
}

async function isToTryAgain(desk: Desk, chatId: string): Promise<boolean> {
  const there = await attentionIn(desk, chatId);
  try {
    if (there) await there.kind.seen?.(there.config, there.attention, outsideOf(desk, there.channel));
    return false;
  } catch (error) {
    return error instanceof SendFailure && error.verdict === 'later';
  }
}
