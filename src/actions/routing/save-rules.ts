import type { FieldError } from '../../domain/errors';
import { fieldsOf } from '../../domain/fields';
import { foldedWords } from '../../domain/folded-words';
import { hoursError } from '../../domain/hours';
import type { RoutingRule } from '../../domain/routing-rules';
import { teamNow } from '../../domain/team';
import { cleanDeep } from '../../domain/text';
import type { House } from '../../ports/store';
import type { Desk } from '../desk';
import { transact } from '../transact';
import { mustBeRight } from '../workspace/change-settings';

/** As it is asked for: a new one has no id yet. */
export type WantedRule = Omit<RoutingRule, 'id'> & { readonly id?: string };

/** The whole list of rules in place of the former, in the order in which they are asked. They hold for tickets that open from then on. */
export async function saveRules(desk: Desk, { rules }: { readonly rules: readonly WantedRule[] }): Promise<RoutingRule[]> {
  const saved = await transact(desk, async (tx) => {
    const house = await tx.house();
    const named = withIds(desk, rules);
    mustFit(house, named);
    await tx.saveList('rules', named);
    return named;
  });
  await desk.house.refresh();
  return saved;
}

/** Cleaned, each with an id of its own. */
export function withIds({ newId }: Pick<Desk, 'newId'>, rules: readonly WantedRule[]): RoutingRule[] {
  const taken = new Set<string>();
  return cleanDeep(rules).map((rule) => {
    const id = rule.id !== undefined && !taken.has(rule.id) ? rule.id : newId();
    taken.add(id);
    return { ...rule, id };
  });
}

/** Refuses rules that name what there is not, or do nothing (`invalid`). */
export const mustFit = (house: House, rules: readonly RoutingRule[]): void =>
  mustBeRight(rules.flatMap((rule, at) => wrongsOf(house, rule).map(({ path, message }) => ({ path: `rules.${at}.${path}`, message }))));

function wrongsOf(house: House, { when, then }: RoutingRule): FieldError[] {
  const unknown = (when.channels ?? []).findIndex((id) => !house.channels.some((one) => one.id === id && one.deletedAt === null));
  const mute = (when.words ?? []).findIndex((text) => foldedWords(text) === '');
  const field = when.contact?.field?.key;
  const wrongs: readonly (readonly [string, boolean, string])[] = [
    [`when.channels.${unknown}`, unknown >= 0, 'no such channel'],
    [`when.words.${mute}`, mute >= 0, 'expected at least one letter, digit or emoji'],
    ['when.contact.field.key', field !== undefined && !fieldsOf('contact', house.fields).some(({ key }) => key === field), 'no such field'],
    ['when.hours', when.hours !== undefined && !isSpan(when.hours), 'expected a span such as {from: "22:00", to: "06:00"}'],
    ['then.teamId', then.teamId !== undefined && teamNow(then.teamId, house.teams) === null, 'no such team'],
    ['then', Object.keys(then).length === 0, 'expected a team, a priority, tags or close'],
  ];
  return wrongs.flatMap(([path, isWrong, message]) => (isWrong ? [{ path, message }] : []));
}

/** By the check of working hours, which knows what a span is. */
function isSpan(span: unknown): boolean {
  const days = { mon: [span], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
  return hoursError({ timeZone: 'UTC', days, holidays: [] }) === null;
}
