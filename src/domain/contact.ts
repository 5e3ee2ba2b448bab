import type { FieldValues } from './fields';
import type { Instant } from './ticket';

/** A person. Names and avatars are what the network said last, unless an admin has set them. */
export interface Contact {
  readonly id: string;
  readonly name: string | null;
  /** Digits only. */
  readonly phone: string | null;
  /** Without the leading @. */
  readonly username: string | null;
  readonly avatarUrl: string | null;
  readonly blocked: boolean;
  /** null = none are set. */
  readonly fields: FieldValues | null;
  /** The contact that this one was found to be. */
  readonly mergedInto: string | null;
  /** What the business calls them in the phone book of its own phone. */
  readonly phonebookName: string | null;
  /** What the network calls them, while `phonebookName` stands in its place as `name`. */
  readonly profileName: string | null;
  /** When somebody of the desk gave them their name: then no network and no phone book replaces it. */
  readonly namedAt: Instant | null;
  /** What they were called before, and until when, oldest first; kept where they are saved. null = never anything else. */
  readonly formerly: readonly Formerly[] | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly version: number;
}

/** What somebody was called until a moment. */
export interface Formerly extends Pick<Contact, 'name' | 'phone' | 'username'> {
  readonly until: Instant;
}

/** So many former names of one person are kept: a network may tell another one with every message. */
const MOST_FORMER = 200;

/** The contact with what they were called until this change of them, if that was something else. */
export function rememberingNames(was: Contact, now: Contact): Contact {
  const { name, phone, username, formerly } = was;
  if (name === now.name && phone === now.phone && username === now.username) return { ...now, formerly };
  // Of two changes at one moment, what stood before both is what was until then.
  if (formerly?.at(-1)?.until === now.updatedAt) return { ...now, formerly };
  return { ...now, formerly: [...(formerly ?? []), { until: now.updatedAt, name, phone, username }].slice(-MOST_FORMER) };
}

/** What they were called at a moment. */
export function calledAt(
  contact: Pick<Contact, 'name' | 'phone' | 'username' | 'formerly'>,
  at: Instant,
): Pick<Contact, 'name' | 'phone' | 'username'> {
  const { name, phone, username } = contact.formerly?.find(({ until }) => until > at) ?? contact;
  return { name, phone, username };
}

/**
 * The contact as the business's phone book calls it from now on; null = no more. People know their customers by their own phone
 * book, so its name stands in the place of the network's; what somebody of the desk has written stands before both.
 */
export function inPhonebookAs(contact: Contact, phonebookName: string | null, at: Instant): Contact {
  const changed = { ...contact, phonebookName, updatedAt: at, version: contact.version + 1 };
  if (contact.namedAt !== null) return changed;
  const profileName = contact.phonebookName === null ? contact.name : contact.profileName;
  return { ...changed, name: phonebookName ?? profileName, profileName: phonebookName === null ? null : profileName };
}

/** Somebody whom the desk has just met. */
export const newContact = ({ at, ...who }: Pick<Contact, 'id' | 'name' | 'phone' | 'username'> & { readonly at: Instant }): Contact => ({
  ...who,
  avatarUrl: null,
  blocked: false,
  fields: null,
  mergedInto: null,
  phonebookName: null,
  profileName: null,
  namedAt: null,
  formerly: null,
  createdAt: at,
  updatedAt: at,
  version: 1,
});

/**
 * One way in which a channel names a person: a phone, a business-scoped id, an Instagram id.
 * Several identities may lead to one chat; `key` is the channel's canonical spelling (Brazil and Mexico have two).
 */
export interface Identity {
  readonly channelId: string;
  readonly key: string;
  readonly chatId: string;
  readonly contactId: string;
  readonly createdAt: Instant;
  /** As the network wrote it, where `key` is another spelling. */
  readonly spelling: string | null;
  /** From where the desk knows it. */
  readonly source: IdentitySource | null;
}

export type IdentitySource = 'heard' | 'sent' | 'moved' | 'typed' | 'synced';

/** A name by which the desk knows a person from now on. */
export const newIdentity = ({
  at,
  ...named
}: Pick<Identity, 'channelId' | 'key' | 'chatId' | 'contactId'> &
  Partial<Pick<Identity, 'spelling' | 'source'>> & {
    readonly at: Instant;
  }): Identity => ({ spelling: null, source: null, ...named, createdAt: at });

/** How a channel reaches a person; `display` is what people read (phone in digits, @username or the provider's id). */
export interface Address {
  readonly phone?: string;
  readonly id?: string;
  /** By which of the two the person wrote last, or the network took the last message; absent: by the phone, if there is one. */
  readonly via?: 'phone' | 'id';
  readonly display: string;
}

/** By the other of two names; by the same where there is only one. */
export const otherWay = ({ via, ...address }: Address): Address => {
  if (!address.phone || !address.id) return via ? { ...address, via } : address;
  return via === 'id' ? address : { ...address, via: 'id' };
};

/** Where answers go once the network has named the person anew: it may leave out what it told before. */
export const readdressed = (former: Address, { via, ...told }: Address): Address => {
  const phone = told.phone ?? former.phone;
  const by = via ?? (told.phone ? 'phone' : told.id ? 'id' : former.via);
  const { via: _, ...kept } = former;
  return { ...kept, ...told, display: phone ?? told.display, ...(by === 'id' && phone ? { via: by } : {}) };
};

/** What a person is called. */
export type Called = Pick<Contact, 'name' | 'username' | 'phone' | 'namedAt' | 'profileName' | 'phonebookName'>;

/** What somebody is called once their network has told their name: what an admin or the phone book says stays in its place. */
export function toldName<C extends Pick<Called, 'name' | 'namedAt' | 'profileName' | 'phonebookName'>>(contact: C, told: string | null): C {
  if (told === null || (contact.name !== null && contact.namedAt !== null)) return contact;
  if (contact.phonebookName !== null && contact.name !== null)
    return contact.profileName === told ? contact : { ...contact, profileName: told };
  return contact.name === told ? contact : { ...contact, name: told };
}
