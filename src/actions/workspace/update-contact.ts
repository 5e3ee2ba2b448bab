import type { Contact } from '../../domain/chat';
import { Refusal } from '../../domain/errors';
import { clean } from '../../domain/text';
import type { Desk, Person } from '../desk';
import { transact } from '../transact';

interface Update {
  readonly contactId: string;
  readonly by: Person;
  readonly version?: number;
  readonly name?: string | null;
}

/** Corrects what the desk knows of a person. */
export function updateContact(desk: Desk, { contactId, version, name }: Update): Promise<Contact> {
  return transact(desk, async (tx, { at }) => {
    const [contact] = await tx.contacts([contactId]);
    if (!contact) throw new Refusal('not_found', 'There is no such contact.');
    if (version !== undefined && version !== contact.version)
      throw new Refusal('stale', 'The contact has changed since you read it.', { version: contact.version });
    const changed = {
      ...contact,
      name: name === undefined ? contact.name : name && clean(name),
      updatedAt: at,
      version: contact.version + 1,
    };
    await tx.saveContacts([changed]);
    return changed;
  });
}
