import { Refusal } from '../../domain/errors';
import type { InHand } from './in-hand';

export interface Seen {
  /** The newest `seq` of the chat that the writer had on the screen; without it nothing is looked at. */
  readonly seen?: number | undefined;
  /** Sent all the same. */
  readonly confirmed?: boolean | undefined;
}

/** Refuses (`newer_message`) an answer that was begun before a colleague's, until its writer has been asked. The chat is locked. */
export async function mustHaveSeen({ tx, ledger, ticket, by }: InHand, { seen, confirmed = false }: Seen): Promise<void> {
  if (seen === undefined || confirmed || ledger.chat(ticket.chatId).seq <= seen) return;
  const newer = await tx.newestOfColleagues({ chatId: ticket.chatId, seq: seen }, by.id);
  if (!newer) return;
  const { id: messageId, seq, author, sentAt } = newer;
  throw new Refusal('newer_message', `${author.name ?? 'A colleague'} has written since. Send it all the same with confirmed: true.`, {
    messageId,
    seq,
    author: { id: author.id, name: author.name },
    at: new Date(sentAt).toISOString(),
  });
}
