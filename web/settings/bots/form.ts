import type { Content, ListSection } from '../../../src/domain/content';

/** The parts of a rules bot's configuration that the form knows; contents that it can't edit stay as they are. */
export type Reply = readonly Content[];
export type WhenKind = 'keywords' | 'pattern' | 'payload' | 'any';

export interface RuleForm {
  /** Stays with the rule when it changes its place. */
  readonly uid: number;
  readonly kind: WhenKind;
  /** What was typed for each kind: changing the kind loses nothing. */
  readonly keywords: string;
  readonly pattern: string;
  readonly payload: string;
  readonly reply: Reply;
  readonly then: 'stay' | 'handoff';
  readonly teamId?: string | null;
}

export interface BotForm {
  readonly name: string;
  readonly welcome: Reply;
  readonly rules: readonly RuleForm[];
  readonly fallback: { readonly reply: Reply; readonly handoffAfter: string } | null;
}

type When = { readonly any: true } | { readonly keywords: readonly string[] } | { readonly pattern: string } | { readonly payload: string };
export interface RulesConfig {
  readonly welcome?: Reply | null;
  readonly rules: readonly {
    readonly when: When;
    readonly reply: Reply;
    readonly then: 'stay' | 'handoff';
    readonly teamId?: string | null;
  }[];
  readonly fallback?: { readonly reply: Reply; readonly handoffAfter: number } | null;
}

let count = 0;
const fresh = (): number => {
  count += 1;
  return count;
};

export const newRule = (): RuleForm => ({
  uid: fresh(),
  kind: 'keywords',
  keywords: '',
  pattern: '',
  payload: '',
  reply: [{ type: 'text', text: '' }],
  then: 'stay',
});

export function formOf(name: string, { welcome, rules, fallback }: RulesConfig): BotForm {
  return {
    name,
    welcome: welcome ?? [],
    rules: rules.map(({ when, reply, then, teamId }) => ({
      ...newRule(),
      ...shownOf(when),
      reply,
      then,
      ...(teamId === undefined ? {} : { teamId }),
    })),
    fallback: fallback ? { reply: fallback.reply, handoffAfter: String(fallback.handoffAfter) } : null,
  };
}

function shownOf(when: When): Partial<RuleForm> & Pick<RuleForm, 'kind'> {
  if ('keywords' in when) return { kind: 'keywords', keywords: when.keywords.join(', ') };
  if ('pattern' in when) return { kind: 'pattern', pattern: when.pattern };
  return 'payload' in when ? { kind: 'payload', payload: when.payload } : { kind: 'any' };
}

// biome-ignore format: a table is read in columns
const WHEN: Record<WhenKind, (rule: RuleForm) => When> = {
  keywords: ({ keywords }) => ({ keywords: keywords.split(/[,\n،、，]/).map((word) => word.trim()).filter((word) => word !== '') }),
  pattern:  ({ pattern }) => ({ pattern }),
  payload:  ({ payload }) => ({ payload: payload.trim() }),
  any:      () => ({ any: true }),
};

/** What is saved. A welcome or a fallback that is off is null: a PATCH merges. */
export function configOf({ welcome, rules, fallback }: BotForm): RulesConfig {
  return {
    welcome: welcome.length > 0 ? welcome : null,
    rules: rules.map((rule) => ({
      when: WHEN[rule.kind](rule),
      reply: rule.reply,
      then: rule.then,
      ...(rule.teamId === undefined ? {} : { teamId: rule.teamId }),
    })),
    fallback: fallback ? { reply: fallback.reply, handoffAfter: countOf(fallback.handoffAfter) } : null,
  };
}

/** -1, which is refused at its field, for what is no whole number. */
const countOf = (typed: string): number => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : -1);

export const sameForm = (one: BotForm, other: BotForm): boolean =>
  one.name === other.name && JSON.stringify(configOf(one)) === JSON.stringify(configOf(other));

/** Every id that a button or a row of this bot can send, each once. */
export function payloadsOf({ welcome, rules, fallback }: BotForm): string[] {
  const all = [welcome, ...rules.map(({ reply }) => reply), fallback?.reply ?? []].flat();
  return [...new Set(all.flatMap(idsIn))].filter((id) => id !== '');
}

function idsIn(content: Content): string[] {
  if (content.type === 'buttons') return content.buttons.map(({ id }) => id);
  return content.type === 'list' ? content.sections.flatMap(({ rows }) => rows.map(({ id }) => id)) : [];
}

/** Whether words or a title that are needed are missing. */
export function hasBlank(content: Content): boolean {
  const needed =
    content.type === 'text'
      ? [content.text]
      : content.type === 'buttons'
        ? [content.text, ...content.buttons.map(({ title }) => title)]
        : content.type === 'list'
          ? [
              content.text,
              content.button,
              ...headingsOf(content.sections),
              ...content.sections.flatMap(({ rows }) => rows.map(({ title }) => title)),
            ]
          : [];
  return needed.some((words) => words.trim() === '');
}

/** One section needs no heading, several need one each. */
const headingsOf = (sections: readonly ListSection[]): string[] => (sections.length > 1 ? sections.map(({ title = '' }) => title) : []);

/** The id that a title suggests: "Opening hours" is `opening-hours`. Titles without Latin letters keep theirs. */
export const idFor = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64);

/** The id follows the title until somebody has given it one of its own. */
export const retitled = <Choice extends { readonly id: string; readonly title: string }>(choice: Choice, title: string): Choice => ({
  ...choice,
  title,
  id: choice.id === '' || choice.id === idFor(choice.title) ? idFor(title) : choice.id,
});
