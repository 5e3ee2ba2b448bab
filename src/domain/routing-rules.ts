import type { FieldValues } from './fields';
import { foldedWords } from './folded-words';
import type { Span } from './hours';
import type { Priority } from './ticket';

/** What a new ticket must be like; everything that is given must hold, any one entry of each. */
export interface RuleConditions {
  readonly channels?: readonly string[];
  /** Whole words of what the customer wrote, without case or accents. */
  readonly words?: readonly string[];
  /** BCP 47 primary tags of the language that the customer writes. */
  readonly languages?: readonly string[];
  readonly contact?: {
    /** Whether they have had a ticket before. */
    readonly known?: boolean;
    /** Beginnings of phone numbers, in digits. */
    readonly phones?: readonly string[];
    /** A custom field of the contact that has this value. */
    readonly field?: { readonly key: string; readonly value: string };
  };
  /** Local hours of the workspace's time zone. */
  readonly hours?: Span;
}

/** One line of the ordered list by which new tickets find their team. */
export interface RoutingRule {
  readonly id: string;
  readonly name: string;
  readonly on: boolean;
  readonly when: RuleConditions;
  readonly then: {
    readonly teamId?: string;
    readonly priority?: Priority;
    readonly tags?: readonly string[];
    /** Closes the ticket at once as `unassignable`. */
    readonly close?: true;
  };
}

/** As many as an admin may have. */
export const MOST_RULES = 50;

/** A new ticket as rules see it; what is dear to find out is asked for only by a rule that needs it. */
export interface RuleFacts {
  readonly channelId: string;
  /** What the customer wrote. */
  readonly said: () => string;
  readonly language: () => string | null;
  readonly known: boolean;
  /** Digits. */
  readonly phone: string | null;
  readonly fields: FieldValues | null;
  /** Minutes since midnight in the workspace's time zone. */
  readonly minute: () => number;
}

export interface RuleMatch {
  readonly rule: RoutingRule;
  /** What was asked and held, such as `channels` or `contact.known`. */
  readonly conditions: readonly string[];
}

/** The first rule of the list that fits; null when none does. A rule without conditions fits every ticket. */
export function applyRules(rules: readonly RoutingRule[], facts: RuleFacts): RuleMatch | null {
  const asked = foundOnce(facts);
  for (const rule of rules) {
    if (!rule.on) continue;
    const given = CONDITIONS.filter(({ isGiven }) => isGiven(rule.when));
    if (given.every(({ holds }) => holds(rule.when, asked))) return { rule, conditions: given.map(({ name }) => name) };
  }
  return null;
}

interface Condition {
  readonly name: string;
  readonly isGiven: (when: RuleConditions) => boolean;
  readonly holds: (when: RuleConditions, facts: Asked) => boolean;
}

/** Cheap ones first: a dear one is not asked about when another one fails. */
// biome-ignore format: a table is read in columns
const CONDITIONS: readonly Condition[] = [
  { name: 'channels',       isGiven: ({ channels }) => channels !== undefined,          holds: ({ channels = [] }, { channelId }) => channels.includes(channelId) },
  { name: 'contact.known',  isGiven: ({ contact }) => contact?.known !== undefined,     holds: ({ contact }, { known }) => contact?.known === known },
  { name: 'contact.phones', isGiven: ({ contact }) => contact?.phones !== undefined,    holds: ({ contact }, { phone }) => contact?.phones?.some((start) => phone?.startsWith(start)) ?? false },
  { name: 'contact.field',  isGiven: ({ contact }) => contact?.field !== undefined,     holds: ({ contact }, { fields }) => hasField(contact?.field, fields) },
  { name: 'hours',          isGiven: ({ hours }) => hours !== undefined,                holds: ({ hours }, { minute }) => hours !== undefined && isWithin(hours, minute()) },
  { name: 'words',          isGiven: ({ words }) => words !== undefined,                holds: (when, { folded }) => phrasesOf(when).some((phrase) => folded().includes(phrase)) },
  { name: 'languages',      isGiven: ({ languages }) => languages !== undefined,        holds: ({ languages = [] }, { language }) => languages.some((tag) => primaryOf(tag) === language()) },
];

const primaryOf = (tag: string): string | undefined => tag.toLowerCase().split('-')[0];

const hasField = (field: { readonly key: string; readonly value: string } | undefined, values: FieldValues | null): boolean =>
  field !== undefined &&
  values !== null &&
  Object.hasOwn(values, field.key) &&
  foldedWords(String(values[field.key])) === foldedWords(field.value);

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** 22:00–06:00 is the night. */
function isWithin({ from, to }: Span, minute: number): boolean {
  const [begins, ends] = [minutesOf(from), minutesOf(to)];
  return begins < ends ? minute >= begins && minute < ends : minute >= begins || minute < ends;
}

const phrases = new WeakMap<RuleConditions, readonly string[]>();

/** The words of a rule as they are looked for, made once; those that hold no letter, digit or emoji are never found. */
function phrasesOf(when: RuleConditions): readonly string[] {
  const made = phrases.get(when) ?? (when.words ?? []).map(foldedWords).filter((phrase) => phrase !== '');
  phrases.set(when, made);
  return made;
}

interface Asked extends Omit<RuleFacts, 'said'> {
  readonly folded: () => string;
}

/** The same facts, each of the dear ones found out once. */
const foundOnce = ({ said, language, minute, ...facts }: RuleFacts): Asked => ({
  ...facts,
  folded: once(() => foldedWords(said())),
  language: once(language),
  minute: once(minute),
});

function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | null = null;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}
