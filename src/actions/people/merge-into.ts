import type { Contact } from '../../domain/contact';
import type { Actor } from '../../domain/events';
import { record } from '../../domain/record';
import type { ContactMerge, Tx } from '../../ports/store';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import { holdPeople } from './hold-people';
import { type Kept, keptOf, together } from './together';

interface Around {
  readonly desk: Pick<Desk, 'newId'>;
  readonly tx: Tx;
  readonly ledger: Ledger;
}

interface Merging {
  readonly keptId: string;
  readonly goneId: string;
  readonly by: Actor;
}

/** What it takes to part two contacts again. */
export interface Moved extends Kept {
  readonly chatIds: readonly string[];
  /** Contacts that had been found to be the one that is gone. */
  readonly followed: readonly string[];
}

/**
 * Two contacts are one person: the other's chats, with their tickets and names, are the kept one's. The chats stay chats, so that
 * each keeps its one open ticket. Null when one of them is not there, or is gone already.
 */
export async function mergeInto({ desk, tx, ledger }: Around, { keptId, goneId, by }: Merging): Promise<ContactMerge | null> {
  const { contacts, chatIds } = await holdPeople(tx, ledger, [goneId, keptId]);
  const [kept, gone] = [keptId, goneId].map((id) => contacts.find((contact) => contact.id === id && contact.mergedInto === null));
  if (!kept || !gone) return null;
  const at = ledger.at;
  const saved: Contact[] = [
    { ...together(kept, gone), updatedAt: at, version: kept.version + 1 },
    { ...gone, mergedInto: keptId, updatedAt: at, version: gone.version + 1 },
  ];
  await tx.saveContacts(saved);
  const followed = await tx.followMerge(goneId, keptId);
  const moving = chatIds[0] ?? [];
  await handOver(tx, ledger, moving, keptId);
  const id = desk.newId();
  tell(ledger, moving, { cause: 'contact_merged', by, data: { mergeId: id, from: goneId, into: keptId } });
  const moved: Moved = { chatIds: moving, followed, ...keptOf(kept, gone) };
  const merge: ContactMerge = { id, keptId, goneId, by, at, moved: { ...moved }, undoneBy: null, undoneAt: null };
  await tx.addMerge(merge);
  return merge;
}

/** These chats, and all that hangs on them, are this contact's from now on. */
export async function handOver(tx: Tx, ledger: Ledger, chatIds: readonly string[], contactId: string): Promise<void> {
  await tx.handToContact(chatIds, contactId);
  for (const chatId of chatIds) {
    ledger.saveChat({ ...ledger.chat(chatId), contactId });
    const ticket = ledger.openIn(chatId);
    if (ticket) ledger.note({ ...ticket, contactId });
  }
}

interface News {
  readonly cause: 'contact_merged' | 'contact_parted';
  readonly by: Actor;
  readonly data: Readonly<Record<string, string>>;
}

/** Open tickets tell in their record whose they have become. */
export function tell(ledger: Ledger, chatIds: readonly string[], { cause, by, data }: News): void {
  for (const chatId of chatIds) {
    const ticket = ledger.openIn(chatId);
    if (ticket) ledger.apply(record(ticket, { type: 'updated', cause, actor: by, at: ledger.at, data }));
  }
}
