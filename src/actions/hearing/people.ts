import { type Chat, type Contact, type Identity, newChat, newContact, newIdentity } from '../../domain/chat';
import type { Who } from '../../ports/channel';
import type { IdentityKey, Tx } from '../../ports/store';
import type { Ledger } from '../ledger';

/** Who is behind a key, as far as this process has seen: saves the look-up for customers who keep writing. */
export interface People {
  find(key: IdentityKey): Identity | undefined;
  /** Only what is committed. */
  keep(identities: readonly Identity[]): void;
}

const REMEMBERED = 100_000;

/** The newest hundred thousand identities. */
export function openPeople(): People {
  const known = new Map<string, Identity>();
  const nameOf = ({ channelId, key }: IdentityKey) => `${channelId} ${key}`;
  return {
    find: (key) => known.get(nameOf(key)),
    keep(identities) {
      for (const identity of identities) known.set(nameOf(identity), identity);
      for (const name of known.keys()) {
        if (known.size <= REMEMBERED) break;
        known.delete(name);
      }
    },
  };
}

/** A person as one event names them, on one channel. */
export interface Named {
  readonly channelId: string;
  readonly who: Who;
  /** Only if they are known already. */
  readonly onlyKnown?: boolean;
}

export interface Met {
  /** The chat of each person, in the order asked; null for somebody unknown who was only to be looked up. */
  readonly chatIds: readonly (string | null)[];
  /** Chats that exist already and have to be held. */
  readonly existing: readonly string[];
  /** Everything looked up or made: for the process's memory, once committed. */
  readonly identities: readonly Identity[];
  /** Those of them that nobody had before. */
  readonly learned: readonly Identity[];
}

/**
 * Finds each person's chat by any of their keys, and makes contact, chat and identities for newcomers.
 * A key that a known person did not have yet becomes one more of their identities.
 */
export async function meet(tx: Tx, ledger: Ledger, named: readonly Named[], people: People, newId: () => string): Promise<Met> {
  const keys = named.flatMap(({ channelId, who }) => who.keys.map((key) => ({ channelId, key })));
  const found = new Map<string, Identity>();
  const add = (identity: Identity) => found.set(`${identity.channelId} ${identity.key}`, identity);
  for (const key of keys) {
    const identity = people.find(key);
    if (identity) add(identity);
  }
  const missing = distinct(keys.filter(({ channelId, key }) => !found.has(`${channelId} ${key}`)));
  for (const identity of missing.length > 0 ? await tx.identities(missing) : []) add(identity);

  const newcomers: { contact: Contact; chat: Chat }[] = [];
  const learned: Identity[] = [];
  const chatIds = named.map(({ channelId, who, onlyKnown }) => {
    const known = who.keys.map((key) => found.get(`${channelId} ${key}`)).find((identity) => identity !== undefined);
    if (!known && onlyKnown) return null;
    const home = known ?? newcomer(channelId, who, ledger.at, newId, newcomers);
    for (const key of who.keys.filter((one) => !found.has(`${channelId} ${one}`))) {
      const identity = newIdentity({ channelId, key, chatId: home.chatId, contactId: home.contactId, source: 'heard', at: ledger.at });
      add(identity);
      learned.push(identity);
    }
    return home.chatId;
  });
  if (learned.length > 0)
    await tx.meet(
      newcomers.map(({ contact }) => contact),
      learned,
    );
  const fresh = new Set(newcomers.map(({ chat }) => chat.id));
  for (const { chat } of newcomers) ledger.newPerson(chat);
  return {
    chatIds,
    existing: [...new Set(chatIds)].filter((id) => id !== null && !fresh.has(id)) as string[],
    identities: [...found.values()],
    learned,
  };
}

function newcomer(channelId: string, who: Who, at: number, newId: () => string, newcomers: { contact: Contact; chat: Chat }[]) {
  const contact = contactOf(newId(), who, at);
  const chat = newChat({ id: newId(), channelId, contactId: contact.id, address: who.address, at });
  newcomers.push({ contact, chat });
  return { chatId: chat.id, contactId: contact.id };
}

const contactOf = (id: string, { address, name = null, username = null }: Who, at: number): Contact =>
  newContact({ id, name, phone: address.phone ?? null, username, at });

const distinct = (keys: readonly IdentityKey[]): IdentityKey[] => [
  ...new Map(keys.map((key) => [`${key.channelId} ${key.key}`, key])).values(),
];
