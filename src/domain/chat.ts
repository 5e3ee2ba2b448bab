import type { BotState } from './bot';
import type { Content } from './content';
import type { FieldValues } from './fields';
import type { Advice } from './problems';
import type { Instant, Ticket } from './ticket';

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
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly version: number;
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

/** The never-ending thread between one person and one channel. */
export interface Chat {
  readonly id: string;
  readonly channelId: string;
  readonly contactId: string;
  /** Where answers go, as the channel's `send` understands it. */
  readonly address: Address;
  /** `seq` of the newest message. */
  readonly seq: number;
  /** The change counter: every stored or changed message takes the next. */
  readonly rev: number;
  /** Fences the bot: moves with an agent's message, an echo, every opening, closing and assignment (LIFECYCLE §7). */
  readonly turn: number;
  /** The desk's clock, never going back within a chat. */
  readonly heardAt: Instant;
  /** `seq` of the newest message that counts as the customer's. */
  readonly lastCustomerSeq: number;
  /** Provider time of the customer's last message, from which the answer window runs; see `sentAt` of LIFECYCLE §5. */
  readonly windowFrom: Instant | null;
  readonly lastTicketId: string | null;
  readonly lastClosedAt: Instant | null;
  /** `seq` of the newest message when the last ticket closed: what came later was never part of a ticket. */
  readonly lastClosedSeq: number;
  readonly lastAssigneeId: string | null;
  /** null until a bot has been asked since the last close. */
  readonly bot: BotState | null;
  /** What went out up to this moment has been read by the customer (Instagram's "seen"). */
  readonly readUpTo: Instant | null;
  /** Whether another app holds the conversation at the network (`holderOf`): then it answers, and the bot keeps out. */
  readonly heldBy: HeldBy | null;
  readonly createdAt: Instant;
  readonly version: number;
}

/** The newest word on who holds a conversation at the network; kept when it came back, so that an older one changes nothing. */
export interface HeldBy {
  /** false: it is ours again. */
  readonly held: boolean;
  readonly appId: string | null;
  /** By the network's clock, as far as it told. */
  readonly since: Instant;
}

/** Another app that holds a conversation; null when it is ours. */
export const holderOf = ({ heldBy }: Pick<Chat, 'heldBy'>): HeldBy | null => (heldBy?.held ? heldBy : null);

/** A thread in which nothing has been said yet. */
export const newChat = ({ at, ...who }: Pick<Chat, 'id' | 'channelId' | 'contactId' | 'address'> & { readonly at: Instant }): Chat => ({
  ...who,
  seq: 0,
  rev: 0,
  turn: 0,
  heardAt: at,
  lastCustomerSeq: 0,
  windowFrom: null,
  lastTicketId: null,
  lastClosedAt: null,
  lastClosedSeq: 0,
  lastAssigneeId: null,
  bot: null,
  readUpTo: null,
  heldBy: null,
  createdAt: at,
  version: 1,
});

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

/** A chat that this transaction holds, with its ticket that is not closed. */
export interface Held {
  readonly chat: Chat;
  readonly ticket: Ticket | null;
  readonly blocked: boolean;
  readonly called: Called;
}

export type MessageAuthor = {
  readonly kind: 'customer' | 'agent' | 'bot' | 'system' | 'channel_app';
  readonly id: string | null;
  readonly name: string | null;
};

/** The desk itself: greetings, reminders and the like. */
export const DESK: MessageAuthor = { kind: 'system', id: null, name: null };

export interface Reaction {
  readonly by: 'customer' | 'business';
  /** Empty once taken back: kept so that an older reaction that comes late does not return. */
  readonly emoji: string;
  readonly at: Instant;
}

/** An agent as they were called then. */
export interface Mentioned {
  readonly id: string;
  readonly name: string;
}

/** What a message said until then. */
export interface FormerContent {
  readonly content: Content;
  readonly until: Instant;
}

export interface Message {
  readonly id: string;
  readonly chatId: string;
  readonly channelId: string;
  readonly ticketId: string | null;
  readonly seq: number;
  readonly rev: number;
  readonly direction: 'in' | 'out' | 'note';
  readonly author: MessageAuthor;
  readonly content: Content;
  /** Id of the message that this one answers, when we have it. */
  readonly replyTo: string | null;
  /** The provider's id of it, kept also when we don't have it. */
  readonly replyToProvider: string | null;
  readonly reactions: readonly Reaction[];
  /** The earlier of the provider's time and `heardAt`: for display and for the answer window. */
  readonly sentAt: Instant;
  readonly heardAt: Instant;
  readonly editedAt: Instant | null;
  readonly deletedAt: Instant | null;
  readonly delivery: Delivery | null;
  readonly providerMessageId: string | null;
  /** Referral, forwarding, product: what the provider said beside the content. */
  readonly context: Readonly<Record<string, unknown>> | null;
  /** The agents whom a note names, as they were called then; null for everything else. */
  readonly mentions: readonly Mentioned[] | null;
  /** What it said before it was edited or taken back, oldest first. */
  readonly former: readonly FormerContent[] | null;
  /** When it was imported from the phone's history; null for what was news to the desk. */
  readonly importedAt: Instant | null;
}

export const DELIVERY_ORDER = ['queued', 'sending', 'uncertain', 'sent', 'delivered', 'read'] as const;
export type DeliveryStatus = (typeof DELIVERY_ORDER)[number] | 'failed';

export interface Delivery {
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly error: DeliveryError | null;
  /** When the newest attempt began. */
  readonly attemptedAt: Instant | null;
  /** When the provider took it. */
  readonly acceptedAt: Instant | null;
  /** While it is queued: not before then, as far as is known. */
  readonly waitsUntil?: Instant | null;
  /** How often a person had it sent again, and who did last. */
  readonly round?: number;
  readonly askedBy?: Mentioned;
  /** The attempts that did not simply succeed, oldest first; of very many the newest. */
  readonly history?: readonly Attempt[];
}

/** `postponed`: it surely did not go, and is tried again · `decided`: a person saw that it arrived. */
export type AttemptOutcome = 'postponed' | 'failed' | 'uncertain' | 'sent' | 'decided';

/** One try to send a message. */
export interface Attempt {
  /** Counted from 1. */
  readonly attempt: number;
  readonly round: number;
  readonly at: Instant;
  readonly endedAt: Instant;
  readonly outcome: AttemptOutcome;
  readonly error: DeliveryError | null;
  /** Who asked for it, or decided; null = the desk by itself. */
  readonly by: Mentioned | null;
}

export interface DeliveryError {
  readonly code: string;
  readonly providerCode: string | null;
  readonly detail: string;
  /** The same message, sent again by a person, may go. */
  readonly retryable: boolean;
  /** What helps. */
  readonly advice?: Advice;
  /** Which case of the code it is, where there are better words for it. */
  readonly reason?: string;
  /** Before then the same would be refused again. */
  readonly notBefore?: Instant;
}
