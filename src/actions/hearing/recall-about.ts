import { wentOutAt } from '../../domain/delivery';
import type { Heard } from '../../ports/channel';
import type { Tx } from '../../ports/store';
import { recall, recallAnswers } from '../hold-chat';
import type { Ledger } from '../ledger';
import { isWatermark, targetsOf } from './early';
import { receiptTarget } from './hear-about';

/** For receipts: what else of their chats they are about, and what a ticket takes along that opens for a bot's message that failed. */
export async function recallSent(
  tx: Tx,
  ledger: Ledger,
  events: readonly { readonly channelId: string; readonly heard: Heard; readonly chatId: string | null }[],
): Promise<void> {
  await recallBehind(tx, ledger, events);
  const receipts = events.flatMap(({ channelId, heard }) =>
    heard.type === 'receipt' ? [{ heard, about: receiptTarget(ledger, channelId, heard) }] : [],
  );
  const upTo = receipts.flatMap(({ heard, about }) => (heard.upTo && about ? [{ chatId: about.chatId, sentAt: wentOutAt(about) }] : []));
  const failed = receipts.flatMap(({ heard, about }) => (heard.status === 'failed' && about ? [about.chatId] : []));
  ledger.takeMessages(await tx.unreadOutbound(upTo, 'read'));
  await recallAnswers(tx, ledger, [...new Set(failed)]);
  await recall(tx, ledger, [...new Set(failed)]);
}

/** What a watermark moves, of chats that are held. */
async function recallBehind(
  tx: Tx,
  ledger: Ledger,
  events: readonly { readonly heard: Heard; readonly chatId: string | null }[],
): Promise<void> {
  for (const status of ['delivered', 'read'] as const) {
    const upTo = events.flatMap(({ heard, chatId }) =>
      isWatermark(heard) && heard.status === status && chatId !== null ? [{ chatId, sentAt: Math.min(heard.until, ledger.at) }] : [],
    );
    ledger.takeMessages(await tx.unreadOutbound(upTo, status));
  }
}

/** For what changes words: the closed tickets that show them last in lists. */
export async function recallShown(
  tx: Tx,
  ledger: Ledger,
  events: readonly { readonly channelId: string; readonly heard: Heard }[],
): Promise<void> {
  const changed = events.flatMap(({ channelId, heard }) =>
    heard.type === 'edit' || heard.type === 'deletion' ? targetsOf(heard).flatMap((id) => ledger.byProvider(channelId, id) ?? []) : [],
  );
  const closed = changed.filter((message) => message.ticketId !== null && ledger.ticketOf(message) === null);
  if (closed.length > 0) ledger.takeTickets(await tx.tickets([...new Set(closed.map(({ ticketId }) => ticketId as string))]));
}
