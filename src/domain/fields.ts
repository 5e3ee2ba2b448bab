import type { FieldError } from './errors';

export const FIELD_TYPES = ['text', 'number', 'choice', 'date'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** A field of the admin's own, of tickets or of contacts. */
export interface FieldDefinition {
  /** Made from the first name; never changes, so that values keep their meaning. */
  readonly key: string;
  readonly name: string;
  readonly of: 'ticket' | 'contact';
  readonly type: FieldType;
  /** Of a `choice`. */
  readonly choices: readonly string[];
}

/** Values by key of their field: text, choice and date (`YYYY-MM-DD`) as text. */
export type FieldValues = Readonly<Record<string, string | number>>;

/** A change of some values; null takes one away. */
export type FieldsPatch = Readonly<Record<string, string | number | null>>;

export const LONGEST_FIELD_TEXT = 1024;

/** What a field of each type holds: whether a value is one, and how that is said of one that is not. */
const HOLDS: Record<FieldType, (value: unknown, field: FieldDefinition) => string | null> = {
  text: (value) =>
    typeof value === 'string' && value.length <= LONGEST_FIELD_TEXT ? null : `expected at most ${LONGEST_FIELD_TEXT} characters`,
  number: (value) => (typeof value === 'number' && Number.isFinite(value) ? null : 'expected a number'),
  choice: (value, { choices }) => (choices.some((one) => one === value) ? null : `expected one of ${choices.join(', ')}`),
  date: (value) => (typeof value === 'string' && isDate(value) ? null : 'expected a date as YYYY-MM-DD'),
};

/** What is wrong with a change of these fields' values; paths are `fields.<key>`. */
export function fieldErrors(patch: FieldsPatch, fields: readonly FieldDefinition[]): FieldError[] {
  return Object.entries(patch).flatMap(([key, value]) => {
    const field = fields.find((one) => one.key === key);
    const message = !field ? 'no such field' : value === null ? null : HOLDS[field.type](value, field);
    return message === null ? [] : [{ path: `fields.${key}`, message }];
  });
}

/** The values with a change laid on them; null when none are left. What fields no more is kept. */
export function withFields(values: FieldValues | null, patch: FieldsPatch): FieldValues | null {
  const merged = Object.entries({ ...values, ...patch }).filter((entry): entry is [string, string | number] => entry[1] !== null);
  return merged.length === 0 ? null : Object.fromEntries(merged);
}

/** The values that have a field to stand in. A choice that was taken off its list still shows. */
export function shownFields(values: FieldValues | null, fields: readonly FieldDefinition[]): Record<string, string | number> {
  const shown = fields.flatMap(({ key, type }) => {
    const value = valueAt(values, key);
    return value !== undefined && (typeof value === 'number') === (type === 'number') ? [[key, value] as const] : [];
  });
  return Object.fromEntries(shown);
}

/** A key may be named like anything that every object has. */
const valueAt = (values: FieldValues | null, key: string) => (values && Object.hasOwn(values, key) ? values[key] : undefined);

export const fieldsOf = (of: FieldDefinition['of'], fields: readonly FieldDefinition[]): FieldDefinition[] =>
  fields.filter((field) => field.of === of);

/** What changed, by key, as an event tells it; null where a value was or is missing. */
export function changedFields(from: FieldValues | null, to: FieldValues | null) {
  const keys = [...new Set([...Object.keys(from ?? {}), ...Object.keys(to ?? {})])].filter(
    (key) => valueAt(from, key) !== valueAt(to, key),
  );
  const among = (values: FieldValues | null) => Object.fromEntries(keys.map((key) => [key, valueAt(values, key) ?? null]));
  return { from: among(from), to: among(to) };
}

/** A day of the calendar: no 30th of February. */
function isDate(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
