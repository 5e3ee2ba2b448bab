import type { Tx } from '../ports/store';
import type { Ledger } from './ledger';

/** The most that a new ticket takes along of what was said since the last close (LIFECYCLE §4). */
const TAKEN_ALONG = { messages: 500, ms: 30 * 24 * 60 * 60_000 } as const;

/** Locks a chat, with all that a ticket which opens in it would take along. An unknown id holds nothing. */
export async function holdChat(tx: Tx, ledger: Ledger, chatId: string): Promise<void> {
  ledger.take(await tx.hold([chatId]));
  if (ledger.has(chatId)) await recall(tx, ledger, chatId);
}

/** Reads what was said in a closed chat since its last close. */
export async function recall(tx: Tx, ledger: Ledger, chatId: string): Promise<void> {
  const { seq, lastClosedSeq } = ledger.chat(chatId);
  if (seq <= lastClosedSeq || ledger.openIn(chatId) !== null) return;
  ledger.takeMessages(await tx.loose(chatId, { afterSeq: lastClosedSeq, heardAfter: ledger.at - TAKEN_ALONG.ms }, TAKEN_ALONG.messages));
}
