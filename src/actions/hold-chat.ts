import type { Message } from '../domain/message';
import type { Tx } from '../ports/store';
import type { Ledger } from './ledger';
import { recallFields } from './routing/apply-rules';

/** The most that a new ticket takes along of what was said since the last close (LIFECYCLE §4). */
const TAKEN_ALONG = { messages: 500, ms: 30 * 24 * 60 * 60_000 } as const;

/** Locks a chat, with all that a ticket which opens in it would take along. An unknown id holds nothing. */
export async function holdChat(tx: Tx, ledger: Ledger, chatId: string): Promise<void> {
  ledger.take(await tx.hold([chatId]));
  await recall(tx, ledger, [chatId]);
}

/** Locks a message's chat and reads the message under that lock. */
export async function holdMessage(tx: Tx, ledger: Ledger, messageId: string): Promise<Message | undefined> {
  const chatId = await tx.chatOfMessage(messageId);
  if (chatId === null) return undefined;
  ledger.take(await tx.hold([chatId]));
  ledger.takeMessages(await tx.messages([messageId]));
  return ledger.message(messageId);
}

/** Reads what was said in closed chats since their last close; others are left out. */
export async function recall(tx: Tx, ledger: Ledger, chatIds: readonly string[]): Promise<void> {
  const closed = chatIds.filter((id) => ledger.has(id) && ledger.openIn(id) === null).map((id) => ledger.chat(id));
  const since = closed
    .filter(({ seq, lastClosedSeq }) => seq > lastClosedSeq)
    .map(({ id, lastClosedSeq }) => ({ chatId: id, seq: lastClosedSeq }));
  ledger.takeMessages(await tx.loose(since, ledger.at - TAKEN_ALONG.ms, TAKEN_ALONG.messages));
  await recallFields(tx, ledger, closed);
}

/** Reads what went out in these chats since their customer's last words: by that, a failed answer is judged. */
export async function recallAnswers(tx: Tx, ledger: Ledger, chatIds: readonly string[]): Promise<void> {
  ledger.takeMessages(await tx.outboundAfter(chatIds.map((chatId) => ({ chatId, seq: ledger.chat(chatId).lastCustomerSeq }))));
}
