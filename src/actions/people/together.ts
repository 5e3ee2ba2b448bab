import type { Contact } from '../../domain/contact';
import type { FieldValues } from '../../domain/fields';

/** Single values that come along where the kept contact has none. */
const SINGLE = ['name', 'phone', 'username', 'avatarUrl', 'phonebookName', 'profileName', 'namedAt'] as const;
type Single = Pick<Contact, (typeof SINGLE)[number]>;

/** What came along in a merge: it goes again when they are parted, unless it was changed since. */
export interface Kept {
  readonly came: Partial<Single>;
  readonly fields: FieldValues;
}

/** The kept contact, with what it lacked and the other had. Whether they are blocked is as it was for the kept one. */
export function together(kept: Contact, gone: Contact): Contact {
  const { came, fields } = keptOf(kept, gone);
  return { ...kept, ...came, fields: Object.keys(fields).length === 0 ? kept.fields : { ...fields, ...kept.fields } };
}

export function keptOf(kept: Contact, gone: Contact): Kept {
  // A name comes with how it came to be: an admin's stays an admin's.
  const singles = SINGLE.filter((field) => kept[field] === null && gone[field] !== null && (field !== 'namedAt' || kept.name === null));
  const came = Object.fromEntries(singles.map((field) => [field, gone[field]])) as Partial<Single>;
  const fields = Object.entries(gone.fields ?? {}).filter(([key]) => kept.fields?.[key] === undefined);
  return { came, fields: Object.fromEntries(fields) };
}

/** The kept contact without what came along and is as it came. */
export function apart(kept: Contact, { came, fields }: Kept): Contact {
  const goes = SINGLE.filter((field) => came[field] !== undefined && kept[field] === came[field]);
  const stay = Object.entries(kept.fields ?? {}).filter(([key, value]) => !(key in fields) || !isSame(value, fields[key]));
  const without = Object.fromEntries(goes.map((field) => [field, null])) as Partial<Single>;
  return { ...kept, ...without, fields: stay.length === 0 ? null : Object.fromEntries(stay) };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
