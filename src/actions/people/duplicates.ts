import type { Contact, Identity } from '../../domain/contact';
import { invalid, Refusal } from '../../domain/errors';
import type { Alias } from '../../ports/channel';
import type { House } from '../../ports/store';
import type { Desk, Person } from '../desk';
import { actorOf } from '../tickets/in-hand';
import { transact } from '../transact';
import { aliasOf } from './aliases';

/** Why two contacts may be one person: they share a name, or the network gave one's name to the other. */
export interface Sign {
  readonly kind: Alias['kind'] | 'moved';
  readonly value: string;
}

export interface Duplicate {
  readonly contact: Contact;
  readonly signs: readonly Sign[];
}

/** Of very many that share something, as a switchboard's number, so many are looked at. */
const MOST = 50;

/** A name that its owner left is no sign: whoever has it now is somebody else. */
const LEFT = 'left';

type Looking = Pick<Desk, 'kinds' | 'store'> & { readonly house: Pick<House, 'channels'> };

/** Contacts that may be the same person as this one, and why; those of whom somebody said that they are not are left out. */
export async function duplicatesOf(looking: Looking, contact: Contact): Promise<Duplicate[]> {
  const { reads } = looking.store;
  const [own, different] = await Promise.all([namesOf(looking, contact), reads.differentFrom(contact.id)]);
  const signs = new Map<string, Map<string, Sign>>();
  const add = ({ id, sign }: Found) => signs.set(id, (signs.get(id) ?? new Map()).set(`${sign.kind} ${sign.value}`, sign));
  for (const found of await byNames(looking, contact, own)) add(found);
  for (const found of await byPhones(looking, contact, own)) if (!hasPhone(signs.get(found.id))) add(found);
  const others = await reads.contactsByIds([...signs.keys()].filter((id) => !different.includes(id)));
  return others
    .filter(({ mergedInto }) => mergedInto === null)
    .map((one) => ({ contact: one, signs: [...(signs.get(one.id)?.values() ?? [])] }));
}

interface Found {
  /** Of the other contact. */
  readonly id: string;
  readonly sign: Sign;
}

type Name = Pick<Identity, 'channelId' | 'key' | 'spelling'> & { readonly reason: string | null };

async function namesOf({ store: { reads } }: Looking, { id }: Contact): Promise<Name[]> {
  const [now, past] = await Promise.all([reads.identitiesOf(id), reads.pastIdentitiesOf(id)]);
  return [...now.map((one) => ({ ...one, reason: null })), ...past.filter(({ reason }) => reason !== LEFT)];
}

/** Who has or had a name of theirs. */
async function byNames(looking: Looking, { id, phone }: Contact, own: readonly Name[]): Promise<Found[]> {
  const phones = phone === null ? [] : phoneKeys(looking, phone);
  const keys = [...new Set([...own.map(({ key }) => key), ...phones])];
  const shared = await looking.store.reads.sharedNames(id, keys, MOST);
  return shared.flatMap(({ contactId, channelId, key, reason }) => {
    if (reason === LEFT || !keys.includes(key)) return [];
    const mine = own.filter((one) => one.key === key && sameNetwork(looking, one.channelId, channelId));
    const alias = aliasOf(looking, channelId, key);
    if (mine.length === 0 && alias.kind !== 'phone') return [];
    const isMoved = alias.kind !== 'username' && (wasGiven(reason) || (mine.length > 0 && mine.every((one) => wasGiven(one.reason))));
    return [{ id: contactId, sign: isMoved ? { ...alias, kind: 'moved' as const } : alias }];
  });
}

/** Whose own phone is one of theirs. */
async function byPhones(looking: Looking, { id, phone }: Contact, own: readonly Name[]): Promise<Found[]> {
  const spoken = [phone, ...own.map(({ spelling }) => spelling), ...own.map((one) => phoneIn(looking, one))];
  const found = await looking.store.reads.contactsWithPhone(
    id,
    spoken.filter((one) => one !== null),
    MOST,
  );
  return found.map((one) => ({ id: one.id, sign: { kind: 'phone', value: one.phone ?? '' } }));
}

/** The network said that the other has it. */
const wasGiven = (reason: string | null): boolean => reason === 'taken' || reason === 'claimed';

const hasPhone = (signs: ReadonlyMap<string, Sign> | undefined): boolean =>
  [...(signs?.values() ?? [])].some(({ kind }) => kind === 'phone' || kind === 'moved');

function phoneIn(looking: Looking, { channelId, key }: { readonly channelId: string; readonly key: string }): string | null {
  const { kind, value } = aliasOf(looking, channelId, key);
  return kind === 'phone' ? value : null;
}

const kindOfChannel = ({ house }: Looking, channelId: string) => house.channels.find(({ id }) => id === channelId)?.kind;

const sameNetwork = (looking: Looking, one: string, other: string): boolean =>
  kindOfChannel(looking, one) === kindOfChannel(looking, other);

/** The keys by which networks know a phone number; those that name people by other things know none. */
function phoneKeys({ kinds }: Looking, phone: string): string[] {
  return [...kinds.values()].flatMap((kind) => {
    try {
      return kind.address(`+${phone}`).keys.filter((key) => kind.alias?.(key).kind === 'phone');
    } catch {
      return [];
    }
  });
}

interface Apart {
  readonly contactId: string;
  readonly otherId: string;
  readonly by: Person;
}

/** Somebody knows that these two are not the same person: they are not offered any more. */
export function keepApart(desk: Desk, { contactId, otherId, by }: Apart): Promise<void> {
  if (contactId === otherId) throw invalid('otherId', 'another contact');
  return transact(desk, async (tx, ledger) => {
    const both = await tx.contacts([contactId, otherId]);
    if (both.length < 2) throw new Refusal('not_found', 'There is no such contact.');
    const [oneId = '', other = ''] = [contactId, otherId].sort();
    await tx.setDifferent({ oneId, otherId: other, by: actorOf(by), at: ledger.at });
    ledger.act({
      act: 'contact.kept_apart',
      target: { kind: 'contact', id: contactId, name: null },
      changes: [{ path: 'from', from: null, to: otherId }],
    });
  });
}
