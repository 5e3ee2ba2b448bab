import type { Contact } from '../../domain/contact';
import { invalid, Refusal } from '../../domain/errors';
import type { ContactMerge, Tx } from '../../ports/store';
import type { Desk, Person } from '../desk';
import type { Ledger } from '../ledger';
import { actorOf } from '../tickets/in-hand';
import { transact } from '../transact';
import { handOver, type Moved, mergeInto, tell } from './merge-into';
import { apart } from './together';

interface Merge {
  readonly contactId: string;
  /** Who turns out to be the same person, and is gone then. */
  readonly otherId: string;
  readonly by: Person;
}

const missing = () => new Refusal('not_found', 'There is no such contact.');

/** Makes two contacts one. Both must be there; the same two merged again is refused as gone. */
export function mergeContacts(desk: Desk, { contactId, otherId, by }: Merge): Promise<ContactMerge> {
  if (contactId === otherId) throw invalid('contactId', 'another contact than the one that stays');
  return transact(desk, async (tx, ledger) => {
    const merge = await mergeInto({ desk, tx, ledger }, { keptId: contactId, goneId: otherId, by: actorOf(by) });
    if (!merge) throw missing();
    mustStayBlocked(by, await tx.contacts([contactId, otherId]), { from: otherId, to: contactId });
    ledger.act({
      act: 'contact.merged',
      target: { kind: 'contact', id: contactId, name: null },
      changes: [{ path: 'with', from: null, to: otherId }],
    });
    return merge;
  });
}

/** Whose chats become those of somebody who is not blocked is unblocked, and that only admins do. */
function mustStayBlocked(
  { role }: Person,
  contacts: readonly Contact[],
  { from, to }: { readonly from: string; readonly to: string },
): void {
  const isBlocked = (id: string) => contacts.some((contact) => contact.id === id && contact.blocked);
  if (role !== 'admin' && isBlocked(from) && !isBlocked(to))
    throw new Refusal('forbidden', 'One of the two is blocked, and would not be any more. Only admins unblock.');
}

interface Unmerge {
  readonly contactId: string;
  readonly mergeId: string;
  readonly by: Person;
}

/**
 * Parts two contacts that were made one: the chats that came go back, with all that was said and done in them since, and so do
 * values that came along and are as they came.
 */
export function unmergeContacts(desk: Desk, { contactId, mergeId, by }: Unmerge): Promise<ContactMerge> {
  return transact(desk, async (tx, ledger) => {
    const merge = await tx.merge(mergeId);
    if (!merge || merge.keptId !== contactId) throw new Refusal('not_found', 'There is no such merge of this contact.');
    if (merge.undoneAt !== null) throw new Refusal('in_use', 'These two were parted already.');
    await partAgain(tx, ledger, merge, by);
    const undone = { ...merge, undoneBy: actorOf(by), undoneAt: ledger.at };
    await tx.endMerge(undone);
    ledger.act({
      act: 'contact.parted',
      target: { kind: 'contact', id: contactId, name: null },
      changes: [{ path: 'from', from: null, to: merge.goneId }],
    });
    return undone;
  });
}

async function partAgain(tx: Tx, ledger: Ledger, { id, keptId, goneId, moved }: ContactMerge, by: Person): Promise<void> {
  const { chatIds, followed, ...kept } = moved as unknown as Moved;
  const now = await tx.chatIdsOf(keptId);
  const theirs = chatIds.filter((chatId) => now.includes(chatId));
  ledger.take(await tx.hold(now));
  const contacts = await tx.contacts([keptId, goneId, ...followed]);
  const [stays, goes] = [keptId, goneId].map((one) => contacts.find((contact) => contact.id === one));
  if (!stays || !goes) throw new Refusal('in_use', 'One of the two was deleted: there is nobody to part from.');
  mustStayBlocked(by, [stays, goes], { from: keptId, to: goneId });
  if (stays.mergedInto !== null)
    throw new Refusal('in_use', 'This contact was made one with another since: part those two first.', { mergedInto: stays.mergedInto });
  const at = ledger.at;
  const back = contacts.filter((contact) => followed.includes(contact.id) && contact.mergedInto === keptId);
  await tx.saveContacts([
    { ...apart(stays, kept), updatedAt: at, version: stays.version + 1 },
    { ...goes, mergedInto: null, updatedAt: at, version: goes.version + 1 },
    ...back.map((contact) => ({ ...contact, mergedInto: goneId, updatedAt: at, version: contact.version + 1 })),
  ]);
  await handOver(tx, ledger, theirs, goneId);
  tell(ledger, theirs, { cause: 'contact_parted', by: actorOf(by), data: { mergeId: id, from: keptId, into: goneId } });
}
