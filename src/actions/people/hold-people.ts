import type { Contact } from '../../domain/contact';
import { Refusal } from '../../domain/errors';
import { BeginAgain, type Tx } from '../../ports/store';
import type { Ledger } from '../ledger';

interface HeldPeople {
  readonly contacts: readonly Contact[];
  /** The chats of each, in the order asked. */
  readonly chatIds: readonly (readonly string[])[];
}

/** Locks everything that these contacts have: their chats, then themselves. A chat that changed hands before its lock makes it begin again. */
export async function holdPeople(tx: Tx, ledger: Ledger, contactIds: readonly string[]): Promise<HeldPeople> {
  const chatIds = await chatsOf(tx, contactIds);
  ledger.take(await tx.hold(chatIds.flat().filter((id) => !ledger.has(id))));
  const contacts = await tx.contacts(contactIds);
  if (JSON.stringify(await chatsOf(tx, contactIds)) !== JSON.stringify(chatIds))
    throw new BeginAgain('a chat was given to another contact meanwhile');
  return { contacts, chatIds };
}

/** A contact of whom something is changed; one that was found to be another meanwhile is gone. */
export function mustBeThere(contact: Contact | undefined): Contact {
  if (!contact) throw new Refusal('not_found', 'There is no such contact.');
  const { mergedInto } = contact;
  if (mergedInto !== null) throw new Refusal('gone', 'This contact was found to be another one.', { mergedInto });
  return contact;
}

async function chatsOf(tx: Tx, contactIds: readonly string[]): Promise<string[][]> {
  const chatIds: string[][] = [];
  for (const id of contactIds) chatIds.push(await tx.chatIdsOf(id));
  return chatIds;
}
