import type { FieldError } from './errors';
import { parametersOf, partsOfTemplate, type TemplateFacts, type TemplateParameter, type TemplateParts } from './template';

/** What one place is filled with: words, or a file of ours. */
export interface TemplateValue {
  readonly component: TemplateParameter['component'];
  readonly index: number | null;
  readonly name: string;
  readonly value?: string;
  readonly mediaId?: string;
  /** Given in the network's own form: an amount, a moment, a link, a place on the map. */
  readonly own?: true;
}

/** As the customer sees it. */
export interface FilledTemplate {
  readonly header: string | null;
  readonly text: string;
  readonly footer: string | null;
  readonly buttons: readonly string[];
  /** By place: `body.1`, `header.1`, `button.0.1`. */
  readonly errors: readonly FieldError[];
}

/** CHANNELS §2.6: the words of a template with something beside its body, and of one that is its body alone. */
const BODY = 1024;
const BODY_ALONE = 32_768;
const HEADER = 60;

export type Form = Pick<TemplateFacts, 'components'>;

/** The template with these values in their places; where one is missing, its braces stay. */
export function filled(template: Form, values: readonly TemplateValue[]): FilledTemplate {
  const parts = partsOfTemplate(template.components);
  const places = parametersOf(template);
  const header = parts.header?.format === 'text' ? put(parts.header.text, 'header', values) : null;
  const text = put(parts.body.text, 'body', values);
  return {
    header,
    text,
    footer: parts.footer,
    buttons: parts.buttons.map(({ text: title }) => title),
    errors: [...places.flatMap((place) => wrongWith(place, values)), ...strangers(places, values), ...tooLong(parts, header, text)],
  };
}

/** What is found by, and shown where there is room for words alone. */
export const wordsOfFilled = ({ header, text, footer }: Pick<FilledTemplate, 'header' | 'text' | 'footer'>): string =>
  [header, text, footer].filter((part) => part !== null && part !== '').join('\n');

const put = (text: string, component: 'header' | 'body', values: readonly TemplateValue[]): string =>
  text.replace(/\{\{\s*(\w+)\s*\}\}/g, (braces, name: string) => valueAt({ component, index: null, name }, values)?.value || braces);

type Place = Pick<TemplateParameter, 'component' | 'index' | 'name'>;

const isAt = (place: Place, { component, index, name }: Place): boolean =>
  component === place.component && name === place.name && index === place.index;

export const valueAt = (place: Place, values: readonly TemplateValue[]): TemplateValue | undefined =>
  values.find((value) => isAt(place, value));

export const pathOf = ({ component, index, name }: Place): string => [component, ...(index === null ? [] : [index]), name].join('.');

function wrongWith(place: TemplateParameter, values: readonly TemplateValue[]): FieldError[] {
  const given = valueAt(place, values);
  const message = given?.own
    ? null
    : isWords(place)
      ? wrongWords(given?.value)
      : given?.mediaId
        ? null
        : `needs ${A_FILE[place.kind] ?? 'a file'}`;
  return message ? [{ path: pathOf(place), message }] : [];
}

export const isWords = ({ kind }: TemplateParameter): boolean => kind === 'text' || kind === 'coupon_code';

const A_FILE: Readonly<Record<string, string>> = {
  image: 'a picture',
  video: 'a video',
  document: 'a document',
  location: 'a place on the map',
};

/** The network takes no lines, no tabs and no row of spaces inside a template. */
function wrongWords(value: string | undefined): string | null {
  if (value === undefined || value.trim() === '') return 'needs a value';
  return /[\n\r\t]| {5}/.test(value) ? 'can\u2019t have line breaks, tabs, or more than four spaces in a row' : null;
}

const strangers = (places: readonly Place[], values: readonly TemplateValue[]): FieldError[] =>
  values
    .filter((value) => !places.some((place) => isAt(place, value)))
    .map((value) => ({ path: pathOf(value), message: 'the template has no such place' }));

function tooLong({ header: top, footer, buttons }: TemplateParts, header: string | null, text: string): FieldError[] {
  const most = top || footer || buttons.length > 0 ? BODY : BODY_ALONE;
  const wrong: FieldError[] = [];
  if (header !== null && [...header].length > HEADER) wrong.push({ path: 'header', message: `at most ${HEADER} characters` });
  if ([...text].length > most) wrong.push({ path: 'body', message: `at most ${most} characters` });
  return wrong;
}

/** Its values when it goes out by itself (`goesAlone`); null when a name is needed and nobody knows one. */
export function valuesAlone(template: Form, name: string | null): TemplateValue[] | null {
  const places = parametersOf(template);
  if (places.length > 0 && !name?.trim()) return null;
  const called = (name ?? '').replace(/\s+/g, ' ').trim();
  return places.map(({ component, index, name: at }) => ({ component, index, name: at, value: called }));
}
