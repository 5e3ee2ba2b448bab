import type { Contact } from '../../domain/contact';
import { record } from '../../domain/record';
import type { Desk, Person } from '../desk';
import { holdPeople, mustBeThere } from '../people/hold-people';
import { actorOf } from '../tickets/in-hand';
import { transact } from '../transact';

interface Blocking {
  readonly contactId: string;
  readonly by: Person;
  readonly blocked: boolean;
}

/** What a blocked person writes is stored, and opens, changes and asks nothing. Their open tickets stay, and tell of it. */
export async function setBlocked(desk: Desk, { contactId, by, blocked }: Blocking): Promise<Contact> {
  return transact(desk, async (tx, ledger) => {
    const { contacts, chatIds } = await holdPeople(tx, ledger, [contactId]);
    const contact = mustBeThere(contacts[0]);
    if (contact.blocked === blocked) return contact;
    const changed = { ...contact, blocked, updatedAt: ledger.at, version: contact.version + 1 };
    await tx.saveContacts([changed]);
    ledger.act({
      act: blocked ? 'contact.blocked' : 'contact.unblocked',
      target: { kind: 'contact', id: contactId, name: null },
      changes: [],
    });
    const cause = blocked ? 'contact_blocked' : 'contact_unblocked';
    for (const ticket of new Set(chatIds.flat().map(ledger.openIn)))
      if (ticket) ledger.apply(record(ticket, { type: 'updated', cause, actor: actorOf(by), at: ledger.at }));
    return changed;
  });
}
