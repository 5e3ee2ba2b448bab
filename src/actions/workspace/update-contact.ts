import type { Contact } from '../../domain/contact';
import { Refusal } from '../../domain/errors';
import { type FieldsPatch, fieldErrors, fieldsOf, withFields } from '../../domain/fields';
import { clean, cleanDeep } from '../../domain/text';
import type { Instant } from '../../domain/ticket';
import type { Desk, Person } from '../desk';
import { mustBeThere } from '../people/hold-people';
import { transact } from '../transact';
import { mustBeRight } from './change-settings';

interface Update {
  readonly contactId: string;
  readonly by: Person;
  readonly version?: number;
  readonly name?: string | null;
  /** Values of the admin's own fields, merged by key; null takes one away. */
  readonly fields?: FieldsPatch;
}

/** Without a name of the desk's own, the phone book's or the network's stands again. */
const named = ({ phonebookName, profileName }: Contact, name: string | null, at: Instant): Pick<Contact, 'name' | 'namedAt'> =>
  name ? { name, namedAt: at } : { name: phonebookName ?? profileName, namedAt: null };

/** Corrects what the desk knows of a person. */
export function updateContact(desk: Desk, { contactId, version, name, fields }: Update): Promise<Contact> {
  return transact(desk, async (tx, { at, house }) => {
    const contact = mustBeThere((await tx.contacts([contactId]))[0]);
    mustBeRight(fieldErrors(fields ?? {}, fieldsOf('contact', house.fields)));
    if (version !== undefined && version !== contact.version)
      throw new Refusal('stale', 'The contact has changed since you read it.', { version: contact.version });
    const changed = {
      ...contact,
      ...(name === undefined ? {} : named(contact, name && clean(name), at)),
      fields: fields ? withFields(contact.fields, cleanDeep(fields)) : contact.fields,
      updatedAt: at,
      version: contact.version + 1,
    };
    await tx.saveContacts([changed]);
    return changed;
  });
}
