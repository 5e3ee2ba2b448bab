import { inPhonebookAs } from '../../domain/contact';
import type { HeardPhonebook } from '../../ports/channel';
import type { PhonebookEntry, Tx } from '../../ports/store';
import type { Ledger } from '../ledger';
import { APPLIED, type Hearing, type Verdict, writtenAt } from './hearing';
import type { Item } from './receive';

/** Kept with all others of the batch (`callByPhonebook`), also for people who have not written yet: it opens nothing, ever. */
export const hearPhonebook = (_hearing: Hearing, _heard: HeardPhonebook): Verdict => APPLIED;

interface Met {
  /** Each event's chat, in the order of the events. */
  readonly chatIds: readonly (string | null)[];
  /** Chats that were there before. */
  readonly existing: readonly string[];
}

/**
 * Keeps what the business's own phone calls people (CHANNELS §2.5 `smb_app_state_sync`), the newest word by its clock, and
 * calls those so whom the desk knows, or meets in this batch.
 */
export async function callByPhonebook(tx: Tx, ledger: Ledger, events: readonly Item[], met: Met): Promise<void> {
  const names = await newestNames(tx, ledger, events);
  const strangers = newcomersIn(events, met);
  const theirs = await tx.phonebook([...strangers.keys()].map(keyIn));
  const calls = new Map<string, string | null>();
  for (const { channelId, key, name } of theirs) calls.set(strangers.get(`${channelId} ${key}`) ?? '', name);
  for (const [at, { channelId, heard }] of events.entries()) {
    const chatId = met.chatIds[at] ?? null;
    const name = heard.type === 'phonebook' ? heard.who.keys.map((key) => names.get(`${channelId} ${key}`)).find(isKept) : undefined;
    if (chatId !== null && name) calls.set(chatId, name.name);
  }
  await rename(tx, ledger, calls);
}

const isKept = (entry: PhonebookEntry | undefined): entry is PhonebookEntry => entry !== undefined;

/** The entries of this batch that are newer than what is kept; kept from now on. */
async function newestNames(tx: Tx, ledger: Ledger, events: readonly Item[]): Promise<Map<string, PhonebookEntry>> {
  const said = events.flatMap(({ channelId, heard, unrouted }) =>
    heard.type === 'phonebook' && !unrouted
      ? heard.who.keys.map((key): PhonebookEntry => ({ channelId, key, name: heard.name, at: writtenAt(heard.at) ?? ledger.at }))
      : [],
  );
  const known = said.length === 0 ? [] : await tx.phonebook(said);
  const before = new Map(known.map((entry) => [nameOf(entry), entry]));
  const news = new Map<string, PhonebookEntry>();
  for (const entry of said) if (isNewer(entry, news.get(nameOf(entry)) ?? before.get(nameOf(entry)))) news.set(nameOf(entry), entry);
  if (news.size > 0) await tx.savePhonebook([...news.values()]);
  return news;
}

const nameOf = ({ channelId, key }: Pick<PhonebookEntry, 'channelId' | 'key'>): string => `${channelId} ${key}`;
const keyIn = (name: string) => ({ channelId: name.slice(0, name.indexOf(' ')), key: name.slice(name.indexOf(' ') + 1) });

/** Of one moment the greater name stands, so that the order of deliveries decides nothing. */
const isNewer = (entry: PhonebookEntry, before: PhonebookEntry | undefined): boolean =>
  before === undefined || entry.at > before.at || (entry.at === before.at && (entry.name ?? '') > (before.name ?? ''));

/** Keys of people whom this batch met first, with their chats. */
function newcomersIn(events: readonly Item[], { chatIds, existing }: Met): Map<string, string> {
  const strangers = new Map<string, string>();
  for (const [at, { channelId, heard }] of events.entries()) {
    const chatId = chatIds[at] ?? null;
    if (chatId === null || existing.includes(chatId)) continue;
    const who = heard.type === 'message' ? heard.from : heard.type === 'echo' ? heard.to : heard.type === 'past' ? heard.who : null;
    for (const key of who?.keys ?? []) strangers.set(nameOf({ channelId, key }), chatId);
  }
  return strangers;
}

async function rename(tx: Tx, ledger: Ledger, calls: ReadonlyMap<string, string | null>): Promise<void> {
  const names = new Map([...calls].map(([chatId, name]) => [ledger.chat(chatId).contactId, name]));
  if (names.size === 0) return;
  const contacts = await tx.contacts([...names.keys()]);
  const changed = contacts.filter(({ id, phonebookName }) => phonebookName !== names.get(id));
  await tx.saveContacts(changed.map((contact) => inPhonebookAs(contact, names.get(contact.id) ?? null, ledger.at)));
  for (const chatId of calls.keys()) {
    const ticket = ledger.openIn(chatId);
    if (ticket) ledger.note(ticket);
  }
}
