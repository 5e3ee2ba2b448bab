import type { ButtonLimits, Buttons, ChoiceLimits, List, ListLimits } from '../../src/domain/choices';
import { sizeOf, split, type TextLimit } from '../../src/domain/split';

export interface Row {
  readonly title: string;
  readonly description: string;
}
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** What is typed, in both forms: changing the form loses nothing. */
export interface ChoicesForm {
  readonly kind: 'buttons' | 'list';
  readonly text: string;
  readonly buttons: readonly string[];
  readonly opens: string;
  readonly sections: readonly Section[];
}

export const EMPTY_ROW: Row = { title: '', description: '' };
export const EMPTY_SECTION: Section = { title: '', rows: [EMPTY_ROW] };

export function emptyForm(limits: ChoiceLimits, text: string, opens: string): ChoicesForm {
  return {
    kind: limits.buttons ? 'buttons' : 'list',
    text,
    buttons: ['', ''],
    opens,
    sections: [{ title: '', rows: [EMPTY_ROW, EMPTY_ROW] }],
  };
}

/** The forms that the network itself has. */
export const kindsOf = ({ buttons, list }: ChoiceLimits): ChoicesForm['kind'][] => [
  ...(buttons ? (['buttons'] as const) : []),
  ...(list ? (['list'] as const) : []),
];

const said = (text: string): boolean => text.trim() !== '';
const rowsIn = ({ sections }: Pick<ChoicesForm, 'sections'>): Row[] => sections.flatMap(({ rows }) => rows);

/** What is sent: fields that were left empty are left out. */
export function contentOf({ kind, text, buttons, opens, sections }: ChoicesForm): Buttons | List {
  if (kind === 'buttons') {
    const titles = buttons.map((title) => title.trim()).filter(said);
    return { type: 'buttons', text: text.trim(), buttons: titles.map((title, at) => ({ id: `choice-${at + 1}`, title })) };
  }
  let at = 0;
  const full = sections
    .map(({ title, rows }) => ({
      ...(said(title) ? { title: title.trim() } : {}),
      rows: rows
        .filter(({ title }) => said(title))
        .map(({ title, description }) => {
          at += 1;
          return { id: `choice-${at}`, title: title.trim(), ...(said(description) ? { description: description.trim() } : {}) };
        }),
    }))
    .filter(({ rows }) => rows.length > 0);
  return { type: 'list', text: text.trim(), button: opens.trim(), sections: full };
}

/** How many characters too many. */
export const overBy = (text: string, most: number): number => Math.max(0, sizeOf(text.trim(), 'characters') - most);

export type Lack = 'needsText' | 'needsTitle' | 'needsOpens' | 'needsSections' | 'twice' | 'unfit';

/** The first thing for which it can't be sent; null when it can. */
export function lackOf(form: ChoicesForm, limits: ChoiceLimits): Lack | null {
  if (!said(form.text)) return 'needsText';
  if (form.kind === 'buttons') return limits.buttons ? lackOfButtons(form, limits.buttons) : 'unfit';
  return limits.list ? lackOfList(form, limits.list) : 'unfit';
}

function lackOfButtons({ buttons }: ChoicesForm, { title: most, titlesDiffer, most: count }: ButtonLimits): Lack | null {
  const titles = buttons.map((title) => title.trim()).filter(said);
  if (titles.length === 0) return 'needsTitle';
  if (titlesDiffer && new Set(titles).size < titles.length) return 'twice';
  return titles.length > count || titles.some((title) => overBy(title, most) > 0) ? 'unfit' : null;
}

function lackOfList(form: ChoicesForm, limits: ListLimits): Lack | null {
  const rows = rowsIn(form);
  if (!rows.some(({ title }) => said(title)) || rows.some((row) => said(row.description) && !said(row.title))) return 'needsTitle';
  if (!said(form.opens)) return 'needsOpens';
  const full = form.sections.filter(({ rows }) => rows.some(({ title }) => said(title)));
  if (full.length > 1 && full.some(({ title }) => !said(title))) return 'needsSections';
  const longs = [
    overBy(form.opens, limits.button),
    ...full.map(({ title }) => overBy(title, limits.sectionTitle)),
    ...rows.flatMap(({ title, description }) => [overBy(title, limits.title), overBy(description, limits.description)]),
  ];
  return rows.length > limits.rows || full.length > limits.sections || longs.some((over) => over > 0) ? 'unfit' : null;
}

/** How many messages it is: the choices stand below the last words, those before go ahead. */
export function partsOf({ kind, text }: ChoicesForm, limits: ChoiceLimits, limit: TextLimit): number {
  const last = split(text.trim(), limits[kind]?.text ?? limit).at(-1) ?? '';
  const before = text.slice(0, text.lastIndexOf(last)).trim();
  return before === '' ? 1 : 1 + split(before, limit).filter(said).length;
}
