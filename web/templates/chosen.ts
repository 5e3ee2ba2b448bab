import type { TemplateParameter } from '../../src/domain/template';
import { type FilledTemplate, filled, pathOf, type TemplateValue } from '../../src/domain/template-filling';
import type { Template } from './query';
import { tongueOf } from './tongue-of';

/** A template that somebody fills: which one, and what stands in its places, by their paths. */
export interface Chosen {
  readonly key: string | null;
  readonly values: Readonly<Record<string, string>>;
  /** Ids of files, by the paths of their places. */
  readonly files: Readonly<Record<string, string>>;
}

export const NOTHING_CHOSEN: Chosen = { key: null, values: {}, files: {} };

const valueIn = ({ values, files }: Chosen, place: TemplateParameter): TemplateValue => {
  const path = pathOf(place);
  const { component, index, name } = place;
  const mediaId = files[path];
  return { component, index, name, ...(mediaId === undefined ? { value: (values[path] ?? '').trim() } : { mediaId }) };
};

/** As the customer would see it now. */
export const seenAs = (template: Template, chosen: Chosen): FilledTemplate =>
  filled(
    template,
    template.parameters.map((place) => valueIn(chosen, place)),
  );

/** What the API takes. */
export const contentOf = (template: Template, chosen: Chosen) => ({
  type: 'template' as const,
  name: template.name,
  language: template.language,
  components: [],
  ...(template.parameters.length > 0 ? { parameters: template.parameters.map((place) => withoutNull(valueIn(chosen, place))) } : {}),
});

const withoutNull = ({ index, ...value }: TemplateValue) => (index === null ? value : { ...value, index });

/** Those that fit some words, what can be sent first; their languages are sought as they are said in `language`. */
export function found(all: readonly Template[], words: string, language: string): Template[] {
  const sought = words.trim().toLowerCase().split(/\s+/);
  const text = (one: Template) =>
    [one.name, one.language, tongueOf(one.language, language), one.category, seenAs(one, NOTHING_CHOSEN).text].join(' ').toLowerCase();
  return all.filter((one) => sought.every((word) => text(one).includes(word))).sort((a, b) => Number(b.usable) - Number(a.usable));
}

/** The first thing for which it can't be sent. */
export function lackOf(template: Template, chosen: Chosen): 'fill' | 'noLines' | 'tooLong' | null {
  const { errors } = seenAs(template, chosen);
  const [first] = errors;
  if (!first) return null;
  if (first.message.startsWith('needs')) return 'fill';
  return first.message.startsWith('at most') ? 'tooLong' : 'noLines';
}
