import { isProblem } from '../../api/ask';
import type { Channel } from '../../api/types';
import type { Field } from './queries';

export type Values = Readonly<Record<string, string>>;

/** A configuration as its form shows it: a line for each value of a list. */
export const inFields = (config: Channel['config']): Values =>
  Object.fromEntries(Object.entries(config).map(([name, value]) => [name, typeof value === 'string' ? value : value.join('\n')]));

/** What is wrong with a value, in the field's own words; null = nothing. An empty field is wrong only once it is asked for. */
export function wrongWith({ choices, pattern, list }: Field, value: string): string | null {
  if (value === '') return null;
  if (choices && !choices.includes(value)) return choices.join(', ');
  const each = list ? value.split(/[\s,]+/).filter((one) => one !== '') : [value];
  return pattern && !each.every((one) => new RegExp(pattern.source).test(one)) ? pattern.says : null;
}

/** The fields that still keep the form from being sent: empty ones that are required, and wrong ones. */
export const unready = (fields: readonly Field[], values: Values): string[] =>
  fields
    .filter((field) => (field.required && !values[field.name]?.trim()) || wrongWith(field, values[field.name] ?? '') !== null)
    .map(({ name }) => name);

/** What a new account is sent with: an empty field is left out. */
export const filledIn = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );

/** What was typed over a saved configuration: an optional field that was emptied goes, a secret that was left empty stays. */
export function changedConfig(fields: readonly Field[], saved: Values, typed: Values): Record<string, string | null> {
  const changed = fields.flatMap(({ name, secret }) => {
    const value = typed[name]?.trim();
    if (value === undefined || value === (saved[name] ?? '') || (secret && value === '')) return [];
    return [[name, value === '' ? null : value] as const];
  });
  return Object.fromEntries(changed);
}

/** What the desk found wrong, by the path of the field; null = it was refused for something else. */
export function wrongFields(error: unknown): Readonly<Record<string, string>> | null {
  if (!isProblem(error) || error.errors.length === 0) return null;
  return Object.fromEntries(error.errors.map(({ path, message }) => [path, message]));
}
