import type { FieldError } from '../../domain/errors';
import type { FieldDefinition } from '../../domain/fields';
import { keyFor } from '../../domain/key';
import { cleanDeep } from '../../domain/text';
import type { Desk } from '../desk';
import { transact } from '../transact';
import { mustBeRight } from './change-settings';

/** As it is asked for: a new one has no key yet. */
export type WantedField = Omit<FieldDefinition, 'key'> & { readonly key?: string };

/**
 * The whole list of fields in place of the former. What a field is of, and its type, stay as they were (`invalid`). The values of
 * a field that is left out are kept, and are there again when it comes back under its key.
 */
export async function saveFields(desk: Desk, { fields }: { readonly fields: readonly WantedField[] }): Promise<FieldDefinition[]> {
  const saved = await transact(desk, async (tx) => {
    const { fields: former } = await tx.house();
    const wanted = cleanDeep(fields);
    mustBeRight(wanted.flatMap((field, at) => wrongsOf(field, at, wanted, former)));
    const named = withKeys(wanted, former);
    await tx.saveList('fields', named);
    return named;
  });
  await desk.house.refresh();
  return saved;
}

function wrongsOf(field: WantedField, at: number, all: readonly WantedField[], former: readonly FieldDefinition[]): FieldError[] {
  const was = former.find(({ key }) => key === field.key);
  const before = all.slice(0, at);
  const wrongs: readonly (readonly [string, boolean, string])[] = [
    ['key', before.some(({ key }) => key !== undefined && key === field.key), 'is there twice'],
    ['name', before.some((one) => one.of === field.of && isOneName(one.name, field.name)), 'is there twice'],
    ['of', was !== undefined && was.of !== field.of, `stays ${was?.of}`],
    ['type', was !== undefined && was.type !== field.type, `stays ${was?.type}: values are there`],
    ['choices', (field.type === 'choice') !== field.choices.length > 0, 'a choice has one or more; another type has none'],
    ['choices', new Set(field.choices).size !== field.choices.length, 'name each once'],
  ];
  return wrongs.flatMap(([name, isWrong, message]) => (isWrong ? [{ path: `fields.${at}.${name}`, message }] : []));
}

const isOneName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Keys of the former list stay taken: a new field must not find another one's values. */
function withKeys(wanted: readonly WantedField[], former: readonly FieldDefinition[]): FieldDefinition[] {
  const taken = new Set([...former, ...wanted].flatMap(({ key }) => (key === undefined ? [] : [key])));
  return wanted.map((field) => {
    const key = field.key ?? keyFor(field.name, taken, 'field');
    taken.add(key);
    return { ...field, key };
  });
}
