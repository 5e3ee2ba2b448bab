/** A message template of a business account as the network describes it; `components` in the network's own shape. */
export interface TemplateFacts {
  readonly name: string;
  readonly language: string;
  readonly providerId: string | null;
  /** The network's word, in lower case: approved, pending, rejected, paused, disabled … */
  readonly status: string;
  readonly category: string | null;
  readonly quality: string | null;
  /** Why it was rejected or paused. */
  readonly reason: string | null;
  readonly components: readonly unknown[];
  readonly parameterFormat: 'positional' | 'named' | null;
}

export const PARAMETER_KINDS = ['text', 'image', 'video', 'document', 'location', 'coupon_code'] as const;
type ParameterKind = (typeof PARAMETER_KINDS)[number];

/** A place of a template that is filled when it is sent. */
export interface TemplateParameter {
  readonly component: 'header' | 'body' | 'button';
  /** Of a button: its place among the buttons, from 0. */
  readonly index: number | null;
  /** What stands between the braces: 1, 2 … or a word. */
  readonly name: string;
  readonly kind: ParameterKind;
  readonly example: string | null;
}

interface TemplateButton {
  /** The network's word, in lower case: quick_reply, url, phone_number, copy_code, otp, flow … */
  readonly kind: string;
  readonly text: string;
  /** With its place to fill, for a link. */
  readonly url: string | null;
  readonly example: string | null;
}

interface Part {
  readonly text: string;
  readonly example: Json;
}

/** What a template is made of. */
export interface TemplateParts {
  readonly header: (Part & { readonly format: string }) | null;
  readonly body: Part;
  readonly footer: string | null;
  readonly buttons: readonly TemplateButton[];
  /** Parts that can't be filled here: a carousel, an offer that ends. */
  readonly strange: readonly string[];
}

export type Unusable = 'pending' | 'rejected' | 'paused' | 'disabled' | 'deleted' | 'unknown_status' | 'unsupported_parts';

// biome-ignore format: a table is read in columns
const STATUSES: Readonly<Record<string, Unusable | null>> = {
  approved: null, flagged: null, active: null, reinstated: null,
  pending: 'pending', in_appeal: 'pending', submitted: 'pending',
  rejected: 'rejected', paused: 'paused', disabled: 'disabled', limit_exceeded: 'disabled', archived: 'disabled',
  pending_deletion: 'deleted', deleted: 'deleted',
};

/** Why the network would refuse it, or the desk can't fill it; null when it can be sent. */
export function unusable(template: Pick<TemplateFacts, 'status' | 'components'>): Unusable | null {
  const because = STATUSES[template.status];
  if (because !== null) return because ?? 'unknown_status';
  return partsOfTemplate(template.components).strange.length > 0 ? 'unsupported_parts' : null;
}

type Json = Readonly<Record<string, unknown>>;

export const objectIn = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
export const wordIn = (value: unknown): string => (typeof value === 'string' ? value : '');
export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const KNOWN: ReadonlySet<string> = new Set(['header', 'body', 'footer', 'buttons']);

export function partsOfTemplate(components: readonly unknown[]): TemplateParts {
  const all = components.map(objectIn).map((part) => ({ ...part, type: wordIn(part.type).toLowerCase() }) as Json & { type: string });
  const of = (type: string) => all.find((part) => part.type === type);
  const header = of('header');
  return {
    header: header
      ? { format: wordIn(header.format).toLowerCase() || 'text', text: wordIn(header.text), example: objectIn(header.example) }
      : null,
    body: { text: wordIn(of('body')?.text), example: objectIn(of('body')?.example) },
    footer: wordIn(of('footer')?.text) || null,
    buttons: listIn(of('buttons')?.buttons).map(objectIn).map(buttonOf),
    strange: all.map(({ type }) => type).filter((type) => !KNOWN.has(type)),
  };
}

function buttonOf({ type, text, url, example }: Json): TemplateButton {
  const first = listIn(example)[0] ?? example;
  return { kind: wordIn(type).toLowerCase(), text: wordIn(text), url: wordIn(url) || null, example: wordIn(first) || null };
}

/** What stands between braces in a text, each once: by number, or in the order of the text. */
export function placesIn(text: string): string[] {
  const places = [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name ?? ''))];
  return places.every((name) => /^\d+$/.test(name)) ? places.sort((a, b) => Number(a) - Number(b)) : places;
}

const FILES: ReadonlySet<string> = new Set(['image', 'video', 'document', 'location']);
const WORDS_OF_A_LINK: ReadonlySet<string> = new Set(['url', 'otp']);

/** Every place that must be filled, in the order in which it is read. */
export function parametersOf(template: Pick<TemplateFacts, 'components'>): TemplateParameter[] {
  const { header, body, buttons } = partsOfTemplate(template.components);
  return [
    ...(header ? headerPlaces(header) : []),
    ...placesIn(body.text).map((name, at) => place('body', name, exampleOf(body.example, 'body_text', name, at))),
    ...buttons.flatMap(buttonPlaces),
  ];
}

const place = (component: TemplateParameter['component'], name: string, example: string | null): TemplateParameter => ({
  component,
  index: null,
  name,
  kind: 'text',
  example,
});

function headerPlaces({ format, text, example }: NonNullable<TemplateParts['header']>): TemplateParameter[] {
  if (FILES.has(format)) return [{ ...place('header', '1', null), kind: format as ParameterKind }];
  return placesIn(text).map((name, at) => place('header', name, exampleOf(example, 'header_text', name, at)));
}

function buttonPlaces({ kind, url, example }: TemplateButton, index: number): TemplateParameter[] {
  if (kind === 'copy_code') return [{ component: 'button', index, name: '1', kind: 'coupon_code', example }];
  if (!WORDS_OF_A_LINK.has(kind)) return [];
  const places = kind === 'otp' ? ['1'] : placesIn(url ?? '');
  return places.map((name) => ({ component: 'button', index, name, kind: 'text', example }));
}

/** Examples are a list, or a list of lists, or named. */
function exampleOf(example: Json, key: string, name: string, at: number): string | null {
  const named = listIn(example[`${key}_named_params`]).map(objectIn);
  const found = named.find(({ param_name: its }) => its === name)?.example;
  const list = listIn(example[key]);
  const flat = Array.isArray(list[0]) ? list[0] : list;
  return wordIn(found) || wordIn(flat[at]) || null;
}

const NAMES_OF_A_PERSON: ReadonlySet<string> = new Set(['name', 'first_name', 'customer_name']);

/** Whether it can go out by itself: nothing to fill, or one place in its words that takes the customer's name. */
export function goesAlone(template: Pick<TemplateFacts, 'components'>): boolean {
  const [one, ...more] = parametersOf(template);
  if (one === undefined) return true;
  return (
    more.length === 0 && one.kind === 'text' && one.component !== 'button' && (/^\d+$/.test(one.name) || NAMES_OF_A_PERSON.has(one.name))
  );
}
