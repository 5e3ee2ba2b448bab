import type { Alias, Who } from '../../src/ports/channel';
import { idOf, isObject, type Json, listOf, objectOf, wordOf } from '../common/json';
import { canonical } from '../common/whatsapp-numbers';

/** The contacts of one webhook value, found by any id; they need not stand in the order of its messages. */
export type People = ReadonlyMap<string, Json>;

export const NOBODY: People = new Map();

const PHONE = /^\+?[\d\s().-]{4,30}$/;
const USER_ID = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/;

const PARENT = /^[A-Z]{2}\.ENT\./;

export function peopleOf(contacts: unknown): People {
  return new Map(
    listOf(contacts)
      .filter(isObject)
      .flatMap((contact) => keysOf(named([contact.user_id, contact.parent_user_id, contact.wa_id])).map((key) => [key, contact] as const)),
  );
}

/** The contact among `people` that one of these ids names. */
export function contactOf(ids: readonly unknown[], people: People): Json | undefined {
  return keysOf(named(ids))
    .map((key) => people.get(key))
    .find((contact) => contact !== undefined);
}

/** The person behind ids of any kind, a phone number may even stand where a user id is expected; null when there is none. */
export function whoIs(ids: readonly unknown[], people: People): Who | null {
  const contact = contactOf(ids, people);
  const profile = objectOf(contact?.profile);
  const username = wordOf(profile.username)?.replace(/^@/, '') || null;
  const said = named([...ids, contact?.user_id, contact?.parent_user_id, contact?.wa_id]);
  const { phone } = said;
  const userId = said.userId ?? said.parentId;
  const display = phone ?? (username ? `@${username}` : userId);
  if (display === null) return null;
  const address = { ...(phone ? { phone } : {}), ...(userId ? { id: userId } : {}), display };
  return { keys: keysOf(said), address, name: wordOf(profile.name), username, ...spelt(phone) };
}

/** How the network wrote the number, where we know it by another spelling. */
function spelt(phone: string | null): Pick<Who, 'spellings'> {
  return phone === null || canonical(phone) === phone ? {} : { spellings: { [phoneKey(phone)]: phone } };
}

/** The same person, who has also told their number: answers still go where they wrote from. */
export function alsoBy(who: Who, phone: unknown): Who {
  const { phone: told } = named([phone]);
  if (told === null || who.address.phone) return who;
  const address = { ...who.address, phone: told, display: told, ...(who.address.id ? { via: 'id' as const } : {}) };
  return { ...who, keys: [...who.keys, phoneKey(told)], address, ...spelt(told) };
}

/** What kind of name a key is. */
export function alias(key: string): Alias {
  const value = key.replace(/^[a-z]+:/, '');
  if (key.startsWith('pn:')) return { kind: 'phone', value };
  return { kind: PARENT.test(value) ? 'parent_user_id' : 'user_id', value };
}

/** The person that an admin or agent writes: a phone number in any spelling, or a WhatsApp user id. */
export function address(to: string): Who {
  const digits = to
    .trim()
    .replace(/[\s\u00a0()./-]/g, '')
    .replace(/^(?:\+|00)/, '');
  const who = /^[1-9]\d{6,14}$/.test(digits) ? whoIs([digits], NOBODY) : USER_ID.test(to.trim()) ? whoIs([to.trim()], NOBODY) : null;
  if (!who)
    throw new TypeError(
      'a phone number with its country code, such as +1 555 010 0101, or a WhatsApp user id, such as US.13491208655302741918',
    );
  return who;
}

interface Named {
  readonly userId: string | null;
  readonly parentId: string | null;
  readonly phone: string | null;
}

/** Sorts ids into the phone number and the user ids: those have been seen where only numbers were promised. */
function named(ids: readonly unknown[]): Named {
  const given = ids.map(idOf).filter((id) => id !== null);
  const phone = given.find((id) => PHONE.test(id))?.replace(/\D/g, '') || null;
  const others = given.filter((id) => !PHONE.test(id));
  return { phone, userId: others.find((id) => !PARENT.test(id)) ?? null, parentId: others.find((id) => PARENT.test(id)) ?? null };
}

const phoneKey = (phone: string): string => `pn:${canonical(phone)}`;

function keysOf({ userId, parentId, phone }: Named): string[] {
  return [...[userId, parentId].flatMap((id) => (id ? [`uid:${id}`] : [])), ...(phone ? [phoneKey(phone)] : [])];
}
