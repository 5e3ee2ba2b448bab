import type { Contact, Identity } from '../../domain/contact';
import type { ContactMerge, DifferentPeople, PastIdentity } from './delivery';
import type { IdentityKey } from './tx';

/** A name of a person: one that holds, or one that did until a moment. */
export type KnownName = { readonly now: Identity } | { readonly past: PastIdentity };

/** Two contacts that share a name. */
export interface SharedName {
  readonly contactId: string;
  readonly channelId: string;
  readonly key: string;
  /** Why it holds no more for that contact; null = it does. */
  readonly reason: string | null;
}

export interface IdentityReads {
  /** Every chat of a contact, also one to which no name leads any more. */
  chatsOfContact(contactId: string): Promise<{ readonly chatId: string; readonly channelId: string }[]>;
  /** The names that held once for a contact, newest first. */
  pastIdentitiesOf(contactId: string): Promise<PastIdentity[]>;
  /** Names of other contacts that these are found by too, at most `limit`. */
  sharedNames(contactId: string, keys: readonly string[], limit: number): Promise<SharedName[]>;
  /** Other contacts with this phone, by its last digits, at most `limit`. */
  contactsWithPhone(contactId: string, phones: readonly string[], limit: number): Promise<Contact[]>;
  contactsByIds(ids: readonly string[]): Promise<Contact[]>;
  /** With whom somebody said that this contact is not the same. */
  differentFrom(contactId: string): Promise<string[]>;
  /** Merges into a contact, newest first. */
  mergesInto(contactId: string): Promise<ContactMerge[]>;
}

/** Names that begin to hold, or to hold for another chat, and those that held until now. */
export interface Renaming {
  /** Names that nobody has: who is given one at the same moment conflicts with it. */
  readonly unheld: readonly Identity[];
  readonly gone: readonly IdentityKey[];
  readonly past: readonly PastIdentity[];
  readonly now: readonly Identity[];
}

export interface IdentityTx {
  /** Everything that is known of these keys, now and formerly. */
  names(keys: readonly IdentityKey[]): Promise<KnownName[]>;
  /** Names change hands. With `apart`, other processes forget whom they remember by a key. */
  rename(renaming: Renaming, options: { readonly apart: boolean }): Promise<void>;
  /** Ids of a contact's chats, without a lock. */
  chatIdsOf(contactId: string): Promise<string[]>;
  /** What hangs on these chats, beside the chats and their open tickets, is another contact's from now on. */
  handToContact(chatIds: readonly string[], contactId: string): Promise<void>;
  /** Contacts that were found to be `from` are `to` from now on; answers their ids. */
  followMerge(from: string, to: string): Promise<string[]>;
  addMerge(merge: ContactMerge): Promise<void>;
  merge(id: string): Promise<ContactMerge | null>;
  endMerge(merge: ContactMerge): Promise<void>;
  setDifferent(pair: DifferentPeople): Promise<void>;
}
