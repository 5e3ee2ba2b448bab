import { type Contact, toldName } from '../../domain/contact';
import { fieldsOf, LONGEST_FIELD_TEXT, withFields } from '../../domain/fields';
import type { Heard, HeardMessage, HeardMet, Who } from '../../ports/channel';
import type { House, Tx } from '../../ports/store';
import { changeState } from '../channels/channel-state';
import type { Ledger } from '../ledger';
import { writtenAt } from './hearing';
import { type Line, nameOf, usernameKey } from './names';
import type { Item } from './receive';
import { type Around, type Told, takeUsername } from './usernames';

/** What somebody was told to be, with what else is known of them by name of a field. */
type Tale = Told & Pick<HeardMet, 'facts'>;

interface Met {
  readonly chatIds: readonly (string | null)[];
  /** What was known of all names of the batch. */
  readonly lines: ReadonlyMap<string, Line>;
}

/** People are called what their network tells now: a name that an admin gave them stays. */
export async function introduce(tx: Tx, around: Around, events: readonly Item[], { chatIds, lines }: Met): Promise<void> {
  const { ledger } = around;
  const told = new Map<string, Tale>();
  for (const [at, { channelId, heard }] of events.entries()) {
    const chatId = chatIds[at] ?? null;
    if (chatId === null || !tellsNames(heard) || !isNewest(ledger, chatId, heard)) continue;
    const who = heard.type === 'met' ? heard.who : heard.from;
    const had = who.username ? lines.get(nameOf({ channelId, key: usernameKey(who.username) }))?.now : null;
    const takes = had != null && had.chatId !== chatId && !ledger.called(chatId);
    const facts = heard.type === 'met' ? heard.facts : undefined;
    if (takes || facts || isNews(ledger, chatId, who))
      told.set(ledger.chat(chatId).contactId, { chatId, who, isNew: takes, ...(facts ? { facts } : {}) });
  }
  if (told.size === 0) return;
  const contacts = await tx.contacts([...told.keys()]);
  const changed = contacts
    .map((contact) => [contact, after(contact, told.get(contact.id) as Tale, ledger.house)] as const)
    .filter(([was, is]) => was !== is);
  await tx.saveContacts(changed.map(([, is]) => ({ ...is, updatedAt: ledger.at, version: is.version + 1 })));
  for (const contact of contacts) await takeUsername(tx, around, contact, told.get(contact.id) as Told);
}

const tellsNames = (heard: Heard): heard is HeardMessage | HeardMet => heard.type === 'message' || heard.type === 'met';

const isNewest = (ledger: Ledger, chatId: string, { at }: HeardMessage | HeardMet): boolean =>
  (writtenAt(at) ?? ledger.at) >= (ledger.chat(chatId).windowFrom ?? 0);

function isNews(ledger: Ledger, chatId: string, { name = null, username = null, address }: Who): boolean {
  const called = ledger.called(chatId);
  if (!called) return false;
  const phone = called.phone === null && address.phone !== undefined;
  return phone || (username !== null && username !== called.username) || toldName(called, name) !== called;
}

function after(
  contact: Contact,
  { who: { name = null, username = null, address }, facts = {} }: Tale,
  house: Pick<House, 'fields'>,
): Contact {
  const named = withFacts(toldName(contact, name), facts, house);
  const phone = contact.phone ?? address.phone ?? null;
  const isSame = named === contact && phone === contact.phone && (username === null || username === contact.username);
  return isSame ? contact : { ...named, phone, username: username ?? contact.username };
}

/** A fact stands in the contact’s field of that key, where the desk has one of words, and nothing stands there yet. */
function withFacts(contact: Contact, facts: Readonly<Record<string, string>>, { fields }: Pick<House, 'fields'>): Contact {
  const empty = fieldsOf('contact', fields).filter(
    ({ key, type }) => type === 'text' && Object.hasOwn(facts, key) && !contact.fields?.[key],
  );
  if (empty.length === 0) return contact;
  const patch = Object.fromEntries(empty.map(({ key }) => [key, (facts[key] ?? '').slice(0, LONGEST_FIELD_TEXT)]));
  return { ...contact, fields: withFields(contact.fields, patch) };
}

/** The first event that reaches a new channel shows that it is connected. */
export async function greet(tx: Tx, ledger: Ledger, events: readonly Item[]): Promise<void> {
  const heardFrom = new Set(events.filter(({ unrouted }) => !unrouted).map(({ channelId }) => channelId));
  const fresh = ledger.house.channels.filter(({ id, state }) => state.status === 'new' && heardFrom.has(id));
  for (const { id } of fresh)
    await changeState(tx, ledger, id, ({ state }) => (state.status === 'new' ? { status: 'ok', reason: null } : null));
}
