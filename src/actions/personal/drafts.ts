import { clean } from '../../domain/text';
import type { Tx, WhichDraft } from '../../ports/store';
import type { Desk, Person } from '../desk';
import type { Ledger } from '../ledger';
import { transact } from '../transact';

interface ToKeep {
  readonly ticketId: string;
  readonly by: Pick<Person, 'id'>;
  readonly note: boolean;
  readonly text: string;
  readonly replyTo: string | null;
  /** The live connection that wrote it and needs not be told. */
  readonly socket?: string | undefined;
}

/** Keeps what an agent has begun to write, in place of what was there; an empty text removes it. The agent's other screens are told. */
export function keepDraft(desk: Desk, { ticketId, by, note, text, replyTo, socket }: ToKeep): Promise<void> {
  const which = { agentId: by.id, ticketId, note };
  return transact(desk, async (tx, ledger) => {
    if (text !== '') await tx.saveDraft({ ...which, text: clean(text), replyTo, updatedAt: ledger.at });
    const changed = text !== '' || (await tx.removeDraft(which));
    if (changed) tellDraft(ledger, which, socket);
  });
}

/** What was sent is a draft no more. One that says something else stays. */
export async function endDraft(tx: Tx, ledger: Ledger, which: WhichDraft, sent: string): Promise<void> {
  const draft = await tx.draft(which);
  if (draft?.text.trim() !== sent.trim()) return;
  await tx.removeDraft(which);
  tellDraft(ledger, which);
}

const tellDraft = (ledger: Ledger, { agentId, ticketId }: WhichDraft, socket?: string): void =>
  ledger.announce({ name: 'draft.changed', id: ticketId, ticketId, to: agentId, ...(socket === undefined ? {} : { socket }) });
