import type { RuleJson } from '../../../src/http/schemas/routing-rule';
import { freshKey } from '../../api/fresh-key';

/** A rule as it stands in the form; `place` tells rows apart that the desk has not named yet. */
export type RuleForm = Omit<RuleJson, 'id'> & { readonly id?: string; readonly place: string };
export type When = RuleForm['when'];
export type Then = RuleForm['then'];

export const formOf = (rules: readonly RuleJson[]): RuleForm[] => rules.map((rule) => ({ ...rule, place: rule.id }));

export const newRule = (name: string): RuleForm => ({ place: freshKey(), name, on: true, when: {}, then: {} });

/** What is sent: conditions and effects that are empty are left out. */
export const bodyOf = (rules: readonly RuleForm[]) =>
  rules.map(({ id, name, on, when, then }) => ({
    ...(id === undefined ? {} : { id }),
    name: name.trim(),
    on,
    when: whenOf(when),
    then: filled(then),
  }));

function whenOf({ contact, ...when }: When): object {
  const about = filled(contact ?? {});
  return { ...filled(when), ...(Object.keys(about).length > 0 ? { contact: about } : {}) };
}

const filled = (values: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && (!Array.isArray(value) || value.length > 0)));

export const isSame = (one: readonly RuleForm[], other: readonly RuleForm[]): boolean =>
  JSON.stringify(bodyOf(one)) === JSON.stringify(bodyOf(other));

/** The list with one rule a place up or down. */
export function shifted(rules: readonly RuleForm[], at: number, by: 1 | -1): RuleForm[] {
  const moved = [...rules];
  const [rule] = moved.splice(at, 1);
  if (rule) moved.splice(at + by, 0, rule);
  return moved;
}

/** What stands between commas, each once. */
export const listIn = (text: string): string[] => [...new Set(text.split(',').map((one) => one.trim()))].filter((one) => one !== '');

/** What is wrong with a rule, as the desk says it, by the rule's place in the list. */
export const wrongAt = (errors: readonly { readonly path: string; readonly message: string }[], at: number) =>
  errors.filter(({ path }) => path === `rules.${at}` || path.startsWith(`rules.${at}.`)).map(({ message }) => message);
