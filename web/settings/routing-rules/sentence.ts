import type { AllWords } from '../../words';
import type { RuleForm, Then, When } from './form';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a rule's sentences name. */
export interface Around {
  readonly words: AllWords;
  readonly language: string;
  readonly channels: readonly Named[];
  readonly teams: readonly Named[];
  readonly fields: readonly { readonly key: string; readonly name: string }[];
}

const some = (values: readonly string[] | undefined): values is readonly string[] => values !== undefined && values.length > 0;

/** A rule in words: what must hold, and what becomes of the ticket. */
export function sentenceOf(
  { when, then }: Pick<RuleForm, 'when' | 'then'>,
  around: Around,
): { readonly when: string; readonly then: string } {
  const { says } = around.words.teams.rules;
  const list = new Intl.ListFormat(around.language, { type: 'unit', style: 'long' });
  const conditions = conditionsOf(when, around);
  const effects = effectsOf(then, around);
  return {
    when: conditions.length > 0 ? list.format(conditions) : says.every,
    then: effects.length > 0 ? list.format(effects) : says.nothing,
  };
}

function conditionsOf({ channels, words, languages, contact, hours }: When, around: Around): string[] {
  const { says } = around.words.teams.rules;
  const any = (values: readonly string[]) => new Intl.ListFormat(around.language, { type: 'disjunction' }).format(values);
  const field = contact?.field && (around.fields.find(({ key }) => key === contact.field?.key)?.name ?? contact.field.key);
  return [
    ...(some(channels) ? [says.on(any(channels.map((id) => nameOf(around.channels, id))))] : []),
    ...(some(words) ? [says.words(any(words.map((one) => `“${one}”`)))] : []),
    ...(some(languages) ? [says.languages(any(languages.map((tag) => languageName(around.language, tag))))] : []),
    ...(contact?.known === undefined ? [] : [contact.known ? says.known : says.unknown]),
    ...(some(contact?.phones) ? [says.phones(any(contact.phones))] : []),
    ...(field ? [says.field(field, contact?.field?.value ?? '')] : []),
    ...(hours ? [says.hours(hours.from, hours.to)] : []),
  ];
}

function effectsOf({ teamId, priority, tags, close }: Then, { words, teams }: Around): string[] {
  const { says } = words.teams.rules;
  return [
    ...(close ? [says.close] : []),
    ...(teamId ? [says.team(nameOf(teams, teamId))] : []),
    ...(priority ? [says.priority(words.common.priorities[priority] ?? priority)] : []),
    ...(some(tags) ? [says.tags(tags.join(', '))] : []),
  ];
}

const nameOf = (all: readonly Named[], id: string): string => all.find((one) => one.id === id)?.name ?? '?';

function languageName(language: string, tag: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
