import type { Button, Content, ListSection } from './content';
import { sizeOf, type TextLimit } from './split';

/** Choices that stand below a message, all in sight. Lengths are in characters. */
export interface ButtonLimits {
  readonly text: TextLimit;
  readonly most: number;
  readonly title: number;
  readonly id: number;
  /** In what ids are counted, if not in characters. */
  readonly idUnit?: 'bytes';
  /** Two with one title are refused. */
  readonly titlesDiffer: boolean;
}

/** Choices behind a button that opens a list, in sections. Lengths are in characters. */
export interface ListLimits {
  readonly text: TextLimit;
  readonly button: number;
  readonly sections: number;
  /** In all sections together. */
  readonly rows: number;
  readonly sectionTitle: number;
  readonly title: number;
  readonly id: number;
  readonly description: number;
}

/** What a network has for choices; null where it has no such thing. */
export interface ChoiceLimits {
  readonly buttons: ButtonLimits | null;
  readonly list: ListLimits | null;
}

export type Buttons = Extract<Content, { type: 'buttons' }>;
export type List = Extract<Content, { type: 'list' }>;

/** The first limit that was hit: where in the content, and what holds there. */
export interface Misfit {
  readonly path: string;
  readonly says: string;
}

export type Fitted = { readonly content: Buttons | List } | { readonly misfit: Misfit };

/** One choice, with its place in the content as it was given. */
interface Choice {
  readonly id: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly path: string;
}

/** What opens a list that was written as buttons: they have no word for it. */
const OPENS = 'Choose';

/**
 * The choices in the form that the network has: buttons that are too many become a list, a list where there is none becomes
 * buttons below its sections in words. Nothing is cut short; what fits no form is refused with the limit of the last one tried.
 */
export function fitted(content: Buttons | List, limits: ChoiceLimits): Fitted {
  const forms = content.type === 'buttons' ? [asButtons, asList] : limits.list ? [asList] : [asButtons];
  const tried = forms.map((form) => form(content, limits)).filter((one) => one !== null);
  return tried.find((one) => 'content' in one) ?? tried.at(-1) ?? { misfit: { path: 'content.type', says: 'has no choices to tap' } };
}

function asButtons(content: Buttons | List, { buttons: limits }: ChoiceLimits): Fitted | null {
  if (!limits) return null;
  const choices = choicesOf(content);
  const misfit =
    tooMany(content, choices, limits.most) ??
    choices.map((choice) => choiceMisfit(choice, limits)).find((one) => one !== null) ??
    twice(choices, 'id') ??
    (limits.titlesDiffer ? twice(choices, 'title') : null);
  return misfit ? { misfit } : { content: buttonsOf(content, choices) };
}

function asList(content: Buttons | List, { list: limits }: ChoiceLimits): Fitted | null {
  if (!limits) return null;
  const choices = choicesOf(content);
  const misfit =
    tooMany(content, choices, limits.rows) ??
    (content.type === 'list' ? frameMisfit(content, limits) : null) ??
    choices.map((choice) => choiceMisfit(choice, limits)).find((one) => one !== null) ??
    twice(choices, 'id');
  return misfit ? { misfit } : { content: listOf(content) };
}

function choicesOf(content: Buttons | List): Choice[] {
  if (content.type === 'buttons') return content.buttons.map((button, at) => ({ ...button, path: `content.buttons.${at}` }));
  return content.sections.flatMap(({ rows }, section) =>
    rows.map((row, at) => ({ ...row, path: `content.sections.${section}.rows.${at}` })),
  );
}

function tooMany({ type }: Buttons | List, choices: readonly Choice[], most: number): Misfit | null {
  const path = type === 'buttons' ? 'content.buttons' : 'content.sections';
  return choices.length > most ? { path, says: `takes at most ${most} choices; there are ${choices.length}` } : null;
}

/** The button that opens it and the headings; one section needs no heading, several need one each. */
function frameMisfit({ button, sections }: List, limits: ListLimits): Misfit | null {
  if (sections.length > limits.sections)
    return { path: 'content.sections', says: `takes at most ${limits.sections} sections; there are ${sections.length}` };
  const headless = sections.length > 1 ? sections.findIndex(({ title = '' }) => title.trim() === '') : -1;
  if (headless >= 0) return { path: `content.sections.${headless}.title`, says: 'needs a title for each of several sections' };
  const headings = sections.map(({ title }, at) => longer(title, limits.sectionTitle, `content.sections.${at}.title`));
  return longer(button, limits.button, 'content.button') ?? headings.find((one) => one !== null) ?? null;
}

function choiceMisfit({ id, title, description, path }: Choice, limits: ButtonLimits | ListLimits): Misfit | null {
  return (
    longer(title, limits.title, `${path}.title`) ??
    longer(id, limits.id, `${path}.id`, 'idUnit' in limits ? limits.idUnit : undefined) ??
    ('description' in limits ? longer(description, limits.description, `${path}.description`) : null)
  );
}

function longer(text: string | undefined, max: number, path: string, unit: TextLimit['unit'] = 'characters'): Misfit | null {
  const length = sizeOf(text ?? '', unit);
  return length > max ? { path, says: `takes at most ${max} ${unit} here; there are ${length}` } : null;
}

function twice(choices: readonly Choice[], field: 'id' | 'title'): Misfit | null {
  const values = choices.map((choice) => choice[field]);
  const again = choices[values.findIndex((value, at) => values.indexOf(value) < at)];
  return again ? { path: `${again.path}.${field}`, says: `takes each ${field} once` } : null;
}

function buttonsOf(content: Buttons | List, choices: readonly Choice[]): Buttons {
  if (content.type === 'buttons') return content;
  const words = content.sections.map(inWords).filter((section) => section !== '');
  return {
    type: 'buttons',
    text: [content.text, ...words].join('\n\n'),
    buttons: choices.map(({ id, title }): Button => ({ id, title })),
  };
}

/** What buttons can't show of a section: its heading, and what stands below a title. */
function inWords({ title, rows }: ListSection): string {
  const described = rows.flatMap((row) => (row.description ? [`${row.title}: ${row.description}`] : []));
  return [...(title ? [title] : []), ...described].join('\n');
}

function listOf(content: Buttons | List): List {
  if (content.type === 'list') return content;
  const rows = content.buttons.map(({ id, title }) => ({ id, title }));
  return { type: 'list', text: content.text, button: OPENS, sections: [{ rows }] };
}
