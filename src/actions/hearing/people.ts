import { type Chat, newChat } from '../../domain/chat';
import { type Contact, type Identity, type IdentitySource, newContact, newIdentity } from '../../domain/contact';
import type { Instant } from '../../domain/ticket';
import type { Who } from '../../ports/channel';
import { BeginAgain, type IdentityKey, type Tx } from '../../ports/store';
import type { Desk } from '../desk';
import type { Ledger } from '../ledger';
import { personTarget } from './early';
import { holderAt, isFree, keysOf, type Line, linesOf, NOBODYS, nameOf, usernameKey } from './names';

/** Who is behind a key, as far as this process has seen: saves the look-up for customers who keep writing. */
export interface People {
  find(key: IdentityKey): Line | undefined;
  /** Only what is committed. */
  keep(lines: ReadonlyMap<string, Line>): void;
  /** Forgets everybody when the house is another than before: names that change hands say so by it. */
  at(houseVersion: number): void;
}

const REMEMBERED = 100_000;

/** The newest hundred thousand keys. */
export function openPeople(): People {
  const known = new Map<string, Line>();
  let version: number | null = null;
  return {
    find: (key) => known.get(nameOf(key)),
    keep(lines) {
      for (const [name, line] of lines) if (line.now) known.set(name, line);
      for (const name of known.keys()) {
        if (known.size <= REMEMBERED) break;
        known.delete(name);
      }
    },
    at(houseVersion) {
      if (version !== houseVersion) known.clear();
      version = houseVersion;
    },
  };
}

/** A person as one event names them, on one channel. */
export interface Named {
  readonly channelId: string;
  readonly who: Who;
  /** When they were named so by the provider's time; null or absent = now. */
  readonly at?: Instant | null;
  /** Only if they are known already. */
  readonly onlyKnown?: boolean;
  /** From where the desk has their names; absent = from the network. */
  readonly source?: IdentitySource;
}

export interface Met {
  /** The chat of each person, in the order asked; null for somebody unknown who was only to be looked up. */
  readonly chatIds: readonly (string | null)[];
  /** Chats that exist already and have to be held. */
  readonly existing: readonly string[];
  /** Everything looked up or made: for the process's memory, once committed. */
  readonly lines: ReadonlyMap<string, Line>;
}

/**
 * Finds each person's chat by any of their keys as they were then, and makes contact, chat and identities for newcomers.
 * A key that a known person did not have yet becomes one more of their identities.
 */
export async function meet(tx: Tx, ledger: Ledger, named: readonly Named[], people: People, newId: () => string): Promise<Met> {
  people.at(ledger.house.version);
  const lines = await lookUp(tx, named, people);
  const newcomers: Newcomer[] = [];
  const learned: Identity[] = [];
  const chatIds = named.map(({ channelId, who, at = null, onlyKnown, source = 'heard' }) => {
    const lineOf = (key: string) => lines.get(nameOf({ channelId, key })) ?? NOBODYS;
    const known = who.keys.map((key) => holderAt(lineOf(key), at)).find((holder) => holder !== null);
    if (!known && onlyKnown) return null;
    const { chatId, contactId } = known ?? newcomer(channelId, who, ledger.at, newId, newcomers);
    const names = known || !who.username ? who.keys : [...who.keys, usernameKey(who.username)];
    for (const key of names.filter((one) => isFree(lineOf(one), at))) {
      const identity = newIdentity({ channelId, key, chatId, contactId, spelling: who.spellings?.[key] ?? null, source, at: ledger.at });
      lines.set(nameOf(identity), { ...lineOf(key), now: identity });
      learned.push(identity);
    }
    return chatId;
  });
  if (learned.length > 0)
    await tx.meet(
      newcomers.map(({ contact }) => contact),
      learned,
    );
  const fresh = new Set(newcomers.map(({ chat }) => chat.id));
  for (const { chat, keys } of newcomers) ledger.newPerson(chat, keys.map(personTarget));
  const existing = [...new Set(chatIds)].filter((id): id is string => id !== null && !fresh.has(id));
  return { chatIds, existing, lines };
}

/** To be asked once the chats are held: names may have changed hands, chats their contact, and the rules, since they were looked up. */
export async function stillSo(desk: Desk, tx: Tx, { house }: Ledger): Promise<void> {
  if ((await tx.houseVersion()) === house.version) return;
  desk.house.keep(await tx.house());
  throw new BeginAgain('who is who was changed meanwhile');
}

/** What is known of all keys: remembered, or read. */
async function lookUp(tx: Tx, named: readonly Named[], people: People): Promise<Map<string, Line>> {
  const lines = new Map<string, Line>();
  const missing = new Map<string, IdentityKey>();
  for (const { channelId, who } of named)
    for (const key of keysOf(who)) {
      const line = people.find({ channelId, key });
      if (line) lines.set(nameOf({ channelId, key }), line);
      else missing.set(nameOf({ channelId, key }), { channelId, key });
    }
  if (missing.size === 0) return lines;
  for (const [name, line] of linesOf(await tx.names([...missing.values()]))) lines.set(name, line);
  return lines;
}

interface Newcomer {
  readonly contact: Contact;
  readonly chat: Chat;
  readonly keys: readonly string[];
}

function newcomer(channelId: string, who: Who, at: number, newId: () => string, newcomers: Newcomer[]) {
  const contact = contactOf(newId(), who, at);
  const chat = newChat({ id: newId(), channelId, contactId: contact.id, address: who.address, at });
  newcomers.push({ contact, chat, keys: who.keys });
  return { chatId: chat.id, contactId: contact.id };
}

const contactOf = (id: string, { address, name = null, username = null }: Who, at: number): Contact =>
  newContact({ id, name, phone: address.phone ?? null, username, at });
